import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataset } from '@rounds/studies/readers/open-dataset';
import type { Table } from '@rounds/studies/writers/table';
import { writeDataset, type DatasetFormat } from '@rounds/studies/writers/write-dataset';
import { medianMs, rounded } from './measure.ts';

const ROWS = 50_000;

const text = (name: string) => ({ name, label: name, dataType: 'string' as const });
const float = (name: string) => ({ name, label: name, dataType: 'float' as const });

const laboratory = (): Table => ({
  name: 'LB',
  label: 'Laboratory',
  createdAt: '2026-01-01T00:00:00',
  columns: [
    text('STUDYID'),
    text('USUBJID'),
    float('LBSEQ'),
    text('LBTESTCD'),
    float('LBSTRESN'),
    text('LBDTC'),
  ],
  rows: Array.from({ length: ROWS }, (_, index) => [
    'STUDY-1',
    `01-701-${index % 200}`,
    index,
    'ALT',
    (index % 900) / 10,
    '2026-01-05T08:30',
  ]),
});

const readAll = async (path: string): Promise<void> => {
  const dataset = await openDataset(path);
  let count = 0;
  for await (const { values } of dataset.rows()) count += values.LBSEQ === undefined ? 0 : 1;
  if (count !== ROWS) throw new Error(`${path}: ${count} of ${ROWS} rows`);
};

/** The same rows in each format, against NDJSON. */
export const readBench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-'));
  try {
    const time = async (format: DatasetFormat) => {
      const path = await writeDataset(folder, laboratory(), format);
      return medianMs(() => readAll(path), 3);
    };
    const ndjson = await time('ndjson');
    return {
      rowsPerSecond: rounded((ROWS / ndjson) * 1000),
      ratioJson: rounded((await time('json')) / ndjson),
      ratioDsjc: rounded((await time('dsjc')) / ndjson),
      ratioXpt: rounded((await time('xpt')) / ndjson),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
