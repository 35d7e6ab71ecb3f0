/** How every report reads a row of LB. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { LocalDate } from '@rounds/contracts/period';
import type { Known } from '../terms/known.ts';
import { numeric, text, whoAndWhen, type StudyRow } from './study-row.ts';

const INDICATORS = { HIGH: 'high', LOW: 'low', ABNORMAL: 'abnormal' } as const;
export type Indicator = (typeof INDICATORS)[keyof typeof INDICATORS];

/** LBNRIND HIGH, LOW or ABNORMAL; undefined for anything else. */
export const outOfRange = (row: SdtmRow, { term }: Known): Indicator | undefined =>
  (INDICATORS as Partial<Record<string, Indicator>>)[term('LB.LBNRIND', row)];

export interface LabRow {
  readonly subject: string;
  readonly siteId: string;
  readonly day: LocalDate;
  readonly visit: string;
  readonly testCode: string;
  readonly test: string;
  /** LBSTRESN, else LBSTRESC as text. */
  readonly result: number | string;
  readonly unit: string;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  /** What LBNRIND is taken for: HIGH, LOW or ABNORMAL. */
  readonly indicator: string;
}

export const labRow =
  ({ term }: Known) =>
  (from: StudyRow): LabRow => ({
    ...whoAndWhen(from),
    visit: text(from.row, 'VISIT'),
    testCode: text(from.row, 'LBTESTCD'),
    test: text(from.row, 'LBTEST'),
    result: numeric(from.row, 'LBSTRESN') ?? text(from.row, 'LBSTRESC'),
    unit: text(from.row, 'LBSTRESU'),
    lowerLimit: numeric(from.row, 'LBSTNRLO'),
    upperLimit: numeric(from.row, 'LBSTNRHI'),
    indicator: term('LB.LBNRIND', from.row),
  });
