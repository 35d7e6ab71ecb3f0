/** Moves a past study's dates by whole weeks, so that weekdays stay and the study is under way now. */
import { DAY_MS } from '@rounds/contracts/durations';
import type { SdtmRow } from '@rounds/contracts/received';
import type { LocalDate } from '@rounds/contracts/period';
import {
  firstPossibleDay,
  formatSdtmDate,
  lastPossibleDay,
  parseSdtmDate,
  type SdtmDate,
} from '@rounds/contracts/sdtm-date';
import { isDateVariable } from '../readers/cells.ts';

export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const mondayOf = (day: LocalDate): number => {
  const number = Date.parse(day) / DAY_MS;
  // 1970-01-01 was a Thursday.
  return number - ((number + 3) % 7);
};

/** Days, a multiple of seven, that bring the week (from Monday) of `reference` onto that of `today`. */
export const wholeWeeks = (reference: LocalDate, today: LocalDate): number =>
  mondayOf(today) - mondayOf(reference);

/** The day on which half of the rows are there; null when none has a day. */
export const medianDay = (rowsByDay: ReadonlyMap<LocalDate, number>): LocalDate | null => {
  const days = [...rowsByDay].sort(([a], [b]) => (a < b ? -1 : 1));
  const half = days.reduce((sum, [, rows]) => sum + rows, 0) / 2;
  let counted = 0;
  return days.find(([, rows]) => (counted += rows) >= half)?.[0] ?? null;
};

/**
 * A date that lacks its day moves as its first possible day does, the end of something as its last one: then
 * what began before it ended still does, and no row's day moves past that of a row that followed it.
 */
const shiftParts = (date: SdtmDate, days: number, isEnd: boolean): SdtmDate => {
  const anchor = isEnd ? lastPossibleDay(date) : firstPossibleDay(date);
  if (anchor === null) return date;
  const [year, month, day] = addDays(anchor, days).split('-').map(Number) as [number, number, number];
  // With an unknown month the day of the month stays: there is no week to move by.
  if (date.month === null) return { ...date, year };
  return { ...date, year, month, day: date.day === null ? null : day };
};

const shiftOne = (text: string, days: number, isEnd: boolean): string => {
  const date = parseSdtmDate(text);
  return date === null ? text : formatSdtmDate(shiftParts(date, days, isEnd));
};

/** A text that is no date stays as it is; so does a date whose year is unknown. */
export const shiftDate = (text: string, days: number, isEnd = false): string =>
  text
    .split('/')
    .map((date) => shiftOne(date, days, isEnd))
    .join('/');

const isEndVariable = (name: string): boolean => name.endsWith('ENDTC');

/** Trial parameters and supplemental qualifiers name their variable in a column of its own. */
const NAMED_VALUES = { TSVAL: 'TSPARMCD', QVAL: 'QNAM' } as const;

export const shiftRow = (row: SdtmRow, days: number): SdtmRow => {
  const shifted = Object.entries(row).map(([name, value]) => {
    const variable = name === 'TSVAL' || name === 'QVAL' ? String(row[NAMED_VALUES[name]] ?? '') : name;
    return isDateVariable(variable)
      ? [name, shiftDate(String(value), days, isEndVariable(variable))]
      : [name, value];
  });
  return Object.fromEntries(shifted) as SdtmRow;
};
