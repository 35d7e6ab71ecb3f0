/** Work of one name one after the other: what the first has made the others find. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';

/** Often enough that who waits is not taken for one that hangs. */
const BEAT_EVERY_MS = 10_000;

/** @param beat of the activity that waits */
export const createTurns = (beat: Beat) => {
  const turns = new Map<string, Promise<unknown>>();
  return async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    for (let other = turns.get(name); other !== undefined; other = turns.get(name)) {
      beat({ waitingFor: 'a cut of the same state' });
      const over = other.catch(() => undefined);
      await Promise.race([over, delay(BEAT_EVERY_MS, undefined, { ref: false })]);
    }
    const own = work();
    turns.set(name, own);
    try {
      return await own;
    } finally {
      turns.delete(name);
    }
  };
};
