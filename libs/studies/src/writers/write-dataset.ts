import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDsjc, writeJson, writeNdjson } from './dataset-json.writer.ts';
import type { Table } from './table.ts';
import { writeXpt } from './xpt.writer.ts';

const WRITERS = { json: writeJson, ndjson: writeNdjson, dsjc: writeDsjc, xpt: writeXpt } as const;
export type DatasetFormat = keyof typeof WRITERS;
export const DATASET_FORMATS = Object.keys(WRITERS) as readonly DatasetFormat[];

/** Writes `<folder>/<name in lower case>.<format>` and answers with its path. */
export const writeDataset = async (folder: string, table: Table, format: DatasetFormat): Promise<string> => {
  const path = join(folder, `${table.name.toLowerCase()}.${format}`);
  await writeFile(path, WRITERS[format](table));
  return path;
};
