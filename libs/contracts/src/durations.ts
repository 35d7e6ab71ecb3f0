/** In milliseconds. A local day may be longer or shorter: see schedule-arithmetic.ts. */
export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;
