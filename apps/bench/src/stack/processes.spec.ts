/** Of this very process, on Linux alone. */
import { cpuSecondsOf, forgetPeakOf, memoryMbOf, peakMbOf, totalOf } from './processes.ts';

const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux('counts the CPU that is spent, as the process itself does', () => {
  const before = { told: cpuSecondsOf(process.pid), own: process.cpuUsage() };
  for (let n = 0; process.cpuUsage(before.own).user < 200_000; n += 1) Math.sqrt(n);
  const { user, system } = process.cpuUsage(before.own);
  expect(cpuSecondsOf(process.pid) - before.told).toBeCloseTo((user + system) / 1e6, 1);
});

const MB = 1024 ** 2;

onLinux('tells the memory that is held, and the most that was since the peak was forgotten', () => {
  const before = process.memoryUsage().rss / MB;
  forgetPeakOf(process.pid);
  const block = Buffer.alloc(200 * MB, 1);
  expect(peakMbOf(process.pid)).toBeGreaterThan(before + 100);
  expect(memoryMbOf(process.pid)).toBeGreaterThan(block.length / MB);
});

it('adds up what the processes spend', () => {
  expect(totalOf({ api: 1, mongodb: 2.5 })).toBe(3.5);
});
