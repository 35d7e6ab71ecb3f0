/**
 * The datasets beside SDTM: their columns, in Dataset-JSON and transport files by variable, in CSV by heading, and the
 * rules of a row. docs/studies.md is the same in words.
 */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { OperationalDataset } from '@rounds/contracts/cut';
import type { z } from 'zod';
import type { DataType } from '../readers/dataset.ts';
import { queries } from './queries.ts';
import { training } from './training.ts';

export interface OperationalColumn {
  /** At most eight characters, so that transport files can hold it. */
  readonly variable: string;
  readonly heading: string;
  readonly dataType: Extract<DataType, 'string' | 'decimal'>;
  /** A file without this column is none of this dataset. */
  readonly required?: true;
}

/** What of the study a row can name. */
export interface KnownStudy {
  readonly sites: ReadonlySet<string>;
  /** Whether the subject's rows of DM name the site. */
  readonly isOfSite: (subject: string, siteId: string) => boolean;
}

export interface OperationalDefinition {
  readonly label: string;
  readonly columns: readonly OperationalColumn[];
  /** Tells a row from every other of its study. */
  readonly key: readonly string[];
  /** Takes a row as it was read, answers with it as it is stored. An issue's path is the variable. */
  readonly row: (study: KnownStudy) => z.ZodType<SdtmRow>;
}

export const OPERATIONAL: Readonly<Record<OperationalDataset, OperationalDefinition>> = {
  TRAINING: training,
  QUERIES: queries,
};
