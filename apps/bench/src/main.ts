/**
 * `npm run bench [name …]`: one JSON line a benchmark. Times of a shared machine say little, so each line also
 * holds a ratio of two things measured in turn in this run; compare those.
 */
import { aggregateBench } from './aggregate.bench.ts';
import { codecBench } from './codec.bench.ts';
import { drawBench } from './draw.bench.ts';
import { gateBench } from './gate.bench.ts';
import { importBench } from './import.bench.ts';
import { readBench } from './read.bench.ts';
import { scheduleBench } from './schedule.bench.ts';

const BENCHMARKS: Readonly<Record<string, () => Promise<object>>> = {
  schedule: scheduleBench,
  codec: codecBench,
  read: readBench,
  aggregate: aggregateBench,
  draw: drawBench,
  gate: gateBench,
  import: importBench,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`${JSON.stringify({ bench: name, ...(await run()) })}\n`);
}
