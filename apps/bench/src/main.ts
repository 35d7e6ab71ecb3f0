/**
 * `npm run bench [-- name …]`: one JSON line a benchmark. Times of a shared machine say little, so each line also
 * holds a ratio of two things measured in turn in this run; compare those.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { aggregateBench } from './aggregate.bench.ts';
import { codecBench } from './codec.bench.ts';
import { drawBench } from './draw.bench.ts';
import { gateBench } from './gate.bench.ts';
import { importBench } from './import.bench.ts';
import { readBench } from './read.bench.ts';
import { reportBench } from './report.bench.ts';
import { scheduleBench } from './schedule.bench.ts';
import { topOfProfiles } from './stack/profile.ts';
import type { StackOptions } from './stack/stack.ts';

const HELP = `npm run bench [-- name …] [--profile role]

  --profile ROLE   the worker of this role writes a V8 profile of its CPU to .rounds/profiles, where the benchmark is of
                   the whole product; the functions that took most of it are listed on standard error`;

const BENCHMARKS: Readonly<Record<string, (options: Pick<StackOptions, 'profile'>) => Promise<object>>> = {
  schedule: scheduleBench,
  codec: codecBench,
  read: readBench,
  aggregate: aggregateBench,
  draw: drawBench,
  gate: gateBench,
  import: importBench,
  report: reportBench,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !(name in BENCHMARKS));
if (values.help || unknown.length > 0) {
  const fault = unknown.length > 0 ? `No benchmark ${unknown.join(', ')}.\n` : '';
  process.stderr.write(`${fault}${HELP}\n\nThere are: ${Object.keys(BENCHMARKS).join(', ')}.\n`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
const folder = resolve('.rounds/profiles');
const profile = values.profile === undefined ? undefined : { role: values.profile, folder };
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  await rm(folder, { recursive: true, force: true });
  const measured = await run({ profile });
  if (profile !== undefined && existsSync(folder))
    process.stderr.write(`${(await topOfProfiles(folder)).join('\n')}\n`);
  process.stdout.write(`${JSON.stringify({ name, ...measured })}\n`);
}
