/** What Linux knows of running processes (/proc): seconds of CPU spent and memory held. */
import { readFileSync, writeFileSync } from 'node:fs';

/** By the name of the process in services.json. */
export type ByProcess = Readonly<Record<string, number>>;

/** Of /proc/<pid>/stat, which counts in hundredths of a second on every Linux. */
const TICKS_PER_SECOND = 100;
/** Behind the command's name in brackets: utime, stime, and those of children that have ended. */
const CPU_FIELDS = { from: 11, to: 15 };

const KB_PER_MB = 1024;

/** @throws Error on every other system: nothing is measured there, rather than something else. */
export const demandLinux = (): void => {
  if (process.platform === 'linux') return;
  throw new Error(
    `Benchmarks measure each process by /proc, which Linux alone has: this is ${process.platform}.`,
  );
};

/** Seconds of CPU since the process began, those of its ended children with it. */
export const cpuSecondsOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(CPU_FIELDS.from, CPU_FIELDS.to).map(Number);
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
};

/** Megabytes: its own pages, and its share of those that other processes use too. */
export const memoryMbOf = (pid: number): number => {
  const [, kilobytes = ''] =
    /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) / KB_PER_MB;
};

const FORGET_PEAK = '5';

/** From now on the peak is counted anew. */
export const forgetPeakOf = (pid: number): void => {
  writeFileSync(`/proc/${pid}/clear_refs`, FORGET_PEAK);
};

/** Megabytes in memory at most at once, since the process began or its peak was forgotten. */
export const peakMbOf = (pid: number): number => {
  const [, kilobytes = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / KB_PER_MB;
};

export const totalOf = (parts: ByProcess): number =>
  Object.values(parts).reduce((sum, each) => sum + each, 0);
