/** A dose of the study among the words of a text: an amount, in figures or in words, and its unit. */
import { inWords } from './number-words.ts';
import type { Dose } from './vocabulary.ts';
import { wordsIn, type Word } from './wall-words.ts';

const VOLUMES = /^(?:[dmu]?l|lit(?:er|re)s?|g|mmol|mol)$/;

/** Words that make up a text from `first` on; how many there are, or 0. */
const spelt = (words: readonly Word[], first: number, text: string): number => {
  let joined = '';
  for (let count = 1; joined.length < text.length; count++) {
    const word = words[first + count - 1];
    if (word === undefined || (count > 1 && word.follows === 'sentence')) return 0;
    joined += word.letters;
    if (joined === text) return count;
    if (!text.startsWith(joined)) return 0;
  }
  return 0;
};

const valueOf = (letters: string): number | undefined => {
  if (/^\d+(?:\.\d+)?$/.test(letters)) return Number(letters);
  return undefined;
};

const isAmount = (letters: string, amount: string): boolean =>
  valueOf(letters) === Number(amount) ||
  (/^\d{1,3}(?:\.\d{3})+$/.test(letters) && Number(letters.replaceAll('.', '')) === Number(amount));

/** `54 mg/dL`: a result. */
const isConcentration = (words: readonly Word[], next: number): boolean => {
  const isPer = words[next]?.letters === 'per';
  const after = words[isPer ? next + 1 : next];
  if (!isPer && !/[/·⋅]|^\s*\($/.test(after?.signs ?? '')) return false;
  const at = (isPer ? next + 1 : next) + (after?.letters === '100' ? 1 : 0);
  // `dL` is two words to those who read changes of case.
  const [volume, rest] = [words[at], words[at + 1]];
  const unit = (volume?.letters ?? '') + (rest?.follows === 'mark' ? rest.letters : '');
  return VOLUMES.test(unit);
};

/** A dose as its words are read. */
interface Known {
  readonly amount: string;
  readonly numbers: readonly { readonly letters: string; readonly goesOn: RegExp }[];
  readonly units: readonly string[];
}

const joined = (text: string): string =>
  wordsIn(text)
    .map(({ letters }) => letters)
    .join('');

const knownOf = ({ amount, units }: Dose): Known => ({
  amount,
  numbers: inWords(amount).map(({ text, goesOn }) => ({
    letters: joined(text),
    goesOn: new RegExp(`^${goesOn}$`),
  })),
  units: units.map(joined),
});

/** Whether the words before it make it another number: `sixty-four` is not four. */
const continues = (words: readonly Word[], first: number, goesOn: RegExp): boolean => {
  const [before, last] = [words[first - 2]?.letters ?? '', words[first - 1]?.letters ?? ''];
  return goesOn.test(last) || goesOn.test(before + last);
};

const isDoseAt = (words: readonly Word[], first: number, { amount, numbers, units }: Known): boolean => {
  const inFigures = isAmount(words[first]?.letters ?? '', amount) ? 1 : 0;
  const inLetters = numbers
    .filter(({ goesOn }) => !continues(words, first, goesOn))
    .map(({ letters }) => spelt(words, first, letters));
  return [inFigures, ...inLetters].some(
    (count) =>
      count > 0 &&
      units.some((unit) => {
        const taken = spelt(words, first + count, unit);
        const isApart = words[first + count]?.follows === 'sentence';
        return taken > 0 && !isApart && !isConcentration(words, first + count + taken);
      }),
  );
};

export const doseSearch = (doses: readonly Dose[]): ((words: readonly Word[]) => boolean) => {
  const known = doses.map(knownOf);
  const starts = new Set(known.flatMap(({ numbers }) => numbers.map(({ letters }) => letters.charAt(0))));
  return (words) =>
    words.some(({ letters }, first) => {
      if (!/^\d/.test(letters) && !starts.has(letters.charAt(0))) return false;
      return known.some((dose) => isDoseAt(words, first, dose));
    });
};
