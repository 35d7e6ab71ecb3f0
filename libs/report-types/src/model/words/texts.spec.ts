import { LANGUAGES } from '@rounds/contracts/language';
import { placesOf, withoutContext, type Texts, type Translated } from './message.ts';
import { TEXTS } from './texts.ts';
import { CHANGES } from './texts/changes.ts';
import { FRAME } from './texts/frame.ts';
import { LEARNER_PROGRESS } from './texts/learner-progress.ts';
import { MAIL } from './texts/mail.ts';
import { SAFETY_WEEKLY } from './texts/safety-weekly.ts';
import { SITE_PERFORMANCE } from './texts/site-performance.ts';
import { STUDY_WEEKLY } from './texts/study-weekly.ts';
import { TABLES } from './texts/tables.ts';
import { TOLD } from './texts/told.ts';

const TRANSLATED = LANGUAGES.filter((language): language is Translated => language !== 'en');
const ALL = Object.entries<Readonly<Record<Translated, string>>>(TEXTS);

const failing = (isWrong: (message: string, words: string, language: Translated) => boolean): string[] =>
  ALL.flatMap(([message, translation]) =>
    TRANSLATED.filter((language) => isWrong(message, translation[language], language)).map(
      (language) => `${language}: ${message}`,
    ),
  );

describe('the catalogue', () => {
  it('has words in every language', () => {
    expect(ALL.length).toBeGreaterThan(600);
    expect(failing((_message, words) => words.trim() === '')).toEqual([]);
  });

  it('has no place in a translation that its message has not', () => {
    expect(
      failing((message, words) => placesOf(words).some((place) => !placesOf(message).includes(place))),
    ).toEqual([]);
  });

  it('tells every word that its message is given; only what counts alone may go without saying', () => {
    const given = (message: string): string[] =>
      [...message.matchAll(/\{([^{}#]+)\}/g)].map(([, name]) => name ?? '');
    expect(
      failing((message, words) => given(message).some((name) => !placesOf(words).includes(name))),
    ).toEqual([]);
  });

  it('chooses by number only where its message counts, so that the value is one', () => {
    const counted = (text: string): string[] =>
      [...text.matchAll(/\{([^{}#]+)#/g)].map(([, name]) => name ?? '');
    expect(
      failing((message, words) => counted(words).some((name) => !counted(message).includes(name))),
    ).toEqual([]);
  });

  it('shows no context of a word, and no brace that is left open', () => {
    expect(failing((_message, words) => words.includes('§'))).toEqual([]);
    expect(failing((_message, words) => /[{}]/.test(words.replaceAll(/\{[^{}]+\}/g, '')))).toEqual([]);
  });

  it('says a message that stands in two files alike', () => {
    const files: readonly Texts[] = [
      ...[FRAME, TABLES, CHANGES, MAIL, TOLD],
      ...[STUDY_WEEKLY, SAFETY_WEEKLY, SITE_PERFORMANCE, LEARNER_PROGRESS],
    ];
    const differing = files
      .flatMap((texts) => Object.entries(texts))
      .filter(([message, translation]) => {
        const known: Texts = TEXTS;
        return JSON.stringify(known[message]) !== JSON.stringify(translation);
      });
    expect(differing.map(([message]) => message)).toEqual([]);
  });
});

/** What regulations call serious, and how strong an event was: a reader acts on the difference. */
const SERIOUS = { de: /schwerwiegend/i, fr: /grave/i, es: /grave/i, ja: /重篤/ } as const;
const SEVERE = {
  de: /schwere[rns]?\b(?!wiegend)|schwer\b/i,
  fr: /sévère/i,
  es: /intens/i,
  ja: /高度/,
} as const;

describe('serious and severe', () => {
  const of = (word: RegExp, other: RegExp) =>
    ALL.filter(([message]) => word.test(withoutContext(message)) && !other.test(withoutContext(message)));

  it('are never taken for each other', () => {
    const serious = of(/\bserious\b/i, /\bsevere\b|\{severe\}/i);
    const severe = of(/\bsevere\b/i, /\bserious\b/i);
    expect([serious.length, severe.length].every((count) => count > 5)).toBe(true);
    for (const language of TRANSLATED) {
      const words = (found: typeof ALL) => found.map(([, translation]) => translation[language]);
      expect(words(serious).filter((text) => !SERIOUS[language].test(text))).toEqual([]);
      expect(words(serious).filter((text) => SEVERE[language].test(text))).toEqual([]);
      expect(words(severe).filter((text) => SERIOUS[language].test(text))).toEqual([]);
    }
  });
});
