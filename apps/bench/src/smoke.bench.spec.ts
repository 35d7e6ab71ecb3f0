/**
 * Each benchmark once, tiny, beside one running product: that it still measures what it says. Counts are compared,
 * clocks never.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@rounds/contracts/queues';
import { measureApi } from './api.bench.ts';
import { measureStampede } from './herd.bench.ts';
import { gatherReaders } from './herd/readers.ts';
import { measureHistory } from './history.bench.ts';
import { measureImport } from './import.bench.ts';
import { measurePipeline } from './pipeline.bench.ts';
import { measureRender } from './render.bench.ts';
import { measureReport } from './report.bench.ts';
import { measureRest } from './rest.bench.ts';
import { measureSleepers } from './sleepers.bench.ts';
import { startStack, UNLIMITED, type Stack } from './stack/stack.ts';
import { measureWorkers } from './start.bench.ts';
import { sampleWeeks } from './study/weekly-study.ts';

let stack: Stack;
let folder: string;

beforeAll(async () => {
  [stack, folder] = await Promise.all([
    startStack({ servers: UNLIMITED }),
    mkdtemp(join(tmpdir(), 'rounds-bench-')),
  ]);
});

afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
});

const own = (name: string): string => join(folder, name);

it('report: a study’s first, its next, and those of others', async () => {
  const measured = await measureReport(stack, own('report'), await sampleWeeks(40), 1);
  expect(measured.rows).toBeGreaterThan(1_000);
  for (const { byProcess } of [measured.first, measured.next, measured.second])
    expect(Object.keys(byProcess)).toEqual(expect.arrayContaining(ROLES.map((role) => `worker-${role}`)));
});

it('history: twice as long', async () => {
  const { lengths } = await measureHistory(stack, own('history'), { longest: 2, subjects: 3 });
  const [short, long] = lengths.map(({ rows }) => rows);
  // Everything but the subjects and the reported week.
  expect(long).toBeGreaterThan(1.9 * (short ?? Infinity));
});

it('import: every row, in each format', async () => {
  const { formats, rows } = await measureImport(stack, await mkdtemp(own('import-')), 200);
  expect([rows, Object.keys(formats).sort()]).toEqual([200, ['dsjc', 'json', 'ndjson', 'xpt']]);
});

it('rest: so many reports', async () => {
  const settings = { reports: 4, seconds: 1, settle: 0 };
  expect(await measureRest(stack, own('rest'), settings)).toMatchObject({ reports: 4 });
});

it('api: each kind of request', async () => {
  const { subscribed } = await measureApi(stack, own('api'), { size: 10, members: 4, seconds: 1 });
  expect(subscribed).toBe(10 + 30 + 10 + 30);
});

it('herd: each of them mailed once', async () => {
  const readers = await gatherReaders(stack, own('herd'), 1);
  const { mails, lost, twice } = await measureStampede(stack, readers, 10);
  expect({ mails, lost, twice }).toEqual({ mails: 10, lost: 0, twice: 0 });
});

it('pipeline: each of them made', async () => {
  const measured = await measurePipeline(stack, own('pipeline'), { alone: 2, scopes: 2, shared: 4 });
  expect([measured.product.reports, measured.sharing.reports]).toEqual([2, 4]);
});

it('start: a worker of each role', async () => {
  expect(Object.keys(await measureWorkers(stack))).toEqual(ROLES);
});

it('render: drawn, read back, and laid out by pdfmake alone', async () => {
  const { documents } = await measureRender([]);
  expect(documents.map(({ pages }) => pages > 1)).toEqual([true]);
});

it('sleepers: all are asleep, also after a restart', async () => {
  const settings = { size: 20, members: 3, seconds: 1 };
  const { subscribed, asleep, again } = await measureSleepers(stack, own('sleepers'), settings);
  expect(subscribed).toBe(20 + 30);
  // Those of the others sleep too.
  expect(asleep).toBeGreaterThanOrEqual(subscribed);
  expect(again.asleep).toBe(asleep);
});
