/** Where a text says that an arm is meant by a word or letter that otherwise means something else: `arm A`. */
import { seenIn, type Seen } from './seen.ts';
import type { Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

export const ARM_WORDS =
  'arms?|groups?|treatments?|cohorts?|regimens?|sequences?|randomi[sz]edto|assignedto|allocatedto';
const BEHIND = 'arms?|groups?|cohorts?|regimens?|sequences?';
/** Signs between the two; the end of a sentence is none. */
const GAP = /^[\s:=#"'“”‘’()[\]_*`~\\/\p{Pd}\p{Cf}]+$/u;

const isBounded = ({ parted }: Seen, at: number, end: number): boolean =>
  (parted[at] ?? 0) > 0 && (parted[end] ?? 0) > 0;

interface Pair {
  /** Which of the two hides the term. */
  readonly pattern: RegExp;
  readonly isBehind: boolean;
}

const spansOf = (seen: Seen, text: string, { pattern, isBehind }: Pair): Span[] => {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(seen.letters); hit !== null; hit = pattern.exec(seen.letters)) {
    const [, first = '', second = ''] = hit;
    const middle = hit.index + first.length;
    const end = middle + second.length;
    pattern.lastIndex = hit.index + 1;
    const gap = text.slice(seen.ends[middle - 1], seen.starts[middle]);
    if (!isBounded(seen, hit.index, middle) || !isBounded(seen, middle, end) || !GAP.test(gap)) continue;
    const [at, to] = isBehind ? [middle, end] : [hit.index, middle];
    spans.push({ start: seen.starts[at] ?? 0, end: seen.ends[to - 1] ?? text.length });
  }
  return spans;
};

export const namedFinder = ({ terms }: Vocabulary): ((seen: Seen, text: string) => Span[]) => {
  const named = terms
    .filter(({ hidden }) => hidden === 'named')
    .map(({ text }) => seenIn(text, false).letters)
    .sort((a, b) => b.length - a.length);
  if (named.length === 0) return () => [];
  const long = named.filter((word) => word.length > 2);
  const pairs: Pair[] = [
    { pattern: new RegExp(`(${ARM_WORDS})(${named.join('|')})`, 'gu'), isBehind: true },
    // `A group` is any group.
    ...(long.length === 0
      ? []
      : [{ pattern: new RegExp(`(${long.join('|')})(${BEHIND})`, 'gu'), isBehind: false }]),
  ];
  return (seen, text) => pairs.flatMap((pair) => spansOf(seen, text, pair));
};
