/** The mask over whatever a dataset holds. */
import type { Mask } from './mask.ts';

/** Names of things, by which other parts find them: they hold no words of the study. */
export const IDENTIFIERS: ReadonlySet<string> = new Set([
  'came',
  'codeVersion',
  'cut',
  'documentId',
  'figure',
  'key',
  'kind',
  'mediaType',
  'reportType',
  'sha256',
  'studyId',
  'template',
  'timeZone',
  'went',
]);

/** The value with every string masked, identifiers excepted. Keys stay: counts mask theirs while they count. */
export const maskStrings = <Value>(value: Value, mask: Mask): Value => masked(value, mask) as Value;

const masked = (value: unknown, mask: Mask): unknown => {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, mask));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, IDENTIFIERS.has(name) ? inner : masked(inner, mask)]),
  );
};

/** Longer texts are not met twice. */
const MOST_REMEMBERED = 200;

/** A mask or search that remembers: coded values repeat by the thousand. */
export const rememberedBy = <Result>(ask: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = ask(text);
    if (text.length <= MOST_REMEMBERED) known.set(text, result);
    return result;
  };
};
