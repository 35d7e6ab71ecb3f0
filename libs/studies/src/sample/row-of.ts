/** What the rows of every domain have in common. */
import type { SdtmRow, SdtmValue } from '@rounds/contracts/received';
import { addDays } from '../import/shift.ts';
import { FIRST_DAY, STUDY_ID } from './protocol.ts';
import type { Subject } from './subject.ts';

export type Values = Readonly<Record<string, SdtmValue | null | undefined>>;

export const dateOf = (day: number): string => addDays(FIRST_DAY, day);

export const rowOf = (domain: string, subject: Subject, values: Values): SdtmRow => {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries([
    ['STUDYID', STUDY_ID],
    ['DOMAIN', domain],
    ['USUBJID', subject.id],
    ...filled,
  ]) as SdtmRow;
};

/** SDTM has no day 0: the day of the first dose is 1, the one before it -1. */
export const studyDay = (day: number, { baseline }: Subject): number | null => {
  if (baseline === null) return null;
  return day >= baseline ? day - baseline + 1 : day - baseline;
};

export const numbered = (variable: string, rows: readonly Values[]): Values[] =>
  rows.map((row, index) => ({ [variable]: index + 1, ...row }));
