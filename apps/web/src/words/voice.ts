/** How the app speaks to its reader: words, numbers, days and moments in their language. */
import { LANGUAGES } from '@rounds/contracts/languages.generated';
import { sayMessage, type Message, type Say, type Values, type Words } from './message.ts';

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

/** As its speakers call it: `Deutsch`. */
export const languageName = (language: Language): string => {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

/** Why something came out as it did, as the API tells it. */
export type Why = readonly { readonly code: string; readonly values?: Values | undefined }[];

export interface Voice {
  readonly language: Language;
  /** Settled once it has words for more than the first screen. The same promise each time: a screen waits for it. */
  readonly whole: Promise<void>;
  readonly locale: string;
  readonly say: Say;
  /** Whether there are words for what came as data. */
  readonly knows: (message: string) => message is Message;
  /** What came as data, with what it is given. */
  readonly tell: (message: Message, values: Values) => string;
  /** In the reader's words; the API's own are in English. */
  readonly why: (why: Why) => string;
  readonly number: (value: number) => string;
  /** `7 December 2026`, of a local day. */
  readonly day: (date: string) => string;
  /** `30 Nov – 6 Dec 2026`: the second day is the first one after the period. */
  readonly period: (period: { readonly start: string; readonly end: string }) => string;
  /** `Mon, 7 Dec 2026, 08:00 CET`: never without its zone. */
  readonly moment: (instant: string | Date, timeZone: string) => string;
  /** As `moment`, without the year and the zone: for lists whose head names the zone. */
  readonly shortMoment: (instant: string | Date, timeZone: string) => string;
  /** `in 3 days`, `2 hours ago` */
  readonly fromNow: (instant: string | Date, now: Date) => string;
  /** `Monday`; 0 is Monday. */
  readonly weekday: (index: number) => string;
  /** `Mo` */
  readonly weekdayShort: (index: number) => string;
  /** `December 2026`, of `2026-12`. */
  readonly monthName: (month: string) => string;
  /** `08:00`, on the clock that the language is used to. */
  readonly clock: (time: string) => string;
  /** `Germany`, of `DE`. */
  readonly region: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** `Central European Standard Time`: what the language calls its clock then. */
  readonly zoneName: (timeZone: string, at: Date) => string;
}

const DAY_MS = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);
const UNITS = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const dayBefore = (date: string): Date => new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS);

const dates = (locale: string) => {
  const made = new Map<string, Intl.DateTimeFormat>();
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const found = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
    made.set(key, found);
    return found;
  };
  const utc = { timeZone: 'UTC' } as const;
  const medium = { day: 'numeric', month: 'short' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return {
    day: (date: string) =>
      format({ ...utc, day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(date)),
    period: ({ start, end }: { readonly start: string; readonly end: string }) =>
      format({ ...utc, ...medium, year: 'numeric' }).formatRange(
        new Date(`${start}T00:00:00Z`),
        dayBefore(end),
      ),
    moment: (instant: string | Date, timeZone: string) =>
      format({
        ...medium,
        ...clock,
        weekday: 'short',
        year: 'numeric',
        timeZone,
        timeZoneName: 'short',
      }).format(new Date(instant)),
    shortMoment: (instant: string | Date, timeZone: string) =>
      format({ ...medium, ...clock, weekday: 'short', timeZone }).format(new Date(instant)),
    weekday: (index: number) => format({ ...utc, weekday: 'long' }).format(new Date(MONDAY + index * DAY_MS)),
    weekdayShort: (index: number) =>
      format({ ...utc, weekday: 'short' }).format(new Date(MONDAY + index * DAY_MS)),
    monthName: (month: string) =>
      format({ ...utc, month: 'long', year: 'numeric' }).format(new Date(`${month}-01T00:00:00Z`)),
    clock: (time: string) => format({ ...utc, ...clock }).format(new Date(`2024-01-01T${time}:00Z`)),
    zoneName: (timeZone: string, at: Date) =>
      format({ timeZone, timeZoneName: 'long' })
        .formatToParts(at)
        .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
  };
};

const fromNowIn = (locale: string) => {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (instant: string | Date, now: Date): string => {
    const ms = new Date(instant).getTime() - now.getTime();
    const [unit, length] = UNITS.find(([, each]) => Math.abs(ms) >= each) ?? (['minute', 60_000] as const);
    return relative.format(Math.trunc(ms / length), unit);
  };
};

/** Begun at once; a failure is that of the screen which waits for it. */
const completed = async (
  words: Record<string, Words[string]>,
  loadMore: () => Promise<Words>,
): Promise<void> => {
  Object.assign(words, { ...(await loadMore()) });
};

export const makeVoice = (language: Language, first: Words, loadMore: () => Promise<Words>): Voice => {
  const words: Record<string, Words[string]> = { ...first };
  const whole = completed(words, loadMore);
  whole.catch(() => undefined);
  const { '@@locale': given } = words;
  const locale = typeof given === 'string' ? given : language;
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const number = (value: number) => (Number.isNaN(value) ? '–' : numbers.format(value));
  const counting = { number, category: (value: number) => plurals.select(value) };
  const sayAny = (message: string, values: Values = {}) =>
    sayMessage(words[message] ?? message, values, counting);
  return {
    language,
    whole,
    locale,
    say: sayAny as Say,
    knows: (message): message is Message => Object.hasOwn(words, message),
    tell: sayAny,
    why: (why) => why.map(({ code, values }) => sayAny(`why.${code}`, values)).join(' '),
    number,
    ...dates(locale),
    fromNow: fromNowIn(locale),
    region: (code) => new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code,
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
};
