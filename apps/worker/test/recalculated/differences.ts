/** Where a dataset tells something else than the recalculation. */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Lists whose order means nothing. */
const UNORDERED = /(^|\.)(mapped|notUnderstood|converted|newLabSignals)$/;

const inOrder = (value: unknown): unknown => {
  if (!isObject(value) || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};
const asTexts = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => JSON.stringify(inOrder(each))).sort() : value;

/** Empty where they are the same. */
export const differences = (recalculated: unknown, told: unknown, path = ''): string[] => {
  if (UNORDERED.test(path) && typeof recalculated === 'object')
    return differences(asTexts(recalculated), asTexts(told), `${path}.(any order)`);
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
