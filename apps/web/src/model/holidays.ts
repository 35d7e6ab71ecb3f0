/** Days on which no report is wanted: a country's holidays, days of one's own, or both. */
import type { components } from '@rounds/client/generated/api';
import type { Schedule } from './schedule.ts';

export type Holidays = components['schemas']['Holidays'];

/** Undefined: no longer. */
export type Changes = { readonly [Field in keyof Holidays]?: Holidays[Field] | undefined };

/** As the API writes them, and without what is empty: so that equal ones are the same text. */
export const holidaysWith = (before: Holidays, changes: Changes): Holidays => {
  const { dates = [], country, region, policy = before.policy } = { ...before, ...changes };
  return {
    ...((dates.length > 0 || country === undefined) && { dates: [...new Set(dates)].sort() }),
    ...(country !== undefined && { country }),
    ...(country !== undefined && region !== undefined && { region }),
    policy,
  };
};

/** A daily report has another one on the working day: on holidays it can only be left out. */
export const holidaysFor = ({ every }: Schedule, holidays: Holidays | null): Holidays | null =>
  every === 'day' && holidays !== null ? { ...holidays, policy: 'skip' } : holidays;
