import { estimateEnd } from './estimate.ts';

const span = (startedAt: number, finishedAt: number) => ({ startedAt, finishedAt });
const next = { ahead: 0, done: 0 };

/** A queue of runs that come all at once: each takes `own` milliseconds of one of `workers`. */
const burst = (runs: number, workers: number, own: number) =>
  Array.from({ length: runs }, (_, n) => span(0, own * (Math.floor(n / workers) + 1) + (n % workers)));

describe('the estimate of a run’s end', () => {
  it('is nothing while nothing was measured', () => {
    expect(estimateEnd([], next, 1_000)).toBeNull();
    expect(estimateEnd([], { ahead: 7, done: 0 }, 1_000)).toBeNull();
  });

  it('is what a run takes that nothing holds up: slow ones do not spoil it', () => {
    expect(estimateEnd([span(0, 12), span(100, 112), span(200, 900)], next, 1_000)).toBe(1_012);
  });

  it('counts only what is still to do of a run at work', () => {
    expect(estimateEnd([span(0, 100)], { ahead: 0, done: 0.7 }, 1_000)).toBe(1_030);
  });

  it('adds the pace of the queue for each run ahead, measured between ends', () => {
    const busy = [span(0, 100), span(10, 120), span(20, 140), span(30, 160)];
    expect(estimateEnd(busy, { ahead: 3, done: 0 }, 1_000)).toBe(1_000 + 110 + 3 * 20);
  });

  it('takes one worker for granted where runs never met', () => {
    const idle = [span(0, 100), span(86_400_000, 86_400_100)];
    expect(estimateEnd(idle, { ahead: 2, done: 0 }, 1_000)).toBe(1_000 + 100 + 2 * 100);
  });

  it('knows several workers by the pace of the ends', () => {
    const lone = Array.from({ length: 10 }, (_, n) => span(-1e6 * (n + 1), -1e6 * (n + 1) + 1_000));
    const spans = [...lone, ...burst(10, 2, 1_000)];
    // Ten ahead of it on two workers: five seconds, and its own.
    const end = estimateEnd(spans, { ahead: 10, done: 0 }, 0) ?? 0;
    expect(end).toBeGreaterThan(4_000);
    expect(end).toBeLessThan(12_000);
  });
});
