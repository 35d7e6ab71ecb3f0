/**
 * Days on which no report is wanted: a list of one's own, a country's public holidays, or both. The countries come
 * from `date-holidays` (docs/decisions/0011-holidays.md); loading it takes 0.1 s, so only those import this who
 * must know a holiday.
 */
import { DAY_MS } from './durations.ts';
import Calendar from 'date-holidays';
import { z } from 'zod';
import { localDate, type LocalDate } from './period.ts';
import { breach, issueOf, rule } from './rules.ts';

const MOST_DATES = 400;
/** Regions within a refusal. */
const MOST_NAMED = 40;

/** Codes as in ISO 3166: `BY`, or with a part of it `BY-A`. */
const regionsOf = (country: string): string[] => {
  const calendar = new Calendar();
  const states = codesOf(calendar.getStates(country));
  return states.flatMap((state) => [
    state,
    ...codesOf(calendar.getRegions(country, state)).map((region) => `${state}-${region}`),
  ]);
};

/** The library's types do not say that it has none of some. */
const codesOf = (names: object | undefined): string[] => Object.keys(names ?? {});

const isCountry = (code: string): boolean => code in new Calendar().getCountries();

const noSuchRegion = (known: readonly string[]) =>
  known.length === 0
    ? breach('no-region-known')
    : breach('unknown-region', { known: known.slice(0, MOST_NAMED) });

export const holidays = z
  .strictObject({
    dates: z.array(localDate).max(MOST_DATES).optional().describe('Local days, e.g. of your own office.'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: rule('unknown-country'), abort: true })
      .refine(isCountry, rule('unknown-country'))
      .optional()
      .describe('ISO 3166-1 code: its public holidays.'),
    region: z
      .string()
      .regex(/^[\w-]+$/, rule('not-a-region'))
      .optional()
      .describe('A part of the country, like BY, or BY-A within it.'),
    policy: z
      .enum(['skip', 'next-working-day', 'previous-working-day'])
      .describe('What becomes of a run that is due on such a day.'),
  })
  .superRefine(({ dates, country, region }, context) => {
    if (dates === undefined && country === undefined)
      context.addIssue(issueOf(breach('either-or', { other: 'dates' }), 'country'));
    if (region === undefined) return;
    const known = country === undefined ? [] : regionsOf(country);
    if (!known.includes(region)) context.addIssue(issueOf(noSuchRegion(known), 'region'));
  })
  .meta({
    id: 'Holidays',
    allOf: [{ anyOf: [{ required: ['dates'] }, { required: ['country'] }] }],
  });
export type Holidays = z.infer<typeof holidays>;

type Place = Pick<Holidays, 'country' | 'region'>;

/** By place and year: name in English by local day. */
const years = new Map<string, ReadonlyMap<LocalDate, string>>();

/** Some last several days, and some begin at sunset: `date` is the first whole day. */
const daysOf = ({ date, start, end }: { date: string; start: Date; end: Date }): LocalDate[] => {
  const first = Date.parse(`${date.slice(0, 10)}T00:00Z`);
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
  return Array.from({ length }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
};

const readYear = ({ country = '', region = '' }: Place, year: number): ReadonlyMap<LocalDate, string> => {
  const [state = '', part = ''] = region.split('-');
  const calendar = new Calendar(country, state, part, { types: ['public'], languages: ['en'] });
  const found = calendar.getHolidays(year);
  // A holiday that lasts over New Year belongs to the year before as well.
  const before = calendar.getHolidays(year - 1).slice(-3);
  return new Map(
    [...before, ...found].flatMap((day) => daysOf(day).map((date) => [date, day.name] as const)),
  );
};

const publicHoliday = (place: Place, date: LocalDate): string | null => {
  if (place.country === undefined) return null;
  const year = Number(date.slice(0, 4));
  const key = `${place.country}/${place.region ?? ''}/${String(year)}`;
  const known = years.get(key) ?? readYear(place, year);
  years.set(key, known);
  return known.get(date) ?? null;
};

/** The holiday's name in English, null on any other day. One of the list's own is called `holiday`. */
export const holidayOn = (holidays: Holidays, date: LocalDate): string | null =>
  publicHoliday(holidays, date) ?? (holidays.dates?.includes(date) === true ? 'holiday' : null);

const SATURDAY_AND_SUNDAY: readonly number[] = [6, 7];

interface WeekInfo {
  readonly weekend?: readonly number[];
}

/** ISO weekdays on which a country rests; by the CLDR, as ICU has it. */
const weekendOf = (country: string | undefined): readonly number[] => {
  if (country === undefined) return SATURDAY_AND_SUNDAY;
  // Node 20 has it as a property, later versions as a method; TypeScript knows neither.
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
    readonly weekInfo?: WeekInfo;
    getWeekInfo?(): WeekInfo;
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? SATURDAY_AND_SUNDAY;
};

const isoWeekday = (date: LocalDate): number => new Date(`${date}T00:00Z`).getUTCDay() || 7;

export const isWorkingDay = (holidays: Holidays, date: LocalDate): boolean =>
  holidayOn(holidays, date) === null && !weekendOf(holidays.country).includes(isoWeekday(date));
