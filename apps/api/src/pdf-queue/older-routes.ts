/** ISO date from which nobody should begin to use the older routes. */
export const DEPRECATED_SINCE = '2026-11-23';

export const OUTSIDE_ROLLOUT = 'You are outside of the rollout: the older queue is there.';

export const olderJobPath = (jobId: string): string => `/api/jobs/${encodeURIComponent(jobId)}`;
