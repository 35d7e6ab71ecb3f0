/** The wall clock read minute by minute through Intl, without Temporal; and schedules to try on it. */
import fc from 'fast-check';
import { schedule as scheduleSchema, type Schedule } from '../schedule.ts';
import { WEEKDAYS, type Weekday } from '../weekdays.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Half hour shifts, quarter hour offsets, no shifts, a day left out, shifts at midnight and a winter "summer" time. */
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'UTC',
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-29 02:30`: what the wall clock shows. */
export const clockAt = (epochMs: number, timeZone: string): string => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(epochMs);
};

/** The first minute at which the wall clock has reached a local time: covers the gap and the overlap rule alike. */
export const firstReached = (date: string, at: string, timeZone: string): number => {
  const wanted = `${date} ${at}`;
  const around = Date.parse(`${date}T00:00Z`);
  let minute = around - 15 * HOUR;
  // Clocks change at quarters alone. The last minute of each quarter is asked: where 01:00 follows 01:59, the first
  // 01:46 would be missed by asking at 01:45.
  while (clockAt(minute + 14 * MINUTE, timeZone) < wanted) minute += 15 * MINUTE;
  while (clockAt(minute, timeZone) < wanted) minute += MINUTE;
  return minute;
};

export const dateOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
export const daysAfter = (date: string, days: number): string => dateOf(Date.parse(date) + days * DAY);
export const ms = (instant: string): number => Date.parse(instant);

export const weekly = (timeZone: string, at: string, on: Weekday = 'monday'): Schedule => ({
  every: 'week',
  on,
  at,
  timeZone,
});
export const daily = (timeZone: string, at: string): Schedule => ({ every: 'day', at, timeZone });
type MonthlyOn = Extract<Schedule, { every: 'month' }>['on'];
export const monthly = (on: MonthlyOn, timeZone = 'UTC'): Schedule =>
  scheduleSchema.parse({ every: 'month', on, at: '08:00', timeZone });

export const anyInstant = fc.integer({ min: ms('2008-01-01T00:00Z'), max: ms('2030-01-01T00:00Z') });
export const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
export const anySchedule: fc.Arbitrary<Schedule> = fc
  .tuple(
    fc.constantFrom(...ZONES),
    anyTime,
    fc.oneof(
      fc.constant({ every: 'day' }),
      fc.record({ every: fc.constant('week'), on: fc.constantFrom(...WEEKDAYS) }),
      fc.record({
        every: fc.constant('month'),
        on: fc.oneof(
          fc.integer({ min: 1, max: 31 }),
          fc.constant('last'),
          fc.record({ nth: fc.constantFrom(1, 2, 3, 4, 'last'), weekday: fc.constantFrom(...WEEKDAYS) }),
        ),
      }),
    ),
  )
  .map(([timeZone, at, rest]) => ({ ...rest, at, timeZone }) as Schedule);
