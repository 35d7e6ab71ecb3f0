/** A study of a few rows as a user might bring it, mistakes and all: CDISC Dataset-JSON 1.1, one row a line. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const TINY_STUDY = 'TINY-01';

type Row = Readonly<Record<string, string | number>>;

const DM = { STUDYID: TINY_STUDY, DOMAIN: 'DM', SITEID: '01', ARM: 'Placebo', ARMCD: 'P' };
const AE = { STUDYID: TINY_STUDY, DOMAIN: 'AE', USUBJID: 'T-1', AEDECOD: 'HEADACHE' };

export const GOOD_ROWS = {
  dm: [
    { ...DM, USUBJID: 'T-1', DMDTC: '2026-01-05' },
    { ...DM, USUBJID: 'T-2', DMDTC: '2026-01' },
  ],
  ae: [{ ...AE, AESEQ: 1, AESTDTC: '2026-01-07T10:30' }],
} as const satisfies Record<string, readonly Row[]>;

/** Each broken in its own way, after the good ones. */
export const BROKEN_ROWS: Readonly<Record<keyof typeof GOOD_ROWS, readonly Row[]>> = {
  dm: [
    { ...DM, STUDYID: 'OTHER-9', USUBJID: 'T-3', DMDTC: '2026-01-06' },
    { ...DM, USUBJID: 'T-4', DMDTC: '6 January' },
    { ...DM, USUBJID: '', DMDTC: '2026-02-30' },
  ],
  ae: [
    { ...AE, AESEQ: 2, DOMAIN: 'LB', AESTDTC: '2026-01-08' },
    { ...AE, AESEQ: 1, AESTDTC: '2026-01-07T10:30' },
  ],
};

const columnsOf = ([first = {}]: readonly Row[]) =>
  Object.entries(first).map(([name, value]) => ({
    itemOID: `IT.${name}`,
    name,
    label: name,
    dataType: typeof value === 'number' ? 'integer' : 'string',
  }));

export const writeDataset = async (folder: string, name: string, rows: readonly Row[]): Promise<void> => {
  const columns = columnsOf(rows);
  const head = {
    datasetJSONCreationDateTime: '2026-01-12T06:00:00',
    datasetJSONVersion: '1.1',
    itemGroupOID: `IG.${name.toUpperCase()}`,
    records: rows.length,
    name: name.toUpperCase(),
    label: name,
    columns,
  };
  const lines = rows.map((row) => columns.map((column) => row[column.name]));
  const text = [head, ...lines].map((line) => JSON.stringify(line)).join('\n');
  await writeFile(join(folder, `${name}.ndjson`), `${text}\n`);
};
