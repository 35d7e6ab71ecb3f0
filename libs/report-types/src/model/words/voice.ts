/**
 * How the product speaks to one reader: words, numbers, days and periods in their language. A value that is passed
 * on, never a setting of the process: one process speaks all languages at once.
 */
import { DEFAULT_LANGUAGE, type Language } from '@rounds/contracts/language';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { Saying } from '@rounds/contracts/saying';
import { daysIn, lastDay } from './days.ts';
import { localeOf, sayIn, type Label, type Say } from './message.ts';

/** A figure that does not exist. */
export const NONE = '–';

export interface Voice {
  readonly language: Language;
  /** The message in the language, its places filled. */
  readonly say: Say;
  /** As `say`, of what came as data. A key that no catalogue has stands for itself. */
  readonly tell: (saying: Saying) => string;
  /** `1,234.5`; `digits` fixes the decimals, otherwise they stay as they are. A dash for null. */
  readonly number: (value: number | null, digits?: number) => string;
  /** Of 0–100: `12.3%`. */
  readonly percent: (value: number | null) => string;
  /** `+3`, `−2`, `±0`; a dash where one of the two is missing. */
  readonly difference: (now: number | null, before: number | null, digits?: number) => string;
  /** `412 kB`, `1.4 MB` */
  readonly size: (bytes: number) => string;
  /** Between whole and decimals, and between thousands: for those who format numbers themselves. */
  readonly signs: { readonly decimal: string; readonly thousands: string };
  /** `9 September 2013` */
  readonly day: (date: LocalDate) => string;
  /** `9 Sept`: for axes. */
  readonly shortDay: (date: LocalDate) => string;
  /** `9 Sept 2013`: for cells. A partial date stays as it was received. */
  readonly cellDay: (date: string) => string;
  /** `2–8 September 2013` */
  readonly period: (period: Period) => string;
  /** As `period`, months cut short: for subjects of mails. */
  readonly shortPeriod: (period: Period) => string;
  /** On the wall clock of a zone: `9 September 2013, 08:00`. */
  readonly instant: (instant: string | Date, timeZone: string) => string;
  /** The local day of an instant: `9 September 2013`. */
  readonly instantDay: (instant: string | Date, timeZone: string) => string;
  /** `a, b and c` */
  readonly list: (items: readonly string[]) => string;
  /** As `list`, but only the first `most` and how many more there are. */
  readonly shortList: (items: readonly string[], most: number) => string;
  /** `3 more than the week before`, `as many as the week before`. */
  readonly against: (now: number | null, before: number | null, previous: string) => string;
  /** `Weekly safety report`: what a report of the type is called that covers such a period. */
  readonly reportName: (names: Readonly<Record<Rhythm, Label>>, period: Period) => string;
  /** One after another, as the language puts them. */
  readonly sentences: (sentences: readonly string[]) => string;
  /** A label within a sentence: with a small letter, where the language has them so. */
  readonly inSentence: (label: string) => string;
  /** How a period of this length is spoken of. */
  readonly nouns: (period: Period) => PeriodNouns;
}

export interface PeriodNouns {
  /** `this week` */
  readonly current: string;
  /** `the week before` */
  readonly previous: string;
  /** The heads of columns: `This week`, `Last week`. */
  readonly currentShort: string;
  readonly previousShort: string;
  /** Beside a figure: `last week`. */
  readonly beside: string;
}

/** Thin spaces are in few typefaces; those that must not break stay so. The minus is a real one. */
const printable = (text: string): string =>
  text
    .replaceAll('\u202F', '\u00A0')
    .replaceAll('\u2009', ' ')
    .replaceAll(/-(?=\d)/g, '−');

const at = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);
const isWholeDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

type Options = Intl.DateTimeFormatOptions;
const LONG: Options = { day: 'numeric', month: 'long', year: 'numeric' };
const MEDIUM: Options = { day: 'numeric', month: 'short', year: 'numeric' };
const CLOCK: Options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** Of some languages (Japanese) Intl has ranges in digits alone: then both days are written out. */
const rangeInWords = (format: Intl.DateTimeFormat, first: Date, last: Date): string => {
  const range = format.formatRange(first, last);
  const words = format
    .formatToParts(last)
    .filter(({ type, value }) => type === 'literal' && /\p{L}/u.test(value));
  if (words.every(({ value }) => range.includes(value))) return range;
  const parts = format.formatRangeToParts(first, last);
  const between = parts.find(({ type, source }) => type === 'literal' && source === 'shared')?.value ?? '–';
  return `${format.format(first)}${between}${format.format(last)}`;
};

const dates = (locale: string, say: Voice['say']) => {
  const utc = (options: Options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const [long, medium, cell, short] = [
    utc(LONG),
    utc(MEDIUM),
    utc({ dateStyle: 'medium' }),
    utc({ day: 'numeric', month: 'short' }),
  ];
  const range = (format: Intl.DateTimeFormat, period: Period): string => {
    const [first, last] = [at(period.start), at(lastDay(period))];
    if (period.start === lastDay(period)) return format.format(first);
    return rangeInWords(format, first, last)
      .replaceAll('\u2009', ' ')
      .replace(/^(\d+) – (?=\d)/, '$1–');
  };
  return {
    day: (date: LocalDate) => long.format(at(date)),
    shortDay: (date: LocalDate) => short.format(at(date)),
    // A day of a narrow column stays in one piece.
    cellDay: (date: string) => (isWholeDay(date) ? cell.format(at(date)).replaceAll(' ', '\u00A0') : date),
    period: (period: Period) => range(long, period),
    shortPeriod: (period: Period) => range(medium, period),
    instantDay: (instant: string | Date, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { ...LONG, timeZone }).format(new Date(instant)),
    instant: (instant: string | Date, timeZone: string) => {
      const of = (options: Options) =>
        new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(instant));
      return say('moment', { day: of(LONG), time: of(CLOCK) });
    },
  };
};

const numbers = (locale: string) => {
  /** By their options: making one takes longer than a hundred numbers that it formats. */
  const formats = new Map<string, Intl.NumberFormat>();
  const formatOf = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const made = formats.get(key) ?? new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
    formats.set(key, made);
    return made;
  };
  const format = (value: number, options: Intl.NumberFormatOptions): string =>
    printable(formatOf(options).format(value));
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const number = (value: number | null, digits?: number): string =>
    value === null
      ? NONE
      : format(value, digits === undefined ? { maximumFractionDigits: 20 } : fixed(digits));
  const part = (type: 'decimal' | 'group') =>
    printable(
      new Intl.NumberFormat(locale).formatToParts(123_456.7).find((each) => each.type === type)?.value ?? '',
    );
  return {
    signs: { decimal: part('decimal'), thousands: part('group') },
    number,
    size: (bytes: number) =>
      bytes < 1_000_000
        ? format(Math.max(1, Math.round(bytes / 1_000)), { style: 'unit', unit: 'kilobyte' })
        : format(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', ...fixed(1) }),
    percent: (value: number | null) =>
      value === null ? NONE : format(value / 100, { style: 'percent', ...fixed(1) }),
    difference: (now: number | null, before: number | null, digits = 0) => {
      if (now === null || before === null) return NONE;
      const change = Number((now - before).toFixed(digits));
      if (change === 0) return '±0';
      return format(change, { ...fixed(digits), signDisplay: 'exceptZero' });
    },
  };
};

const nounsIn = ({ say }: Pick<Voice, 'say'>, period: Period): PeriodNouns => {
  switch (rhythmOf(period)) {
    case 'weekly':
      return {
        current: say('this-week'),
        previous: say('the-week-before'),
        currentShort: say('this-week-head'),
        previousShort: say('last-week-head'),
        beside: say('last-week'),
      };
    case 'daily':
      return {
        current: say('on-this-day'),
        previous: say('the-day-before'),
        currentShort: say('this-day-head'),
        previousShort: say('day-before-head'),
        beside: say('day-before'),
      };
    case 'monthly':
      return {
        current: say('this-month'),
        previous: say('the-month-before'),
        currentShort: say('this-month-head'),
        previousShort: say('last-month-head'),
        beside: say('last-month'),
      };
    case 'other':
      return {
        current: say('in-these-days', { days: daysIn(period) }),
        previous: say('in-the-period-before'),
        currentShort: say('this-period-head'),
        previousShort: say('period-before-head'),
        beside: say('period-before'),
      };
  }
};

export type Rhythm = 'weekly' | 'daily' | 'monthly' | 'other';

const isWholeMonth = ({ start, end }: Period): boolean =>
  start.endsWith('-01') && end.endsWith('-01') && daysIn({ start, end }) <= 31;

export const rhythmOf = (period: Period): Rhythm => {
  const days = daysIn(period);
  if (days === 7) return 'weekly';
  if (days === 1) return 'daily';
  return isWholeMonth(period) ? 'monthly' : 'other';
};

/** A label that may begin with a small letter: not one that begins with letters of a code or with a name, as `Hy’s law`. */
const BEGINS_LOW = /^\p{Lu}\p{Ll}+(?![\p{L}’'])/u;

const makeVoice = (language: Language): Voice => {
  const locale = localeOf(language);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const figures = numbers(locale);
  const say = sayIn(language, figures.number);
  const voice: Voice = {
    language,
    ...dates(locale, say),
    ...figures,
    say,
    tell: ({ message, values = {} }) => {
      const worded = Object.entries(values).map(
        ([name, value]) =>
          [name, typeof value === 'object' && value !== null ? voice.period(value) : value] as const,
      );
      return (say as (message: string, values: object) => string)(message, Object.fromEntries(worded));
    },
    list: (items) => lists.format(items),
    shortList: (items, most) =>
      items.length <= most
        ? lists.format(items)
        : say('named-and-more', {
            named: items.slice(0, most).join(say('between-items')),
            n: items.length - most,
          }),
    against: (now, before, previous) => {
      if (now === null || before === null) return say('not-compared-with', { previous });
      if (now === before) return say('as-many-as', { previous });
      return now > before
        ? say('more-than', { n: now - before, previous })
        : say('fewer-than', { n: before - now, previous });
    },
    reportName: (names, period) => say(names[rhythmOf(period)]),
    sentences: (sentences) => sentences.join(say('between-sentences')),
    inSentence: (label) =>
      say('label-in-sentence', {
        label,
        lowered: BEGINS_LOW.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label,
      }),
    nouns: (period) => nounsIn(voice, period),
  };
  return voice;
};

const voices = new Map<Language, Voice>();

/** The same for the same language. */
export const voiceOf = (language: Language = DEFAULT_LANGUAGE): Voice => {
  const voice = voices.get(language) ?? makeVoice(language);
  voices.set(language, voice);
  return voice;
};

/** `no subject` begins a sentence as `No subject`. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
