/** What is said of a dataset beside SDTM: its columns, in Dataset-JSON and transport files by variable, in CSV by heading. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { z } from 'zod';
import type { DataType } from '../readers/dataset.ts';

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
