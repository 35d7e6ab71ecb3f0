/**
 * Laboratory rows by the command line, into the product's servers: what the process that imports spends itself. Many for
 * the first time, with one in a hundred changed, and as they were; then fewer in each format.
 */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SdtmRow } from '@rounds/contracts/received';
import { tableOf } from '@rounds/studies/writers/table';
import { DATASET_FORMATS, writeDataset, type DatasetFormat } from '@rounds/studies/writers/write-dataset';
import { inheritedEnvironment } from './config.ts';
import { rounded } from './measure.ts';
import { withFolder } from './stack/folder.ts';
import { withStack, type BenchOptions, type Stack } from './stack/stack.ts';
import { writeNdjson, type Rows } from './study/ndjson.ts';

/** The goal for memory is said of 5 million. */
const ROWS = 500_000;
const SUBJECTS = 1_000;
/** Of each format: some are written from memory as a whole. */
const MOST_IN_FORMAT = 100_000;

const TESTS = [
  ['ALT', 'Alanine Aminotransferase', 'U/L', 6, 34],
  ['AST', 'Aspartate Aminotransferase', 'U/L', 9, 34],
  ['BILI', 'Bilirubin', 'umol/L', 3, 21],
  ['CREAT', 'Creatinine', 'umol/L', 53, 106],
] as const;

interface Laboratory {
  readonly studyId: string;
  readonly rows: number;
  /** One row in so many has another result. */
  readonly changed: number;
}

/** Variables of a row, as a laboratory sends them. @param shifted moves the result: another version of the row */
const rowOf = (studyId: string, index: number, shifted: number): SdtmRow => {
  const [code, test, unit, low, high] = TESTS[index % TESTS.length] ?? TESTS[0];
  const visit = Math.floor(index / SUBJECTS / TESTS.length);
  const value = low + ((index * 7) % (high - low + 10)) + shifted;
  const day = new Date(Date.UTC(2010, 0, 1 + visit)).toISOString().slice(0, 10);
  return {
    ...{ STUDYID: studyId, DOMAIN: 'LB', USUBJID: `01-701-${1_000 + (index % SUBJECTS)}` },
    ...{ LBSEQ: Math.floor(index / SUBJECTS) + 1, LBTESTCD: code, LBTEST: test, LBCAT: 'CHEMISTRY' },
    ...{ LBORRES: String(value), LBORRESU: unit, LBORNRLO: String(low), LBORNRHI: String(high) },
    ...{ LBSTRESC: String(value), LBSTRESN: value, LBSTRESU: unit, LBSTNRLO: low, LBSTNRHI: high },
    ...{ LBNRIND: value > high ? 'HIGH' : 'NORMAL', LBBLFL: visit === 0 ? 'Y' : '' },
    ...{ VISITNUM: visit + 1, VISIT: `WEEK ${visit}`, LBDTC: `${day}T08:30`, LBDY: visit + 1 },
  };
};

function* laboratory({ studyId, rows, changed }: Laboratory): Rows {
  for (let index = 0; index < rows; index += 1) yield rowOf(studyId, index, index % changed === 1 ? 1 : 0);
}

const writeTable = async (folder: string, format: DatasetFormat, what: Laboratory): Promise<void> => {
  const rows = [...laboratory(what)];
  const columns = Object.entries(rows[0] ?? {}).map(([name, value]) => ({
    ...{ name, label: name },
    dataType: typeof value === 'number' ? ('float' as const) : ('string' as const),
  }));
  const head = { name: 'LB', label: 'Laboratory', columns, createdAt: '2026-01-01T00:00:00' };
  await writeDataset(folder, tableOf(head, rows), format);
};

interface Spent {
  readonly cpuSeconds: number;
  readonly rowsPerCpuSecond: number;
  readonly peakMb: number;
  readonly seconds: number;
}

const TELLS_USAGE = `data:text/javascript,process.on('exit',()=>console.error(JSON.stringify(process.resourceUsage())))`;

/** @throws Error when other than so many rows were taken */
const imported = async ({ env }: Stack, folder: string, rows: number): Promise<Spent> => {
  const started = performance.now();
  const args = [`--import=${TELLS_USAGE}`, 'dist/cli/main.js', 'import', folder, '--json'];
  const run = promisify(execFile);
  const { stdout, stderr } = await run(process.execPath, args, { env: inheritedEnvironment(env) });
  const seconds = (performance.now() - started) / 1000;
  const { rows: taken } = JSON.parse(stdout) as { rows: number };
  if (taken !== rows) throw new Error(`${taken} rows of ${rows} were imported.`);
  const usage = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as NodeJS.ResourceUsage;
  const cpuSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  return {
    cpuSeconds: rounded(cpuSeconds),
    rowsPerCpuSecond: rounded(rows / cpuSeconds),
    peakMb: rounded(usage.maxRSS / 1024),
    seconds: rounded(seconds),
  };
};

const measureFormats = async (stack: Stack, folder: string, rows: number) => {
  const spent: Partial<Record<DatasetFormat, Spent>> = {};
  for (const format of DATASET_FORMATS) {
    const own = join(folder, format);
    await mkdir(own);
    await writeTable(own, format, { studyId: `IMPORT-${format.toUpperCase()}`, rows, changed: Infinity });
    spent[format] = await imported(stack, own, rows);
  }
  return spent;
};

export const measureImport = async (stack: Stack, folder: string, rows: number) => {
  const what = { studyId: 'IMPORT', rows };
  const take = async (changed: number): Promise<Spent> => {
    await writeNdjson(folder, 'LB', () => laboratory({ ...what, changed }));
    return imported(stack, folder, rows);
  };
  const first = await take(Infinity);
  const changed = await take(100);
  const unchanged = await imported(stack, folder, rows);
  const formats = await measureFormats(stack, folder, Math.min(rows, MOST_IN_FORMAT));
  return {
    ratio: rounded(unchanged.cpuSeconds / first.cpuSeconds),
    rows,
    first,
    changed,
    unchanged,
    formats,
  };
};

export const importBench = ({ size = ROWS, ...options }: BenchOptions) =>
  withStack(options, (stack) => withFolder((folder) => measureImport(stack, folder, size)));
