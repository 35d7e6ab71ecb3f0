/** A run that starts this late is still on time: a restart at the due minute must not count as a missed run. */
export const ON_TIME_WITHIN_MS = 60 * 60 * 1000;
