/**
 * The last wall: searches what blinded readers could get for what they must not learn. It shares the vocabulary with
 * the mask and nothing else: the mask looks for terms in letters, the wall for words that make up a term.
 */
import type { CutTreatments } from '@rounds/contracts/cut';
import { wordsIn, type Word } from './wall-words.ts';
import { doseSearch } from './wall-doses.ts';
import { vocabularyOf, type Term, type Vocabulary } from './vocabulary.ts';

/** Whether a text tells a treatment. */
export type Search = (text: string) => boolean;

interface Known {
  readonly isOrdinary: boolean;
  /** As its words are joined: to tell `high dose` from `hi ghd ose`. */
  readonly words: readonly string[];
}

/** A term that is parted otherwise than between its words is taken for it from so many letters on. */
const PARTED_ANYHOW = 6;
/** Letters from which a name is found within a longer word. */
const [WITHIN, TOGETHER_WITHIN] = [5, 7];

const spelt = (text: string): string[] => wordsIn(text).map(({ letters }) => letters);

const isSpeltOut = (words: readonly Word[]): boolean =>
  words.length >= 3 && words.every(({ letters }) => Array.from(letters).length === 1);

/** Whether the words from `first` to `last` of a text are those of the term. */
const isTerm = (words: readonly Word[], known: Known): boolean => {
  const inside = words.slice(1);
  if (known.isOrdinary && inside.some(({ follows }) => follows === 'sentence')) return false;
  const joined = words.map(({ letters }) => letters).join('');
  if (joined.length >= PARTED_ANYHOW || isSpeltOut(words)) return true;
  // Parted where the term is, or by what does not part words.
  const ends = new Set<number>();
  let at = 0;
  for (const word of known.words) ends.add((at += word.length));
  let offset = words[0]?.letters.length ?? 0;
  return inside.every(({ letters, follows }) => {
    const isJoint = follows === 'mark' || ends.has(offset);
    offset += letters.length;
    return isJoint;
  });
};

const isPlural = (joined: string, terms: ReadonlyMap<string, Known>): string | undefined => {
  const one = joined.endsWith('s') ? joined.slice(0, -1) : '';
  return one.length >= 3 && (terms.get(one)?.words.at(-1)?.length ?? 0) >= 3 ? one : undefined;
};

/** A run of words that make up a term. */
const holdsTerm = (words: readonly Word[], terms: ReadonlyMap<string, Known>, longest: number): boolean => {
  for (let first = 0; first < words.length; first++) {
    let joined = '';
    for (let last = first; last < words.length; last++) {
      joined += words[last]?.letters ?? '';
      if (joined.length > longest + 1) break;
      const known = terms.get(joined) ?? terms.get(isPlural(joined, terms) ?? '');
      if (known !== undefined && isTerm(words.slice(first, last + 1), known)) return true;
    }
  }
  return false;
};

/** Words that are only marked up, or parted by case, are one. */
const unparted = (words: readonly Word[]): string[] => {
  const whole: string[] = [];
  for (const { letters, follows } of words)
    if (follows === 'mark') whole.push(`${whole.pop() ?? ''}${letters}`);
    else whole.push(letters);
  return whole;
};

const ARM = /^(?:arms?|groups?|treatments?|cohorts?|regimens?|sequences?)$/;
const ARM_BEHIND = /^(?:arms?|groups?|cohorts?|regimens?|sequences?)$/;
const TO = /^(?:randomi[sz]ed|assigned|allocated)$/;

const saysArm = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]?.letters ?? '';
  return ARM.test(before) || (before === 'to' && TO.test(words[at - 2]?.letters ?? ''));
};

/** A word that means something else, where an arm is meant. */
const namesArm = (words: readonly Word[], named: ReadonlySet<string>): boolean =>
  words.some(({ letters, follows }, at) => {
    if (!named.has(letters)) return false;
    if ((follows === 'word' || follows === 'mark') && saysArm(words, at)) return true;
    const next = words[at + 1];
    return letters.length > 2 && next?.follows === 'word' && ARM_BEHIND.test(next.letters);
  });

const isSearched = ({ hidden }: Term): boolean => hidden === 'anywhere' || hidden === 'whole';

const lowest = (text: string): string => text.normalize('NFKC').toLowerCase();

/** `C++`: with its signs, and nothing of a word beside it. */
const literally = ({ terms }: Vocabulary): Search => {
  const texts = terms.filter(({ hidden }) => hidden === 'letter-by-letter').map(({ text }) => lowest(text));
  const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
  return (text) => {
    const low = texts.length === 0 ? '' : lowest(text);
    return texts.some((term) => {
      const at = low.indexOf(term);
      return at >= 0 && !isWord(low.charAt(at - 1)) && !isWord(low.charAt(at + term.length));
    });
  };
};

/** What a search of words needs of the vocabulary. */
const sought = ({ terms: known, doses }: Vocabulary) => {
  const terms = new Map<string, Known>();
  const within: string[] = [];
  const named = new Set<string>();
  for (const term of known) {
    const words = term.words.map((word) => spelt(word).join(''));
    const joined = words.join('');
    if (term.hidden === 'named') named.add(joined);
    if (!isSearched(term) || joined === '') continue;
    terms.set(joined, { isOrdinary: term.isOrdinary, words });
    const least = term.hidden === 'anywhere' ? WITHIN : TOGETHER_WITHIN;
    if (joined.length >= least && !/^\p{N}|\p{N}$/u.test(joined)) within.push(joined);
  }
  const longest = Math.max(0, ...Array.from(terms.keys(), (term) => term.length));
  return { terms, within, named, longest, holdsDose: doseSearch(doses) };
};

const searchWords = (vocabulary: Vocabulary): ((words: readonly Word[]) => boolean) => {
  const { terms, within, named, longest, holdsDose } = sought(vocabulary);
  return (words) =>
    unparted(words).some((word) => within.some((term) => word.includes(term))) ||
    holdsTerm(words, terms, longest) ||
    namesArm(words, named) ||
    holdsDose(words);
};

/** Texts that tell no reader anything, because every report has them. */
export type SaidAnyway = readonly (readonly Word[])[];
export const saidAnyway = (texts: readonly string[]): SaidAnyway => texts.map(wordsIn);

const without = ({ terms, doses }: Vocabulary, said: SaidAnyway): Vocabulary => ({
  terms: terms.filter((term) => !said.some(searchWords({ terms: [term], doses: [] }))),
  doses,
});

/** `Pla<!-- x -->cebo`: a tag that is set as it was written hides nothing. */
const TAG = /<[^<>]{1,400}>/g;

/** @param said what is in these is not searched for */
export const createSearch = (treatments: CutTreatments, said: SaidAnyway = []): Search => {
  const vocabulary = without(vocabularyOf(treatments), said);
  const [inWords, inLetters] = [searchWords(vocabulary), literally(vocabulary)];
  const tells: Search = (text) => inWords(wordsIn(text)) || inLetters(text);
  return (text) => {
    const untagged = text.replace(TAG, '');
    return tells(text) || (untagged !== text && tells(untagged));
  };
};
