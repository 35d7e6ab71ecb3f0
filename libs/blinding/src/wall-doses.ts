/** A dose of the study among the words of a text: an amount, in figures or in words, and its unit. */
import { inWords } from './number-words.ts';
import type { Dose } from './vocabulary.ts';
import type { Word } from './wall-words.ts';

const VOLUMES = /^(?:[dmu]?l|lit(?:er|re)s?|g|mmol|mol)$/;
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|point|and)$/;

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

const isDoseAt = (
  words: readonly Word[],
  first: number,
  { amount, units }: Dose,
  numbers: readonly string[],
): boolean => {
  const [word, before] = [words[first], words[first - 1]];
  const inFigures = isAmount(word?.letters ?? '', amount) ? 1 : 0;
  const counts = [inFigures, ...numbers.map((number) => spelt(words, first, number))].filter((n) => n > 0);
  if (inFigures === 0 && before !== undefined && TENS.test(before.letters)) return false;
  return counts.some((count) =>
    units.some((unit) => {
      const taken = spelt(words, first + count, unit.replaceAll(' ', ''));
      const isApart = words[first + count]?.follows === 'sentence';
      return taken > 0 && !isApart && !isConcentration(words, first + count + taken);
    }),
  );
};

export const doseSearch = (doses: readonly Dose[]): ((words: readonly Word[]) => boolean) => {
  const known = doses.map((dose) => ({ dose, numbers: inWords(dose.amount) }));
  const starts = new Set(known.flatMap(({ numbers }) => numbers.map((number) => number.slice(0, 2))));
  return (words) =>
    words.some(({ letters }, first) => {
      if (!/^\d/.test(letters) && !starts.has(letters.slice(0, 2))) return false;
      return known.some(({ dose, numbers }) => isDoseAt(words, first, dose, numbers));
    });
};
