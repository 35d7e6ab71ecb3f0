/** How every report reads a row of AE. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { LocalDate } from '@rounds/contracts/period';
import { coded, text, whoAndWhen, type StudyRow } from './study-row.ts';

export const isSerious = (row: SdtmRow): boolean => coded(row, 'AESER') === 'Y';
export const isFatal = (row: SdtmRow): boolean => coded(row, 'AEOUT') === 'FATAL';

export interface AdverseEventRow {
  readonly subject: string;
  readonly siteId: string;
  readonly day: LocalDate;
  /** AESTDTC as collected, perhaps partial; empty when not given. */
  readonly start: string;
  readonly preferredTerm: string;
  readonly reportedTerm: string;
  readonly soc: string;
  readonly severity: string;
  readonly serious: boolean;
  readonly outcome: string;
  readonly relationship: string;
}

export const adverseEventRow = (from: StudyRow): AdverseEventRow => ({
  ...whoAndWhen(from),
  start: text(from.row, 'AESTDTC'),
  preferredTerm: text(from.row, 'AEDECOD'),
  reportedTerm: text(from.row, 'AETERM'),
  soc: text(from.row, 'AESOC'),
  severity: text(from.row, 'AESEV'),
  serious: isSerious(from.row),
  outcome: text(from.row, 'AEOUT'),
  relationship: text(from.row, 'AEREL'),
});
