/**
 * When a report is due: local wall-clock time in an IANA zone.
 *
 * Around changes of the clock: a local time that does not exist (gap) becomes the first valid moment after
 * it; one that exists twice (overlap) is the first of the two. The arithmetic is in schedule-arithmetic.ts.
 */
import { z } from 'zod';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof weekday>;

export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const timeZone = z
  .string()
  .refine(
    (name) => /^[A-Za-z]/.test(name) && isTimeZone(name),
    'must be an IANA time zone like Europe/Berlin',
  );

const at = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a local time like 08:00');

export const schedule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), at, timeZone }),
  z.strictObject({ every: z.literal('week'), on: weekday.default('monday'), at, timeZone }),
  z.strictObject({
    every: z.literal('month'),
    /** Day of the month; a month that is shorter uses its last day. */
    on: z.union([z.int().min(1).max(31), z.literal('last')]).default(1),
    at,
    timeZone,
  }),
]);
export type Schedule = z.infer<typeof schedule>;

/** After a downtime: the latest missed run, all of them, or none. */
export const catchUp = z.enum(['latest', 'all', 'skip']);
export type CatchUp = z.infer<typeof catchUp>;
