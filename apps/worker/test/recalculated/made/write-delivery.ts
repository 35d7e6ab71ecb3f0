/** A delivery as a folder of files. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableOf } from '@rounds/studies/writers/table';
import { writeDataset, type DatasetFormat } from '@rounds/studies/writers/write-dataset';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Cell, Delivery, MadeRow, MadeStudy, MadeTable } from './tables.ts';

const filled = (row: MadeRow): SdtmRow =>
  Object.fromEntries(Object.entries(row).flatMap(([name, cell]) => (cell === null ? [] : [[name, cell]])));

/** Of what all deliveries hold in it: a column does not change its type from one to the next. */
const isNumeric = ({ deliveries }: MadeStudy, table: string, column: string): boolean => {
  const rows = deliveries.flatMap(({ datasets }) =>
    datasets.filter(({ name }) => name === table).flatMap((each) => each.rows),
  );
  const cells = rows.map((row): Cell => row[column] ?? null).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
};

const dataset = (table: MadeTable, study: MadeStudy) =>
  tableOf(
    {
      name: table.name,
      label: table.name,
      createdAt: '2024-01-08T06:00:00',
      columns: table.columns.map((name) => ({
        name,
        label: name,
        dataType: isNumeric(study, table.name, name) ? ('double' as const) : ('string' as const),
      })),
    },
    table.rows.map(filled),
  );

const csvOf = ({ columns, rows }: MadeTable): string =>
  [columns, ...rows.map((row) => columns.map((name) => `"${String(row[name] ?? '')}"`))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');

const FORMATS = ['ndjson', 'json', 'dsjc'] as const satisfies readonly DatasetFormat[];

export const writeDelivery = async (
  folder: string,
  { datasets, csv }: Delivery,
  study: MadeStudy,
): Promise<void> => {
  const format = FORMATS[study.seed % FORMATS.length] ?? 'ndjson';
  for (const table of datasets)
    if (table.rows.length > 0) await writeDataset(folder, dataset(table, study), format);
  for (const table of csv) await writeFile(join(folder, `${table.name}.csv`), csvOf(table));
  await writeFile(join(folder, 'rounds.config.json'), JSON.stringify(study.settings));
};
