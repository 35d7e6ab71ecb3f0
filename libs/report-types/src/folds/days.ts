/** Arithmetic on calendar days: they have no zone and no clock. */
import type { LocalDate, Period } from '@rounds/contracts/period';
import { Temporal } from 'temporal-polyfill';

export const addDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString();

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(to).days;

/** The period of equal length that ends where this one starts; of whole months, as many months. */
export const periodBefore = ({ start, end }: Period): Period => {
  const from = Temporal.PlainDate.from(start);
  const { months, days } = from.until(end, { largestUnit: 'months' });
  const before = days === 0 && months > 0 ? { months } : { days: daysBetween(start, end) };
  return { start: from.subtract(before).toString(), end: start };
};
