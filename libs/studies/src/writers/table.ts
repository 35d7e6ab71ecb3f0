import type { SdtmRow, SdtmValue } from '@rounds/contracts/received';
import type { DatasetColumn } from '../readers/dataset.ts';

/** A whole dataset in memory, for writing. */
export interface Table {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly DatasetColumn[];
  /** In the order of the columns; null where empty. */
  readonly rows: readonly (readonly (SdtmValue | null)[])[];
  /** The moment of writing, `YYYY-MM-DDThh:mm:ss`: given, so that equal tables make equal files. */
  readonly createdAt: string;
}

/** A table of rows by variable; a variable without a column is left out. */
export const tableOf = (head: Omit<Table, 'rows'>, rows: readonly SdtmRow[]): Table => ({
  ...head,
  rows: rows.map((row) => head.columns.map(({ name }) => row[name] ?? null)),
});
