import type { Schedule } from './schedule.ts';

const DAY_MS = 86_400_000;
const LEAST_OF_A_MONTH = 28;

/** Of what a report covers, how often such a one comes: its name says so. Undefined where nobody would say. */
export const rhythmOf = (period: {
  readonly start: string;
  readonly end: string;
}): Schedule['every'] | undefined => {
  const days = Math.round((Date.parse(period.end) - Date.parse(period.start)) / DAY_MS);
  if (days === 1) return 'day';
  if (days === 7) return 'week';
  return days >= LEAST_OF_A_MONTH ? 'month' : undefined;
};
