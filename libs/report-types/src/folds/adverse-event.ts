/** How every report reads a row of AE. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { LocalDate } from '@rounds/contracts/period';
import type { Known } from '../terms/known.ts';
import { text, whoAndWhen, type StudyRow } from './study-row.ts';

/**
 * Any of them makes an event serious: the criteria of ICH E2A, and that it involves cancer, which SDTM asks beside them.
 */
export const SERIOUS_CRITERIA = [
  'AE.AESDTH',
  'AE.AESHOSP',
  'AE.AESLIFE',
  'AE.AESDISAB',
  'AE.AESCONG',
  'AE.AESMIE',
  'AE.AESCAN',
] as const;

/** Whether the study tells seriousness, and any criterion of it: without one an event cannot contradict itself. */
export const knowsCriteria = ({ lacks }: Known): boolean =>
  !lacks('AE.AESER') && !SERIOUS_CRITERIA.every(lacks);

export const isSerious = (row: SdtmRow, { term }: Known): boolean => term('AE.AESER', row) === 'Y';

export const isFatal = (row: SdtmRow, { term }: Known): boolean =>
  term('AE.AEOUT', row) === 'FATAL' || term('AE.AESDTH', row) === 'Y';

export const isSeriousByCriterion = (row: SdtmRow, { term }: Known): boolean =>
  term('AE.AESER', row) === 'N' && SERIOUS_CRITERIA.some((criterion) => term(criterion, row) === 'Y');

export const isPossibleDeath = (row: SdtmRow, known: Known): boolean =>
  (known.term('AE.AETOXGR', row) === '5' || text(row, 'AEDTHDTC') !== '') && !isFatal(row, known);

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
  /** AESER Y. */
  readonly serious: boolean;
  /** AESER N, and yet a criterion of seriousness is Y. */
  readonly byCriterion: boolean;
  /** AEOUT FATAL, or AESDTH Y. */
  readonly fatal: boolean;
  /** AETOXGR 5 or a day of death (AEDTHDTC), and yet not fatal. */
  readonly possibleDeath: boolean;
  readonly outcome: string;
  readonly relationship: string;
}

export const adverseEventRow =
  (known: Known) =>
  (from: StudyRow): AdverseEventRow => ({
    ...whoAndWhen(from),
    start: text(from.row, 'AESTDTC'),
    preferredTerm: text(from.row, 'AEDECOD'),
    reportedTerm: text(from.row, 'AETERM'),
    soc: text(from.row, 'AESOC'),
    severity: text(from.row, 'AESEV'),
    serious: isSerious(from.row, known),
    byCriterion: isSeriousByCriterion(from.row, known),
    fatal: isFatal(from.row, known),
    possibleDeath: isPossibleDeath(from.row, known),
    outcome: text(from.row, 'AEOUT'),
    relationship: text(from.row, 'AEREL'),
  });
