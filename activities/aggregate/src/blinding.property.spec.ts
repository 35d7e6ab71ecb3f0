/** Random treatments, written in random ways into texts of every kind that a report shows: nothing of them comes through. */
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import type { CutTreatments } from '@rounds/contracts/cut';
import { seededRandom } from '@rounds/report-types/testing/random';
import { decodeHTML } from 'entities';
import MarkdownIt from 'markdown-it';
import { blindingFor } from './blinding.ts';
import { openCut } from './cut-reader.ts';
import { cleanText } from './documents.ts';
import { storeCut } from './testing/cut.ts';

const CASES = 10_000;
const HARMLESS = 1_000;

/** Any list, where the generator's own wants one that is known not to be empty. */
const createRandom = (seed: number) => {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => random.pick(items as readonly [Item, ...Item[]]);
  const integer = (from: number, to: number): number => random.between(from, to);
  return { integer, pick };
};
type Random = ReturnType<typeof createRandom>;

const SYLLABLES = 'mar lo zi xan tru vek dor qui bax nel fos pri gam tul kev sor jun wib'.split(' ');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const drugOf = (random: Random): string =>
  capital(
    `${[1, 2, 3].map(() => random.pick(SYLLABLES)).join('')}${random.pick(['mab', 'line', 'tide', 'nib'])}`,
  );

interface Trial {
  readonly treatments: CutTreatments;
  /** What must not be seen. */
  readonly secrets: readonly string[];
  readonly doses: readonly number[];
}

const trialOf = (random: Random): Trial => {
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
const KINDS = ['markdown', 'text', 'title', 'caption', 'file name', 'AETERM'] as const;

const squashed = (text: string): string =>
  Array.from(
    text.normalize('NFKD').toLowerCase(),
    (letter) => Object.entries(LOOKALIKE).find(([, like]) => like === letter)?.[0] ?? letter,
  )
    .join('')
    .replace(/[^a-z\d]/g, '');

const html = new MarkdownIt({ html: false });
const attributes = (drawn: string) =>
  Array.from(drawn.matchAll(/="([^"]*)"/g), ([, value = '']) => decodeURIComponent(decodeHTML(value)));
/** What can be read: the text, and for Markdown what is drawn of it. */
const readings = (text: string, isMarkdown: boolean): string[] => {
  const drawn = isMarkdown ? html.render(text) : '';
  const all = [text, decodeHTML(text), drawn.replace(/<[^>]*>/g, ''), ...attributes(drawn)].map((each) =>
    decodeHTML(each),
  );
  return all.map((each) => squashed(each.replace(/<[^<>]*>/g, '').replace(/\]\([^()]*\)/g, '')));
};

const found = (text: string, isMarkdown: boolean, { secrets, doses }: Trial): string[] =>
  readings(text, isMarkdown).flatMap((reading) => [
    ...secrets.filter((secret) => reading.includes(squashed(secret))),
    ...doses
      .filter(
        (dose) =>
          new RegExp(`(?<!\\d)${dose}0?m(?:g|illig)`).test(reading) ||
          reading.includes(`${squashed(inWords(dose))}milligram`),
      )
      .map(String),
  ]);

const blindingOf = async (treatments: CutTreatments) => {
  const objects = memoryObjectStore();
  const cut = await openCut(objects, await storeCut(objects, { rows: {}, manifest: { treatments } }));
  return blindingFor({ scope: { sites: 'all', unblinded: false }, cut, previous: 'none' });
};

it(`lets no treatment through in ${String(CASES)} texts`, async () => {
  const random = createRandom(20_261_130);
  const leaks: unknown[] = [];
  let woven = 0;
  for (let n = 0; n < CASES; n += 50) {
    const trial = trialOf(random);
    const blinding = await blindingOf(trial.treatments);
    for (let each = 0; each < 50; each++) {
      const kind = random.pick(KINDS);
      const isMarkdown = kind === 'markdown';
      const ways = isMarkdown ? [...WAYS, ...MARKED] : WAYS;
      const what = random.pick([
        () => doseWays(random.pick(trial.doses), random),
        () => random.pick(ways)(random.pick(trial.secrets), random),
        () => random.pick(ways)(random.pick(trial.secrets), random),
        () => random.pick(ways)(random.pick(trial.secrets), random),
      ])();
      const text = cleanText(random.pick(FRAMES).replace('%s', () => what));
      woven += found(text, isMarkdown, trial).length > 0 ? 1 : 0;
      const masked = isMarkdown ? (blinding.maskText(text, 'text/markdown') ?? '') : blinding.mask(text);
      const left = found(masked, isMarkdown, trial);
      if (left.length > 0) leaks.push({ kind, text, masked, left, treatments: trial.treatments });
    }
  }
  expect(leaks.slice(0, 5)).toEqual([]);
  // The same search finds them before: else it would prove nothing.
  expect(woven).toBeGreaterThan(0.9 * CASES);
});

const WHO = ['The patient', 'She', 'Subject 01-701-1015', 'A man of 54 years', 'The investigator'];
const DID = ['reported', 'had', 'complained of', 'recovered from', 'noted', 'was treated for'];
const WHAT = [
  ...[
    'high fever',
    'low back pain',
    'a low grade fever',
    'high blood pressure',
    'control of symptoms',
    'an active infection',
  ],
  ...[
    'application site pruritus',
    'a dose of paracetamol 1000 mg',
    'mild dizziness',
    'glucose 54 mg/dL',
    'normal birth control',
  ],
  ...[
    'pain in the left arm',
    'a group of blisters',
    'no place to rest',
    'placement of a patch',
    'ALT HIGH, AST LOW',
    'a full night of sleep',
  ],
];
const WHEN = [
  'in week 12.',
  'on the standard visit.',
  'since early May.',
  'twice daily; none since.',
  'and aspirin 1200 mg was given.',
  'at high altitude. Dose unchanged.',
];

it(`leaves ${String(HARMLESS)} harmless sentences as they are`, async () => {
  const random = createRandom(7);
  let changed = 0;
  for (let n = 0; n < HARMLESS; n += 20) {
    const blinding = await blindingOf(trialOf(random).treatments);
    for (let each = 0; each < 20; each++) {
      const sentence = `${random.pick(WHO)} ${random.pick(DID)} ${random.pick(WHAT)} ${random.pick(WHEN)}`;
      if (blinding.mask(sentence) !== sentence || blinding.maskText(sentence, 'text/markdown') !== sentence)
        changed += 1;
    }
  }
  expect(changed).toBeLessThanOrEqual(HARMLESS / 100);
});
