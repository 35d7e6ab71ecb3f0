/**
 * `npm run bench [-- name …]`: one JSON line a benchmark. Times of a shared machine say little, so each line also
 * holds a ratio of two things measured in turn in this run; compare those.
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codecBench } from './codec.bench.ts';
import { herdBench } from './herd.bench.ts';
import { historyBench } from './history.bench.ts';
import { importBench } from './import.bench.ts';
import { pipelineBench } from './pipeline.bench.ts';
import { readBench } from './read.bench.ts';
import { apiBench } from './api.bench.ts';
import { renderBench } from './render.bench.ts';
import { reportBench } from './report.bench.ts';
import { restBench } from './rest.bench.ts';
import { scheduleBench } from './schedule.bench.ts';
import { sleepersBench } from './sleepers.bench.ts';
import { startBench } from './start.bench.ts';
import { topOfProfiles } from './stack/profile.ts';
import type { BenchOptions } from './stack/stack.ts';
import { beginToTell } from './stack/tell.ts';

const HELP = `npm run bench [-- name …] [--size number] [--profile role,role]

  --size NUMBER     how many of what the benchmark is about: subscriptions, reports; smaller than the goal where nothing is said
  --profile ROLES   the worker of each of these roles writes V8 profiles of its CPU to .rounds/profiles, where the
                    benchmark is of the whole product; what took most of it is listed on standard error`;

const BENCHMARKS: Readonly<Record<string, (options: BenchOptions) => Promise<object>>> = {
  schedule: scheduleBench,
  codec: codecBench,
  read: readBench,
  import: importBench,
  report: reportBench,
  // Only then is a browser looked for.
  web: async () => (await import('./web.bench.ts')).webBench(),
  rest: restBench,
  start: startBench,
  sleepers: sleepersBench,
  api: apiBench,
  herd: herdBench,
  pipeline: pipelineBench,
  history: historyBench,
  render: renderBench,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string' },
    size: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !(name in BENCHMARKS));
if (values.help || unknown.length > 0) {
  const fault = unknown.length > 0 ? `No benchmark ${unknown.join(', ')}.\n` : '';
  process.stderr.write(`${fault}${HELP}\n\nThere are: ${Object.keys(BENCHMARKS).join(', ')}.\n`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
const roles = values.profile?.split(',') ?? [];
const size = values.size === undefined ? {} : { size: Number(values.size) };
const folder = resolve('.rounds/profiles');

beginToTell();
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  await rm(folder, { recursive: true, force: true });
  const measured = await run({ ...size, profile: { roles, folder } });
  for (const role of roles) {
    const top = await topOfProfiles(join(folder, role));
    process.stderr.write(`${role}\n${top.map((line) => `  ${line}\n`).join('')}`);
  }
  process.stdout.write(`${JSON.stringify({ name, ...measured })}\n`);
}
