/** Days and periods in words. Days are calendar days: no zone is applied to them. */
import type { LocalDate, Period } from '@rounds/contracts/period';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAY_MS = 86_400_000;

const at = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);
const monthOf = (date: LocalDate): string => MONTHS[at(date).getUTCMonth()] ?? '';

export const lastDay = ({ end }: Period): LocalDate =>
  new Date(at(end).getTime() - DAY_MS).toISOString().slice(0, 10);

export const daysIn = ({ start, end }: Period): number => (at(end).getTime() - at(start).getTime()) / DAY_MS;

/** `9 September 2013` */
export const dayWords = (date: LocalDate): string =>
  `${at(date).getUTCDate()} ${monthOf(date)} ${date.slice(0, 4)}`;

/** `9 Sep` */
export const shortDay = (date: LocalDate): string => `${at(date).getUTCDate()} ${monthOf(date).slice(0, 3)}`;

/** `2–8 September 2013`, `30 September – 6 October 2013`, `30 December 2013 – 5 January 2014`. */
export const periodWords = (period: Period): string => {
  const { start } = period;
  const last = lastDay(period);
  if (start === last) return dayWords(start);
  if (start.slice(0, 7) === last.slice(0, 7)) return `${at(start).getUTCDate()}–${dayWords(last)}`;
  const first = start.slice(0, 4) === last.slice(0, 4) ? dayWords(start).slice(0, -5) : dayWords(start);
  return `${first} – ${dayWords(last)}`;
};

const isWholeMonth = ({ start, end }: Period): boolean =>
  start.endsWith('-01') && end.endsWith('-01') && daysIn({ start, end }) <= 31;

/** How a period of this length is spoken of. */
export interface PeriodNouns {
  readonly report: string;
  readonly current: string;
  readonly previous: string;
  /** The head of a column of the previous figures. */
  readonly previousShort: string;
  readonly currentShort: string;
}

export const periodNouns = (period: Period): PeriodNouns => {
  const days = daysIn(period);
  if (days === 7) return nouns('Weekly report', 'week');
  if (days === 1) return nouns('Daily report', 'day');
  if (isWholeMonth(period)) return nouns('Monthly report', 'month');
  return {
    report: 'Report',
    current: `in these ${days} days`,
    previous: 'in the period before',
    previousShort: 'Period before',
    currentShort: 'This period',
  };
};

const nouns = (report: string, unit: string): PeriodNouns => ({
  report,
  current: unit === 'day' ? 'on this day' : `this ${unit}`,
  previous: `the ${unit} before`,
  previousShort: unit === 'day' ? 'Day before' : `Last ${unit}`,
  currentShort: `This ${unit}`,
});

/** An instant on the wall clock of a zone: `9 September 2013, 08:00`. */
export const instantWords = (instant: string, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${dayWords(`${part.year}-${part.month}-${part.day}`)}, ${part.hour}:${part.minute}`;
};
