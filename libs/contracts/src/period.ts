import { z } from 'zod';

const isRealDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const DAY_RULE = 'must be a day of the calendar';

/** A calendar day without a zone, `YYYY-MM-DD`. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-11-23')
  .refine(isRealDate, DAY_RULE)
  .meta({ format: 'date' });
export type LocalDate = z.infer<typeof localDate>;

/** Whole local days, end exclusive: a run due on day D covers days before D. */
export const period = z.object({ start: localDate, end: localDate });
export type Period = z.infer<typeof period>;

/** A time on the wall clock without a zone, to the minute: `2026-11-23T08:00`. */
export const localDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'must be a local date and time like 2026-11-23T08:00')
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/, { error: DAY_RULE, abort: true })
  .refine((text) => isRealDate(text.slice(0, 10)), DAY_RULE);
export type LocalDateTime = z.infer<typeof localDateTime>;
