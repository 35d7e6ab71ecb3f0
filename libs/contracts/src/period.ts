import { z } from 'zod';
import { rule } from './rules.ts';

const isRealDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A calendar day without a zone, `YYYY-MM-DD`. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, rule('not-a-date'))
  .refine(isRealDate, rule('no-such-day'))
  .meta({ format: 'date' });
export type LocalDate = z.infer<typeof localDate>;

/** Whole local days, end exclusive: a run due on day D covers days before D. */
export const period = z.object({ start: localDate, end: localDate });
export type Period = z.infer<typeof period>;

/** A time on the wall clock without a zone, to the minute: `2026-11-23T08:00`. */
export const localDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, rule('not-a-local-moment'))
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/, { error: rule('no-such-day'), abort: true })
  .refine((text) => isRealDate(text.slice(0, 10)), rule('no-such-day'));
export type LocalDateTime = z.infer<typeof localDateTime>;
