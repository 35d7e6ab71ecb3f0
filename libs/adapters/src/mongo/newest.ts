/** A linearizable read waits for as long as there is no majority. */
const NEWEST_MS = 5_000;

/**
 * Options of a read that sees what another request has just written. Other reads see what a majority has, which lags a
 * little behind: a transaction that finds something there already, and so writes nothing, does not wait for that, and
 * who reads then may find nothing, or what was there before.
 *
 * For one document, by what no other has: its `_id`, or another unique field.
 */
export const NEWEST = { readConcern: { level: 'linearizable' }, maxTimeMS: NEWEST_MS } as const;
