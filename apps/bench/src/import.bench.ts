/** 500,000 laboratory rows by the command line, on a real MongoDB: what the process itself spends. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { connectMongo } from '@rounds/adapters/mongo/client';
import { ensureIndexes } from '@rounds/adapters/mongo/indexes';
import type { SdtmValue } from '@rounds/contracts/received';
import type { Table } from '@rounds/studies/writers/table';
import { writeDataset } from '@rounds/studies/writers/write-dataset';
import { rounded } from './measure.ts';

const ROWS = 500_000;
const SUBJECTS = 1_000;
const DATABASE = 'bench';

const TESTS = [
  ['ALT', 'Alanine Aminotransferase', 'U/L', 6, 34],
  ['AST', 'Aspartate Aminotransferase', 'U/L', 9, 34],
  ['BILI', 'Bilirubin', 'umol/L', 3, 21],
  ['CREAT', 'Creatinine', 'umol/L', 53, 106],
] as const;

/** Variables of a row, as a laboratory sends them. @param shifted moves the result: another version of the row */
const rowOf = (index: number, shifted: number): Record<string, SdtmValue> => {
  const [code, test, unit, low, high] = TESTS[index % TESTS.length] ?? TESTS[0];
  const visit = Math.floor(index / SUBJECTS / TESTS.length);
  const value = low + ((index * 7) % (high - low + 10)) + shifted;
  const day = new Date(Date.UTC(2024, 0, 1 + visit)).toISOString().slice(0, 10);
  return {
    ...{ STUDYID: 'BENCH', DOMAIN: 'LB', USUBJID: `01-701-${1_000 + (index % SUBJECTS)}` },
    ...{ LBSEQ: Math.floor(index / SUBJECTS) + 1, LBTESTCD: code, LBTEST: test, LBCAT: 'CHEMISTRY' },
    ...{ LBORRES: String(value), LBORRESU: unit, LBORNRLO: String(low), LBORNRHI: String(high) },
    ...{ LBSTRESC: String(value), LBSTRESN: value, LBSTRESU: unit, LBSTNRLO: low, LBSTNRHI: high },
    ...{ LBNRIND: value > high ? 'HIGH' : 'NORMAL', LBBLFL: visit === 0 ? 'Y' : '' },
    ...{ VISITNUM: visit + 1, VISIT: `WEEK ${visit}`, LBDTC: `${day}T08:30`, LBDY: visit + 1 },
  };
};

/** @param changed one row in so many has another result */
const laboratory = (changed: number): Table => {
  const names = Object.entries(rowOf(0, 0));
  return {
    ...{ name: 'LB', label: 'Laboratory', createdAt: '2026-01-01T00:00:00' },
    columns: names.map(([name, value]) => ({
      ...{
        name,
        label: name,
        dataType: typeof value === 'number' ? ('float' as const) : ('string' as const),
      },
    })),
    rows: Array.from({ length: ROWS }, (_, index) =>
      Object.values(rowOf(index, index % changed === 1 ? 1 : 0)),
    ),
  };
};

/** MongoDB and S3 for this run alone, and a file with what reaches them. */
const startServers = async (home: string): Promise<{ env: string; uri: string; server: ChildProcess }> => {
  const args = ['tools/servers.mjs', 'start', '--home', home, '--only', 'mongodb,s3'];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const lines: string[] = [`MONGODB_DATABASE=${DATABASE}`];
  for await (const line of createInterface({ input: server.stdout })) {
    const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? [];
    if (name !== undefined && name !== 'MONGODB_DATABASE') lines.push(`${name}="${value}"`);
    if (name === 'AWS_REGION') break;
  }
  const env = join(home, 'bench.env');
  await writeFile(env, lines.join('\n'));
  const uri = lines.find((line) => line.startsWith('MONGODB_URI='))?.slice(13, -1) ?? '';
  return { env, uri, server };
};

interface Spent {
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly seconds: number;
}

const TELLS_USAGE = `data:text/javascript,process.on('exit',()=>console.error(JSON.stringify(process.resourceUsage())))`;

const imported = async (folder: string, env: string): Promise<Spent> => {
  const started = performance.now();
  const args = [
    `--env-file=${env}`,
    `--import=${TELLS_USAGE}`,
    'dist/cli/main.js',
    'import',
    folder,
    '--json',
  ];
  const { stderr } = await promisify(execFile)(process.execPath, args);
  const usage = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as NodeJS.ResourceUsage;
  return {
    cpuSeconds: rounded((usage.userCPUTime + usage.systemCPUTime) / 1e6),
    peakMb: rounded(usage.maxRSS / 1024),
    seconds: rounded((performance.now() - started) / 1000),
  };
};

/** For the first time; with one row in a hundred changed; and as it was. Their ratio is of the last to the first. */
export const importBench = async () => {
  const home = await mkdtemp(join(tmpdir(), 'rounds-bench-'));
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-'));
  const { env, uri, server } = await startServers(home);
  try {
    const mongo = connectMongo({ MONGODB_URI: uri, MONGODB_DATABASE: DATABASE }, 'rounds-bench');
    await ensureIndexes(mongo);
    await mongo.close();
    await writeDataset(folder, laboratory(Infinity), 'ndjson');
    const first = await imported(folder, env);
    await writeDataset(folder, laboratory(100), 'ndjson');
    const changed = await imported(folder, env);
    const unchanged = await imported(folder, env);
    return { rows: ROWS, first, changed, unchanged, ratio: rounded(unchanged.cpuSeconds / first.cpuSeconds) };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await Promise.all([home, folder].map((path) => rm(path, { recursive: true })));
  }
};
