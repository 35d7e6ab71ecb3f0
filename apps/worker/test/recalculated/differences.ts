/** Where a dataset tells something else than the recalculation. */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Lists whose order means nothing. */
const UNORDERED = /(^|\.)(mapped|notUnderstood|converted|newLabSignals|doubts|notComputed)$/;

const inOrder = (value: unknown): unknown => {
  if (!isObject(value) || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, inOrder(each)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((each) => JSON.stringify(inOrder(each))) : [];

/** What only one of the two has. */
const unpaired = (recalculated: readonly string[], told: readonly string[]): string[] => [
  ...recalculated.filter((each) => !told.includes(each)).map((each) => `recalculated only ${each}`),
  ...told.filter((each) => !recalculated.includes(each)).map((each) => `the report only tells ${each}`),
];

/** Empty where they are the same. */
export const differences = (recalculated: unknown, told: unknown, path = ''): string[] => {
  if (UNORDERED.test(path) && typeof recalculated === 'object')
    return unpaired(asTexts(recalculated), asTexts(told)).map((each) => `${path}: ${each}`);
  if (!isObject(recalculated) || !isObject(told)) {
    if (Object.is(recalculated, told)) return [];
    return [
      `${path}: recalculated ${JSON.stringify(recalculated)}, the report tells ${JSON.stringify(told)}`,
    ];
  }
  const names = new Set([...Object.keys(recalculated), ...Object.keys(told)]);
  return [...names].flatMap((name) =>
    differences(recalculated[name], told[name], path === '' ? name : `${path}.${name}`),
  );
};
