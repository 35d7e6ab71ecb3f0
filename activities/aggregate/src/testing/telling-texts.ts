/** Random treatments, written in random ways into texts of every kind that a report shows, and a search that finds them. */
import type { CutTreatments } from '@rounds/contracts/cut';
import { seededRandom } from '@rounds/report-types/testing/random';
import { decodeHTML } from 'entities';
import MarkdownIt from 'markdown-it';

/** Any list, where the generator's own wants one that is known not to be empty. */
export const createRandom = (seed: number) => {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => random.pick(items as readonly [Item, ...Item[]]);
  const integer = (from: number, to: number): number => random.between(from, to);
  return { integer, pick };
};
export type Random = ReturnType<typeof createRandom>;

const SYLLABLES = 'mar lo zi xan tru vek dor qui bax nel fos pri gam tul kev sor jun wib'.split(' ');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const drugOf = (random: Random): string =>
  capital(
    `${[1, 2, 3].map(() => random.pick(SYLLABLES)).join('')}${random.pick(['mab', 'line', 'tide', 'nib'])}`,
  );

export interface Trial {
  readonly treatments: CutTreatments;
  /** What must not be seen. */
  readonly secrets: readonly string[];
  readonly doses: readonly number[];
}

export const trialOf = (random: Random): Trial => {
  const [drug, other] = [drugOf(random), drugOf(random)];
  const doses = [random.integer(21, 98), random.integer(101, 998)];
  const names = random.pick([
    [`${drug} High Dose`, `${drug} Low Dose`, 'Placebo'],
    [`${drug} ${doses[0]} mg`, `${other} + Placebo`, 'Placebo'],
    [`${drug}/${other}`, `${drug} then ${other}`, 'Placebo'],
  ]);
  const codes = [`${drug.slice(0, 4)}_Hi`, `${drug.slice(0, 4)}_Lo`, 'Plcb'];
  return {
    treatments: { names, codes, doses: doses.map((dose) => `${dose} mg`) },
    secrets: [...names, ...codes, drug],
    doses,
  };
};

const at = (random: Random, text: string): number => random.integer(1, text.length - 1);
const insert = (text: string, index: number, what: string): string =>
  text.slice(0, index) + what + text.slice(index);
const letterAt = (random: Random, text: string): number => {
  const index = at(random, text);
  return /[a-z]/i.test(text.charAt(index)) ? index : 0;
};
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const LOOKALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  i: 'і',
};

/** Ways to write words in any text. */
const WAYS: readonly ((text: string, random: Random) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text, random) =>
    text.replace(/[ _+/]+/g, random.pick(['_', '-', '.', ' (', '\u00a0', '  ', '…', '\n', ''])),
  (text, random) =>
    insert(text, at(random, text), random.pick(['\u00AD', '\u200B', '\u200D', '\u2060', '\uFEFF'])),
  (text) => wide(text),
  (text) => text.replace(/[aeopcxi]/, (letter) => LOOKALIKE[letter] ?? letter),
  (text) => text.replace(/[aeiou]/, '$&\u0301'),
  (text, random) => insert(text, at(random, text), '-\n'),
  (text) => Array.from(text.replace(/[ _+/]+/g, '')).join(' '),
  (text) =>
    `Rash${text
      .split(/[ _+/]+/)
      .map(capital)
      .join('')}2.jpg`,
  (text, random) => {
    const index = letterAt(random, text);
    return `${text.slice(0, index)}&#${text.charCodeAt(index)};${text.slice(index + 1)}`;
  },
];
/** And in Markdown. */
const MARKED: typeof WAYS = [
  (text, random) => {
    const [from, to] = [at(random, text), at(random, text)].sort((a, b) => a - b) as [number, number];
    const mark = random.pick(['**', '*', '`', '~~']);
    return from === to || /^\s|\s$/.test(text.slice(from, to))
      ? text
      : text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to);
  },
  (text, random) => {
    const index = at(random, text);
    return `[${text.slice(0, index)}](http://a.example)[${text.slice(index)}](http://b.example)`;
  },
  (text, random) => insert(text, at(random, text), '<!-- x -->'),
  (text) => text.replaceAll('_', '\\_'),
  (text) => `[see](http://a.example/${encodeURIComponent(text)})`,
  (text) => `![scan](x.png "${text}")`,
  (text) => `see [here][1]\n\n[1]: http://a.example '${text}'\n\n`,
];

const NUMBERS: Readonly<Record<number, string>> = {
  2: 'twenty',
  3: 'thirty',
  4: 'forty',
  5: 'fifty',
  6: 'sixty',
  7: 'seventy',
  8: 'eighty',
  9: 'ninety',
};
const ONES = ' one two three four five six seven eight nine'.split(' ');
const inWords = (n: number) =>
  n > 99
    ? String(n)
    : `${String(NUMBERS[Math.floor(n / 10)])}${n % 10 === 0 ? '' : `-${String(ONES[n % 10])}`}`;
const doseWays = (n: number, random: Random) =>
  random.pick([
    `${n} mg`,
    `${n}mg`,
    `${n}(mg)`,
    `${n}-mg`,
    `${n}.0 MG`,
    `${n}\nmg`,
    `${inWords(n)} milligrams`,
    `${n} milligram`,
  ]);

const FRAMES = [
  'The subject took %s since May.',
  'Kit label: %s',
  '%s',
  'Rash under (%s), mild',
  'on\t%s;',
  'Übelkeit nach %s.',
  '- %s\n- fever',
  '| a | b |\n|---|---|\n| %s | 3 |',
  '# %s\n\nno more',
];
export const KINDS = ['markdown', 'text', 'title', 'caption', 'file name', 'AETERM'] as const;

const LATIN = new Map(Object.entries(LOOKALIKE).map(([latin, like]) => [like, latin]));
const squashed = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[а-я]|і/g, (letter) => LATIN.get(letter) ?? letter)
    .replace(/[^a-z\d]/g, '');

const html = new MarkdownIt({ html: false });
const attributes = (drawn: string) =>
  Array.from(drawn.matchAll(/="([^"]*)"/g), ([, value = '']) => decodeURIComponent(decodeHTML(value)));
/** What can be read, letters and digits alone: the text, and for Markdown what is drawn of it. */
export const readings = (text: string, isMarkdown: boolean): string[] => {
  const drawn = isMarkdown ? html.render(text) : '';
  const all = [text, decodeHTML(text), drawn.replace(/<[^>]*>/g, ''), ...attributes(drawn)].map((each) =>
    decodeHTML(each),
  );
  return all.map((each) => squashed(each.replace(/<[^<>]*>/g, '').replace(/\]\([^()]*\)/g, '')));
};

/** @param least letters of a secret that is looked for: a few stand in any long text by chance */
export const treatmentsFound = (
  readings: readonly string[],
  { secrets, doses }: Trial,
  least = 0,
): string[] => {
  const sought = new Map(secrets.map((secret) => [secret, squashed(secret)] as const));
  return readings.flatMap((reading) => [
    ...secrets.filter((secret) => {
      const letters = sought.get(secret) ?? '';
      return letters.length >= least && reading.includes(letters);
    }),
    ...doses
      .filter(
        (dose) =>
          new RegExp(`(?<!\\d)${dose}0?m(?:g|illig)`).test(reading) ||
          reading.includes(`${squashed(inWords(dose))}milligram`),
      )
      .map(String),
  ]);
};

export type TextKind = (typeof KINDS)[number];

/** A text of this kind that names a treatment of the trial, in some way of writing it. */
export const tellingText = (random: Random, trial: Trial, kind: TextKind): string => {
  const ways = kind === 'markdown' ? [...WAYS, ...MARKED] : WAYS;
  const named = () => random.pick(ways)(random.pick(trial.secrets), random);
  const what = random.pick([() => doseWays(random.pick(trial.doses), random), named, named, named])();
  return random.pick(FRAMES).replace('%s', () => what);
};
