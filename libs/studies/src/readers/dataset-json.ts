/** CDISC Dataset-JSON 1.1: the metadata object that all three of its forms begin with, and its rows. */
import { basename } from 'node:path';
import { z } from 'zod';
import { rowReader } from './cells.ts';
import { checkColumns, DATA_TYPES, notADataset, type Dataset, type SourceRow } from './dataset.ts';

const column = z.object({
  itemOID: z.string().min(1),
  name: z.string().min(1),
  label: z.string(),
  dataType: z.enum(DATA_TYPES),
});

/** The attributes that the standard requires; further ones are of no interest here. */
export const datasetMetadata = z.object({
  datasetJSONCreationDateTime: z.string(),
  datasetJSONVersion: z.string().regex(/^1\.1(\.\d+)?$/, 'must be 1.1'),
  itemGroupOID: z.string().min(1),
  records: z.int().min(0),
  name: z.string().min(1),
  label: z.string(),
  columns: z.array(column),
});
export type DatasetMetadata = z.infer<typeof datasetMetadata>;

/** @throws RoundsError NOT_A_DATASET naming the first attribute that is missing or wrong. */
export const parseMetadata = (file: string, value: unknown): DatasetMetadata => {
  const result = datasetMetadata.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  throw notADataset(
    file,
    `${where === '' ? 'its metadata' : where}: ${issue?.message ?? 'is not Dataset-JSON 1.1'}`,
    result.error,
  );
};

/** @throws RoundsError NOT_A_DATASET when the text is no JSON. `what` names it, as in `line 7`. */
export const parseJson = (file: string, what: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notADataset(file, `${what} must be JSON`, error);
  }
};

/**
 * Counts the rows against `records`: a file that was cut off between two rows looks whole otherwise, and an
 * import would take every missing row for a removed one.
 */
async function* checkedRows(
  file: string,
  { records }: DatasetMetadata,
  columns: Dataset['columns'],
  rows: AsyncIterable<unknown>,
): AsyncGenerator<SourceRow> {
  const read = rowReader(columns);
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    if (!Array.isArray(cells)) throw notADataset(file, `row ${row} must be a JSON array`);
    yield read(row, cells);
  }
  if (row !== records) throw notADataset(file, `it holds ${row} rows, but records says ${records}`);
}

/** @param rows reads the file's rows, each a parsed JSON value, again at each call. */
export const jsonDataset = (
  path: string,
  metadata: DatasetMetadata,
  rows: () => AsyncIterable<unknown>,
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
    rows: () => checkedRows(file, metadata, columns, rows()),
  };
};
