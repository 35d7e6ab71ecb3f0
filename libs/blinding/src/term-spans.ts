/** Where a text names an arm, a drug, a code or an arm's own word. */
import { PARTED, seenIn, type Seen } from './seen.ts';
import type { Span } from './span.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

interface Sought {
  readonly term: Term;
  readonly letters: string;
  /** Offsets at which a word of the term begins, the first apart. */
  readonly joints: ReadonlySet<number>;
  /** Signs with which the term begins and ends, folded. */
  readonly before: string;
  readonly after: string;
}

/** Letters from which a single word is found within others; of several words together, which other words may hold. */
const [WITHIN, TOGETHER_WITHIN] = [5, 7];
/** Letters from which a word is found however it is parted, if nothing else stands beside it. */
const PARTED_ANYHOW = 6;
/** A word that holds a name is hidden with it, up to this many letters on either side. */
const MOST_BESIDE = 40;

const lettersOf = (text: string): string => seenIn(text, false).letters;

const soughtOf = (term: Term): Sought => {
  const joints = new Set<number>();
  let letters = '';
  for (const word of term.words) {
    if (letters !== '') joints.add(letters.length);
    letters += lettersOf(word);
  }
  return {
    term,
    letters: lettersOf(term.text),
    joints,
    before: /^[^\p{L}\p{N}]*/u.exec(term.text)?.[0].trim() ?? '',
    after: /[^\p{L}\p{N}]*$/u.exec(term.text)?.[0].trim() ?? '',
  };
};

/** How the letters of a hit are parted among themselves. */
const innerParts = ({ parted }: Seen, at: number, { letters, joints }: Sought) => {
  let [gaps, gapsInWords, sentences] = [0, 0, 0];
  for (let offset = 1; offset < letters.length; offset++) {
    const how = parted[at + offset] ?? 0;
    if (how < PARTED.asWords) continue;
    gaps += 1;
    if (!joints.has(offset)) gapsInWords += 1;
    if (how === PARTED.asSentences) sentences += 1;
  }
  return { gaps, gapsInWords, sentences };
};

/** One more letter for a plural, where the last word is long: `Treatment A` must leave `treatment as` alone. */
const pluralEnd = ({ letters, parted }: Seen, end: number, { term }: Sought): number => {
  const last = term.words.at(-1) ?? '';
  return last.length >= 3 && letters[end] === 's' && (parted[end + 1] ?? 0) > 0 && parted[end] === 0
    ? end + 1
    : end;
};

/** The end of the hit at `at`, in letters; undefined where it is none. */
const hitAt = (seen: Seen, at: number, sought: Sought): number | undefined => {
  const { letters, term } = sought;
  const { gaps, gapsInWords, sentences } = innerParts(seen, at, sought);
  if (sentences > 0 && term.isOrdinary) return undefined;
  const within = term.hidden === 'anywhere' ? WITHIN : TOGETHER_WITHIN;
  if (gaps === 0 && letters.length >= within && !/^\p{N}|\p{N}$/u.test(letters)) return at + letters.length;
  const end = pluralEnd(seen, at + letters.length, sought);
  if ((seen.parted[at] ?? 0) === 0 || (seen.parted[end] ?? 0) === 0) return undefined;
  const isSpelt = letters.length >= 3 && gaps === letters.length - 1;
  return gapsInWords === 0 || isSpelt || letters.length >= PARTED_ANYHOW ? end : undefined;
};

const GENITIVE = /^['’]s(?![\p{L}\p{N}])/u;

/** With the rest of the words that hold it, and the signs that belong to the term. */
const spanOf = (seen: Seen, text: string, [at, to]: [number, number], { before, after }: Sought): Span => {
  let [first, last] = [at, to - 1];
  while (first > 0 && at - first < MOST_BESIDE && (seen.parted[first] ?? 0) < PARTED.asWords) first -= 1;
  while (last - to < MOST_BESIDE && (seen.parted[last + 1] ?? 9) < PARTED.asWords) last += 1;
  const [start, end] = [seen.starts[first] ?? 0, seen.ends[last] ?? text.length];
  const lead = before !== '' && text.slice(0, start).endsWith(before) ? before.length : 0;
  const trail = after !== '' && text.startsWith(after, end) ? after.length : 0;
  const genitive = GENITIVE.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  return { start: start - lead, end: end + Math.max(trail, genitive) };
};

const spansOf = (seen: Seen, text: string, sought: Sought): Span[] => {
  const spans: Span[] = [];
  const { letters } = sought;
  for (let at = seen.letters.indexOf(letters); at >= 0; at = seen.letters.indexOf(letters, at + 1)) {
    const end = hitAt(seen, at, sought);
    if (end !== undefined) spans.push(spanOf(seen, text, [at, end], sought));
  }
  return spans;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** `C++`, by its very signs. */
const literally = (terms: readonly Term[]): ((text: string) => Span[]) => {
  if (terms.length === 0) return () => [];
  const any = terms.map(({ text }) => escaped(text)).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) =>
    Array.from(text.matchAll(pattern), (hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
};

export const termFinder = ({ terms }: Vocabulary): ((seen: Seen, text: string) => Span[]) => {
  const sought = terms.filter(({ hidden }) => hidden === 'anywhere' || hidden === 'whole').map(soughtOf);
  const unique = [...new Map(sought.map((each) => [each.letters, each])).values()];
  const inLetters = literally(terms.filter(({ hidden }) => hidden === 'letter-by-letter'));
  return (seen, text) => [...unique.flatMap((each) => spansOf(seen, text, each)), ...inLetters(text)];
};
