/** Calendar days: no zone is applied to them. */
import { DAY_MS } from '@rounds/contracts/durations';
import type { LocalDate, Period } from '@rounds/contracts/period';

const at = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

export const lastDay = ({ end }: Period): LocalDate => new Date(at(end) - DAY_MS).toISOString().slice(0, 10);

export const daysIn = ({ start, end }: Period): number => (at(end) - at(start)) / DAY_MS;
