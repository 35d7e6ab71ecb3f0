import { NOTHING_KEPT } from '../../folds/kept.ts';

/** Whole days, counted by how many they are: a study has millions of rows and few distinct lags. */
export const tallyDays = () => {
  const counts = new Map<number, number>();
  let n = 0;
  return {
    // Lags of what arrived in the period, and queries, which are read anew each time.
    ...NOTHING_KEPT,
    add: (days: number) => {
      counts.set(days, (counts.get(days) ?? 0) + 1);
      n += 1;
    },
    count: () => n,
    above: (limit: number) =>
      [...counts].reduce((sum, [days, count]) => (days > limit ? sum + count : sum), 0),
    /** The smallest that `percent` of the values do not exceed (nearest rank); null of none. */
    percentile: (percent: number): number | null => {
      let rank = Math.max(1, Math.ceil((n * percent) / 100));
      for (const [days, count] of [...counts].sort(([a], [b]) => a - b)) {
        rank -= count;
        if (rank <= 0) return days;
      }
      return null;
    },
  };
};
