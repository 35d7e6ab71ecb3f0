/** What holds of every catalogue, whatever its language: a translator's slip is found here. */
import { isReviewed, LANGUAGES, type Language } from '@rounds/contracts/language';
import { FINDING_CODES } from '@rounds/contracts/gate';
import { CAUSE_CODES } from '@rounds/contracts/why';
import { NOT_COMPUTED_CODES, NOT_SHOWN_CODES } from '@rounds/contracts/dataset';
import { faultsIn, lackingLines, messagesIn, readCatalogues } from '../../../../../tools/words.mjs';
import type { Message } from './message.ts';
import { voiceOf } from './voice.ts';

const CATALOGUES = await readCatalogues();
const ENGLISH = messagesIn(CATALOGUES, 'en');
const TRANSLATED = LANGUAGES.filter((language): language is Exclude<Language, 'en'> => language !== 'en');

/** One catalogue in English, and one in Polish with what a translator wrote. */
const catalogues = (english: Record<string, string>, polish: Record<string, string>) => [
  { language: 'en', file: 'words/en.json', texts: english },
  { language: 'pl', file: 'words/pl.json', texts: polish },
];

describe('the catalogues', () => {
  it('say each message with what it is given, and no other', () => {
    expect(ENGLISH.size).toBeGreaterThan(1_000);
    expect(faultsIn(CATALOGUES)).toEqual([]);
  });

  it.each([
    ['a key that is no message', { other: 'Inny' }, 'pl: other is no message'],
    ['what is not given', { sites: '{n} {m}' }, 'pl: sites is not given {m}'],
    [
      'a word that is counted',
      { 'at-site': '{site, plural, other {#}}' },
      'pl: at-site counts {site}, which is a word',
    ],
    ['a word that is left out', { 'at-site': 'ośrodek' }, 'pl: at-site does not say {site}'],
    ['nothing', { sites: '' }, 'pl: sites is empty'],
  ])('are refused for %s', (_what, polish, fault) => {
    const english = { sites: '{n, number} sites', 'at-site': 'site {site}' };
    expect(faultsIn(catalogues(english, polish))).toEqual([fault]);
  });

  it('tell in a line what a language lacks, which is said in English until then', () => {
    const english = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => [key, key]));
    expect(lackingLines(catalogues(english, { a: 'a' }))).toEqual([
      'pl lacks 6, said in English: b, c, d, e, f, …',
    ]);
    expect(lackingLines(catalogues(english, english))).toEqual([]);
  });
});

describe.each(LANGUAGES)('the catalogues of %s', (language) => {
  it('say who has reviewed them, or that nobody has', () => {
    const states = CATALOGUES.filter((each) => each.language === language).map(({ texts }) =>
      String(texts['@@state']),
    );
    for (const state of states)
      expect(state).toMatch(
        language === 'en' ? /^reviewed$/ : /^(draft|reviewed by [a-z ]+ on \d{4}-\d{2}-\d{2})$/,
      );
    expect(isReviewed(language)).toBe(states.every((state) => state !== 'draft'));
  });

  it('name the locale whose numbers, days and plurals they have', () => {
    const locales = new Set(
      CATALOGUES.filter((each) => each.language === language).map(({ texts }) => String(texts['@@locale'])),
    );
    expect([...locales]).toEqual([expect.stringMatching(new RegExp(`^${language}-[A-Z]{2}$`))]);
  });
});

/** What regulations call serious, and how strong an event was: a reader acts on the difference. */
const SERIOUS = { de: /schwerwiegend/i, fr: /grave/i, es: /grave/i, ja: /重篤/, pl: /ciężk/i } as const;
const SEVERE = {
  de: /schwere[rns]?\b(?!wiegend)|schwer\b/i,
  fr: /sévère/i,
  es: /intens/i,
  ja: /高度/,
  pl: /nasilen/i,
} as const;

describe('serious and severe', () => {
  const keysOf = (word: RegExp, other: RegExp): string[] =>
    [...ENGLISH].filter(([, text]) => word.test(text) && !other.test(text)).map(([key]) => key);

  it.each(Object.keys(SERIOUS) as (keyof typeof SERIOUS)[])(
    'are never taken for each other in %s',
    (language) => {
      const serious = keysOf(/\bserious\b/i, /\bsevere\b|\{severe\}/i);
      const severe = keysOf(/\bsevere\b/i, /\bserious\b/i);
      expect([serious.length, severe.length].every((count) => count > 5)).toBe(true);
      const messages = messagesIn(CATALOGUES, language);
      const failing = (keys: string[], isWrong: (text: string) => boolean) =>
        keys.filter((key) => messages.has(key) && isWrong(messages.get(key) ?? ''));
      expect(failing(serious, (text) => !SERIOUS[language].test(text))).toEqual([]);
      expect(failing(serious, (text) => SEVERE[language].test(text))).toEqual([]);
      expect(failing(severe, (text) => SERIOUS[language].test(text))).toEqual([]);
    },
  );
});

describe('codes', () => {
  it.each([
    ['finding', FINDING_CODES],
    ['not-shown', NOT_SHOWN_CODES],
    ['not-computed', NOT_COMPUTED_CODES],
    ['why', CAUSE_CODES],
  ] as const)('of %s have words, and no other has', (prefix, codes) => {
    const keys = [...ENGLISH.keys()].filter((key) => key.startsWith(`${prefix}.`));
    expect(keys.sort()).toEqual(codes.map((code) => `${prefix}.${code}`).sort());
  });

  it.each(TRANSLATED)('are told in %s with what they are about', (language) => {
    const { tell } = voiceOf(language);
    const message: Message = 'finding.rows-not-found';
    expect(tell({ message, values: { missing: 1, rows: 1_250 } })).toContain(voiceOf(language).number(1_250));
  });
});
