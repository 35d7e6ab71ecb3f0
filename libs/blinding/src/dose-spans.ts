/** Where a text tells a dose of the study: in figures or in words, in any spacing, and not as a concentration. */
import { inWords } from './number-words.ts';
import { PARTED, seenIn, type Seen } from './seen.ts';
import type { Span } from './span.ts';
import type { Dose, Vocabulary } from './vocabulary.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const lettersOf = (text: string): string => seenIn(text, false).letters;
const longestFirst = (texts: readonly string[]): string[] => [...texts].sort((a, b) => b.length - a.length);

/** `54`, also `54.0`; `1000`, also `1.000` where a comma stands (a point between digits, as `Seen` has it). */
const inFigures = (amount: string): string => {
  const [whole = '', decimals] = amount.split('.');
  const grouped = whole.length > 3 ? `(?:${whole}|${whole.replace(/\B(?=(?:\d{3})+$)/g, '\\.')})` : whole;
  return decimals === undefined ? `${grouped}(?:\\.0+)?` : `${grouped}\\.${decimals}0*`;
};

interface Sought {
  /** An amount with a unit after it. */
  readonly amount: RegExp;
  /** Of an amount in words: what before it makes it another one, in each language that has it. */
  readonly goesOn: ReadonlyMap<string, readonly RegExp[]>;
  readonly units: readonly string[];
}

const soughtOf = (dose: Dose): Sought[] => {
  const units = longestFirst(dose.units.map(lettersOf)).filter((unit) => unit !== '');
  if (units.length === 0) return [];
  const goesOn = new Map<string, RegExp[]>();
  for (const { text, goesOn: before } of inWords(dose.amount)) {
    const letters = lettersOf(text);
    goesOn.set(letters, [...(goesOn.get(letters) ?? []), new RegExp(`${before}$`)]);
  }
  const amounts = [inFigures(dose.amount), ...longestFirst([...goesOn.keys()])].join('|');
  const amount = new RegExp(`(?:${amounts})(?=${units.map(escaped).join('|')})`, 'gu');
  return [{ amount, goesOn, units }];
};

/** A concentration is a result, not a dose: `54 mg/dL`, `30 mg/g`, but not `54 mg/day`. */
const OF_VOLUME = /^(?:100)?(?:[dmuµ]?l|lit(?:er|re)s?|g|mmol|mol)(?![a-z])/;

const isConcentration = ({ letters, starts, ends, parted }: Seen, end: number, text: string): boolean => {
  const between = text.slice(ends[end - 1], starts[end]);
  const isPer = letters.startsWith('per', end) && (parted[end + 3] ?? 0) > 0;
  if (!isPer && !/[/·⋅]|^\s*\($/.test(between)) return false;
  const from = isPer ? end + 3 : end;
  let to = from;
  while (
    to < from + 12 &&
    to < letters.length &&
    (to === from || (parted[to] ?? 9) < PARTED.asWords || /^\d+$/.test(letters.slice(from, to)))
  )
    to += 1;
  return OF_VOLUME.test(letters.slice(from, to));
};

/** Whether the figures or words before it make it another number: `154`, `1.54`, `sixty-four`. */
const goesOn = ({ letters, parted }: Seen, at: number, unitAt: number, sought: Sought): boolean => {
  const isFigure = /\d/.test(letters.charAt(at));
  if (isFigure) return (parted[at] ?? 0) === 0 && /[\d.]/.test(letters.charAt(at - 1));
  if ((parted[at] ?? 0) === 0) return true;
  const before = letters.slice(Math.max(0, at - 16), at);
  const languages = sought.goesOn.get(letters.slice(at, unitAt)) ?? [];
  return languages.length > 0 && languages.every((pattern) => pattern.test(before));
};

/** Figures stand together, and so do the letters of a unit. */
const isParted = ({ letters, parted }: Seen, at: number, end: number): boolean => {
  for (let index = at + 1; index < end; index++)
    if (/[\d.]{2}/.test(letters.slice(index - 1, index + 1)) && (parted[index] ?? 0) >= PARTED.asWords)
      return true;
  return false;
};

/** Where the dose ends that begins at `at`, in letters; undefined where it is none. */
const endOf = (seen: Seen, text: string, at: number, unitAt: number, sought: Sought): number | undefined => {
  if (goesOn(seen, at, unitAt, sought)) return undefined;
  return sought.units
    .filter((unit) => seen.letters.startsWith(unit, unitAt))
    .map((unit) => unitAt + unit.length)
    .find(
      (end) => (seen.parted[end] ?? 0) > 0 && !isParted(seen, at, end) && !isConcentration(seen, end, text),
    );
};

const spansOf = (seen: Seen, text: string, sought: Sought): Span[] => {
  const { amount } = sought;
  const spans: Span[] = [];
  amount.lastIndex = 0;
  for (let hit = amount.exec(seen.letters); hit !== null; hit = amount.exec(seen.letters)) {
    const at = hit.index;
    const end = endOf(seen, text, at, at + hit[0].length, sought);
    amount.lastIndex = at + 1;
    if (end !== undefined)
      spans.push({ start: seen.starts[at] ?? 0, end: seen.ends[end - 1] ?? text.length });
  }
  return spans;
};

export const doseFinder = ({ doses }: Vocabulary): ((seen: Seen, text: string) => Span[]) => {
  const sought = doses.flatMap(soughtOf);
  return (seen, text) => sought.flatMap((dose) => spansOf(seen, text, dose));
};
