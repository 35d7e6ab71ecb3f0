import { useRef } from 'react';

const SOONEST_MS = 1_500;
const LATEST_MS = 24_000;

/** ms. Soon while it has just begun; what goes on for minutes is looked at a few times a minute. */
export const pauseAfter = (goneOnMs: number): number => {
  const doublings = Math.floor(Math.log2(Math.max(goneOnMs / 15_000, 1)));
  return Math.min(SOONEST_MS * 2 ** doublings, LATEST_MS);
};

/**
 * For `refetchInterval`: asks anew while something goes on, ever more slowly. Nothing is asked while nobody sees the
 * page: that is how queries are.
 */
export const useLookAgain = (): ((goesOn: boolean) => number | false) => {
  const begun = useRef<number | null>(null);
  return (goesOn) => {
    begun.current = goesOn ? (begun.current ?? performance.now()) : null;
    return begun.current !== null && pauseAfter(performance.now() - begun.current);
  };
};
