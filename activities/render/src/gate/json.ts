/** A stored JSON against the dataset: equal to the last figure, in whatever order its keys are. */
import type { Finding } from '@rounds/contracts/gate';

const keysOf = (value: object): string[] =>
  Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [key]));

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = keysOf(a);
  return keys.length === keysOf(b).length && keys.every((key) => isSame(a[key as never], b[key as never]));
};

/** @param dataset with what the report lacks. @throws SyntaxError for a file that is none */
export const inspectJson = (bytes: Uint8Array, dataset: object): Finding[] =>
  isSame(JSON.parse(Buffer.from(bytes).toString()), dataset)
    ? []
    : [{ check: 'files', where: 'json', code: 'not-the-dataset' }];
