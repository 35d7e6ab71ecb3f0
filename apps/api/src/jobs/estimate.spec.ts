import { estimateEnd } from './estimate.ts';

const span = (startedAt: number, finishedAt: number) => ({ startedAt, finishedAt });

describe('the estimate of a run’s end', () => {
  it('is nothing while nothing was measured', () => {
    expect(estimateEnd([], 0, 1_000)).toBeNull();
    expect(estimateEnd([], 7, 1_000)).toBeNull();
  });

  it('is the median duration when nothing is ahead: one slow run does not spoil it', () => {
    expect(estimateEnd([span(0, 10), span(100, 112), span(200, 900)], 0, 1_000)).toBe(1_012);
  });

  it('adds the pace of the queue for each run ahead, measured between ends', () => {
    const busy = [span(0, 100), span(10, 120), span(20, 140), span(30, 160)];
    expect(estimateEnd(busy, 3, 1_000)).toBe(1_000 + 120 + 3 * 20);
  });

  it('adds at most a whole run for each run ahead, when the last ones ended far apart', () => {
    const idle = [span(0, 100), span(86_400_000, 86_400_100)];
    expect(estimateEnd(idle, 2, 1_000)).toBe(1_000 + 100 + 2 * 100);
  });
});
