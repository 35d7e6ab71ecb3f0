const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sorted = (_key: string, value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)));
};

/**
 * JSON whose keys are in one order at every depth, without spaces: equal values have equal text, and so equal
 * hashes. Integer-like keys come first, as in every JavaScript object. `undefined` is left out.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted);
