/**
 * When an open run will probably be done, from nothing but measured runs (docs/jobs.md, "Find them").
 *
 *   end = (now, or when it is scheduled for) + own + ahead × pace
 *
 * `own` is what a run takes when nothing holds it up: the lower quartile of the last durations, because runs that
 * waited in a busy queue took longer; of it the share that is still to do. `pace` is the time between two ends
 * while runs queued up: the mean of those gaps in which the next run was already at work when one ended. It shows
 * all workers together, and is `own` (one worker) until it was measured.
 */
import type { Span } from './jobs.repository.ts';

export interface Ahead {
  /** Runs that go before this one. */
  readonly ahead: number;
  /** Share of the own work that is done, 0 to 1. */
  readonly done: number;
}

const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? null;
};

/** Milliseconds between two ends, where the second run had begun before the first one ended. */
const busyGaps = (spans: readonly Span[]): number[] => {
  const sorted = [...spans].sort((a, b) => a.finishedAt - b.finishedAt);
  return sorted.slice(1).flatMap(({ startedAt, finishedAt }, index) => {
    const before = sorted[index]?.finishedAt ?? finishedAt;
    return startedAt < before ? [finishedAt - before] : [];
  });
};

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const ownOf = (spans: readonly Span[]): number | null =>
  quantile(
    spans.map(({ startedAt, finishedAt }) => finishedAt - startedAt),
    0.25,
  );

/** Milliseconds after which one more run has ended, in a queue; null where nothing was measured. */
export const paceOf = (spans: readonly Span[]): number | null => {
  const own = ownOf(spans);
  return own === null ? null : Math.min(own, mean(busyGaps(spans)) ?? own);
};

/**
 * @param from epoch ms: now, or the moment for which the run is scheduled
 * @returns epoch ms, null where nothing was measured yet
 */
export const estimateEnd = (spans: readonly Span[], { ahead, done }: Ahead, from: number): number | null => {
  const own = ownOf(spans);
  const pace = paceOf(spans);
  return own === null || pace === null ? null : Math.round(from + own * (1 - done) + ahead * pace);
};
