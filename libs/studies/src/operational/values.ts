/** How the variables of operational datasets are checked. Messages follow the field's name, and never hold its value. */
import type { SdtmRow, SdtmValue } from '@rounds/contracts/received';
import type { LocalDate } from '@rounds/contracts/period';
import { firstPossibleDay, isPartialDate, parseSdtmDate } from '@rounds/contracts/sdtm-date';
import { z } from 'zod';
import type { KnownStudy } from './definition.ts';

const REQUIRED = 'is required';
const A_DAY = 'must be a whole ISO 8601 date, perhaps with a time, like 2026-11-23 or 2026-11-23T09:30';

/** Spreadsheets and programs make numbers of codes: 701 is a site as well as '701'. */
export const words = z
  .union([z.string(), z.number()], REQUIRED)
  .transform(String)
  .pipe(z.string().trim().min(1, REQUIRED).max(500, 'must have at most 500 characters'));

/** Rows are known by ids wherever they go, in places where no person must be named. */
export const id = words.pipe(
  z
    .string()
    .max(200, 'must have at most 200 characters')
    .regex(/^[^@]*$/, 'must be an id, not an e-mail address: rows are known by it'),
);

const wholeDay = (text: string): boolean => {
  const date = parseSdtmDate(text);
  return date !== null && !text.includes('/') && !isPartialDate(date);
};

export const day = z.string(REQUIRED).refine(wholeDay, A_DAY);

/** Of a text that `day` has taken. */
export const dayOf = (text: string): LocalDate => {
  const date = parseSdtmDate(text);
  return (date === null ? null : firstPossibleDay(date)) ?? '';
};

export const siteOf = ({ sites }: KnownStudy) =>
  words.refine((site) => sites.has(site), 'must be a site of the study, as DM has it');

/** Later than or on the same day as; missing ones are for others to judge. */
export const inOrder = (earlier: string | undefined, later: string | undefined): boolean =>
  earlier === undefined || later === undefined || dayOf(earlier) <= dayOf(later);

/** Filled variables in the order of their names, as every reader gives them: equal rows then have equal hashes. */
export const sortedRow = (row: Readonly<Record<string, SdtmValue | undefined>>): SdtmRow =>
  Object.fromEntries(
    Object.entries(row)
      .filter((entry): entry is [string, SdtmValue] => entry[1] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
