/** The rows that figures are computed from, and how their variables are read. */
import type { CutRow } from '@rounds/contracts/cut';
import { parseNumber } from '@rounds/contracts/number-text';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { SdtmRow } from '@rounds/contracts/received';

/** A row of DM of a subject within the scope: its own day may be any, or none. */
export interface SubjectRow extends CutRow {
  /** Empty in a row of an operational dataset that is about no subject. */
  readonly subject: string;
  /** DM.SITEID of the subject, null when DM does not know it; of an operational dataset, the row's own SITEID. */
  readonly siteId: string | null;
}

/** A row of the cut that belongs to a subject within the scope, or of an operational dataset to a site within it. */
export interface StudyRow extends SubjectRow {
  readonly day: LocalDate;
}

/** What every listing begins with. `siteId` is empty where DM does not know the subject. */
export const whoAndWhen = ({ subject, siteId, day }: StudyRow) => ({ subject, siteId: siteId ?? '', day });

export const isIn = (period: Period, day: LocalDate): boolean => period.start <= day && day < period.end;

/** The variable as text; empty when it is not given. */
export const text = (row: SdtmRow, variable: string): string => String(row[variable] ?? '').trim();

/** A coded value, in the upper case of CDISC controlled terminology, to compare with. */
export const coded = (row: SdtmRow, variable: string): string => text(row, variable).toUpperCase();

/** The variable as a number; some sources write numbers as text. Null when it is not given or not a number. */
export const numeric = (row: SdtmRow, variable: string): number | null => {
  const value = row[variable];
  return typeof value === 'number' ? value : parseNumber(value ?? '');
};

/** How a value is shown: blinded reports hide treatments in it. */
export type Label = (value: string) => string;
export const asIs: Label = (value) => value;

/** Under which a count lists rows whose variable is empty. */
export const NOT_GIVEN = 'NOT GIVEN';

/** What a count is listed under: the variable's value as collected. */
export const keyOf = (row: SdtmRow, variable: string): string => text(row, variable) || NOT_GIVEN;
