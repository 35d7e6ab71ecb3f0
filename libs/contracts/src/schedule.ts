/**
 * When a report is due: local wall-clock time in an IANA zone.
 *
 * Around changes of the clock: a local time that does not exist (gap) becomes the first valid moment after
 * it; one that exists twice (overlap) is the first of the two. The arithmetic is in schedule-arithmetic.ts; what
 * a subscription changes about it (skips, moves, holidays) in timetable.ts.
 */
import { z } from 'zod';
import { rule } from './rules.ts';
import { WEEKDAYS } from './weekdays.ts';

export const weekday = z.enum(WEEKDAYS);

export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const timeZone = z
  .string()
  .regex(/^[A-Za-z][\w+/-]*$/, { error: rule('not-a-time-zone'), abort: true })
  .refine(isTimeZone, rule('not-a-time-zone'));

/** The names that stand for an offset and no place: where clocks change, runs by them seem to come an hour off. */
export const isFixedOffset = (zone: string): boolean => /^(?:[EMH]ST|Etc\/GMT[+-]\d+)$/i.test(zone);

const at = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, rule('not-a-clock-time'));

/** A month that is shorter uses its last day. */
const dayOfMonth = z.int().min(1).max(31);

/** E.g. the second Tuesday. Each month has four of every weekday; a fifth is only ever the last. */
const nthWeekday = z.strictObject({
  nth: z.union([z.literal([1, 2, 3, 4]), z.literal('last')]),
  weekday,
});

export const schedule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), at, timeZone }),
  z.strictObject({ every: z.literal('week'), on: weekday.default('monday'), at, timeZone }),
  z.strictObject({
    every: z.literal('month'),
    on: z.union([dayOfMonth, z.literal('last'), nthWeekday]).default(1),
    at,
    timeZone,
  }),
]);
export type Schedule = z.infer<typeof schedule>;

/** After a downtime: the latest missed run, all of them, or none. */
export const catchUp = z.enum(['latest', 'all', 'skip']);
export type CatchUp = z.infer<typeof catchUp>;
