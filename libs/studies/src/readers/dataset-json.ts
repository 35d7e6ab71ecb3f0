/** CDISC Dataset-JSON 1.1: the metadata object that all three of its forms begin with, and its rows. */
import { basename } from 'node:path';
import type { FileWarning } from '@rounds/contracts/collections';
import { z } from 'zod';
import { rowReader } from './cells.ts';
import {
  checkColumns,
  DATA_TYPES,
  notADataset,
  type Dataset,
  type DatasetColumn,
  type SourceRow,
} from './dataset.ts';
import type { ReadingRules } from './reading-rules.ts';

/** What rows cannot be read without. */
const essential = z.object({
  datasetJSONVersion: z.string().regex(/^1\.1(\.\d+)?$/, 'must be 1.1'),
  name: z.string().min(1),
  columns: z.array(z.object({ name: z.string().min(1), dataType: z.enum(DATA_TYPES) })),
});

const column = essential.shape.columns.element.extend({ itemOID: z.string().min(1), label: z.string() });

/** The attributes that the standard requires; further ones are of no interest here. */
export const datasetMetadata = essential.extend({
  datasetJSONCreationDateTime: z.string(),
  itemGroupOID: z.string().min(1),
  records: z.int().min(0),
  label: z.string(),
  columns: z.array(column),
});

/** With the labels that are texts, and what of the standard it lacks. */
export interface DatasetMetadata {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly DatasetColumn[];
  readonly records: number | null;
  readonly warnings: readonly FileWarning[];
}

const attributeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.');

/** One for each attribute, in how many columns ever it is not as it should be. */
const warningsOf = (value: unknown): FileWarning[] => {
  const counts = new Map<string, number>();
  for (const { path } of datasetMetadata.safeParse(value).error?.issues ?? []) {
    const attribute = attributeOf(path);
    counts.set(attribute, (counts.get(attribute) ?? 0) + 1);
  }
  return [...counts].map(([about, count]) =>
    about === 'records' ? { code: 'no-count' } : { code: 'metadata', about, count },
  );
};

const lenient = z.looseObject({
  label: z.string().catch(''),
  records: z.int().min(0).nullable().catch(null),
  columns: z.array(z.looseObject({ label: z.string().catch('') })),
});

/** @throws RoundsError NOT_A_DATASET naming the first attribute that is missing or wrong, and needed. */
export const parseMetadata = (file: string, value: unknown): DatasetMetadata => {
  const result = essential.safeParse(value);
  if (result.success) {
    const { label, records, columns } = lenient.parse(value);
    const labelled = result.data.columns.map((each, at) => ({ ...each, label: columns[at]?.label ?? '' }));
    return { name: result.data.name, label, records, columns: labelled, warnings: warningsOf(value) };
  }
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  throw notADataset(
    file,
    `${where === '' ? 'its metadata' : where}: ${issue?.message ?? 'is not Dataset-JSON 1.1'}`,
    result.error,
  );
};

/** @throws RoundsError NOT_A_DATASET when the text is no JSON. `what` names it, as in `line 7`. */
export const parseJson = (file: string, what: () => string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notADataset(file, `${what()} must be JSON`, error);
  }
};

/** Values in the order of the columns, of a row that names them. */
const cellsOf = (columns: readonly { readonly name: string }[]): ((row: object) => readonly unknown[]) => {
  const names = columns.map(({ name }) => name.toUpperCase());
  return (row) => {
    const byName = new Map(
      Object.entries(row).map(([name, value]) => [name.toUpperCase(), value as unknown]),
    );
    const cells = names.map((name) => byName.get(name));
    // What no column declares would be lost: the row is then longer than its columns, and is refused as such.
    const declared = names.filter((name) => byName.has(name)).length;
    return declared === byName.size ? cells : [...cells, ...new Array<unknown>(byName.size - declared)];
  };
};

/**
 * Counts the rows against `records`: a file that was cut off between two rows looks whole otherwise, and an
 * import would take every missing row for a removed one.
 */
async function* checkedRows(
  file: string,
  { records, columns }: DatasetMetadata,
  read: ReturnType<typeof rowReader>,
  rows: AsyncIterable<readonly unknown[]>,
): AsyncGenerator<SourceRow> {
  const named = cellsOf(columns);
  let row = 0;
  for await (const some of rows) {
    for (const cells of some) {
      row += 1;
      if (typeof cells !== 'object' || cells === null)
        throw notADataset(file, `row ${row} must be a JSON array, or an object`);
      yield read(row, Array.isArray(cells) ? cells : named(cells));
    }
  }
  if (records !== null && row !== records)
    throw notADataset(file, `it holds ${row} rows, but records says ${records}`);
}

/** @param rows reads the file's rows, each a parsed JSON value and some at once, again at each call. */
export const jsonDataset = (
  path: string,
  metadata: DatasetMetadata,
  rows: () => AsyncIterable<readonly unknown[]>,
  rules: ReadingRules,
): Dataset => {
  const file = basename(path);
  const columns = checkColumns(
    file,
    metadata.columns.map(({ name, label, dataType }) => ({ name: name.toUpperCase(), label, dataType })),
  );
  return {
    file,
    path,
    name: metadata.name.toUpperCase(),
    label: metadata.label,
    columns,
    warnings: metadata.warnings,
    rows: (only) => checkedRows(file, metadata, rowReader(columns, rules, only), rows()),
  };
};
