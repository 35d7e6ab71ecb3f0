/** Version of the IANA time-zone data that this Node computes by, e.g. `2026b`. */
export const TIME_ZONE_DATA = process.versions.tz ?? 'unknown';
