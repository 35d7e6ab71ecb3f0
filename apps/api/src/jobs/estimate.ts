/** When an open run will probably be done, from nothing but measured runs. */
import type { Span } from './jobs.repository.ts';

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
};

/** Milliseconds between one run's end and the next one's: how fast a busy queue empties. */
const gapsBetween = (spans: readonly Span[]): number[] => {
  const ends = spans.map(({ finishedAt }) => finishedAt).sort((a, b) => a - b);
  return ends.slice(1).map((end, index) => end - (ends[index] ?? end));
};

/**
 * A run that has no run ahead takes as long as the last ones took; each run ahead adds what lay between two
 * ends lately, but no more than a whole run (when little was to do, ends lie far apart).
 *
 * @param now epoch ms
 * @returns epoch ms, null where nothing was measured yet
 */
export const estimateEnd = (spans: readonly Span[], ahead: number, now: number): number | null => {
  const duration = median(spans.map(({ startedAt, finishedAt }) => finishedAt - startedAt));
  if (duration === null) return null;
  const spacing = Math.min(duration, median(gapsBetween(spans)) ?? duration);
  return Math.round(now + duration + ahead * spacing);
};
