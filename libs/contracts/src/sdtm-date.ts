/**
 * SDTM dates: ISO 8601 as the SDTM Implementation Guide uses it (section "Representing Timing"). A date may stop
 * early (`2013`, `2013-08`, `2013-08-21T10`); a part in the middle that is unknown is a hyphen (`2013---15`,
 * `--12-15`, `2013-08-21T-:30`); two dates with `/` between them are an interval of uncertainty.
 */
import type { LocalDate } from './period.ts';

export interface SdtmDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** From the `T` on, as written; empty when there is none. */
  readonly time: string;
}

const DATE = /^(\d{4}|-)(?:-(\d{2}|-)(?:-(\d{2}|-)(T.*)?)?)?$/;
const TIME =
  /^T(?:[01]\d|2[0-4]|-)(?::(?:[0-5]\d|-)(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/;

const part = (text: string | undefined): number | null =>
  text === undefined || text === '-' ? null : Number(text);

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Days of a month; 29 for a February whose year is unknown, 31 for an unknown month. */
export const daysInMonth = (year: number | null, month: number | null): number => {
  if (month === null) return 31;
  const date = new Date(0);
  date.setUTCFullYear(year ?? 2000, month, 0);
  return date.getUTCDate();
};

const isOfTheCalendar = ({ year, month, day }: SdtmDate): boolean =>
  (month === null || (month >= 1 && month <= 12)) &&
  (day === null || (day >= 1 && (day <= 28 || day <= daysInMonth(year, month))));

const parseOne = (text: string): SdtmDate | null => {
  const match = DATE.exec(text);
  if (match === null || !/\d/.test(text)) return null;
  const [, year, month, day, time = ''] = match;
  if (time !== '' && !TIME.test(time)) return null;
  const date = { year: part(year), month: part(month), day: part(day), time };
  // A hyphen says "unknown, but more follows": at the end it would say nothing, and is a slip of the keyboard.
  const trailing = (time === '' && day === '-') || (day === undefined && month === '-');
  return trailing || !isOfTheCalendar(date) ? null : date;
};

const parse = (text: string): SdtmDate | null => {
  const [start = '', end, ...more] = text.split('/');
  if (more.length > 0 || (end !== undefined && parseOne(end) === null)) return null;
  return parseOne(start);
};

/** A study has few days and many rows; bounded, as times of day make its texts many. */
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, SdtmDate | null>();

/** The parts of a date, of an interval's start; null when the text is no SDTM date. */
export const parseSdtmDate = (text: string): SdtmDate | null => {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const date = parse(text);
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  remembered.set(text, date);
  return date;
};

/** True unless year, month and day are all known. */
export const isPartialDate = ({ year, month, day }: SdtmDate): boolean =>
  year === null || month === null || day === null;

/** The first calendar day that the date may mean; null when the year is unknown. */
export const firstPossibleDay = ({ year, month, day }: SdtmDate): LocalDate | null =>
  year === null ? null : `${pad(year, 4)}-${pad(month ?? 1)}-${pad(day ?? 1)}`;

/** The last calendar day that the date may mean; null when the year is unknown. */
export const lastPossibleDay = ({ year, month, day }: SdtmDate): LocalDate | null =>
  year === null ? null : `${pad(year, 4)}-${pad(month ?? 12)}-${pad(day ?? daysInMonth(year, month ?? 12))}`;

/** The date as SDTM writes it: what is unknown before the last known part is a hyphen. */
export const formatSdtmDate = ({ year, month, day, time }: SdtmDate): string => {
  const parts = [
    year === null ? '-' : pad(year, 4),
    month === null ? '-' : pad(month),
    day === null ? '-' : pad(day),
  ];
  const known = time === '' ? parts.findLastIndex((text) => text !== '-') + 1 : parts.length;
  return parts.slice(0, known).join('-') + time;
};
