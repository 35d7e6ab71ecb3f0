/** Work of one name one after the other: what the first has made the others find. */
import { setTimeout as delay } from 'node:timers/promises';
import { BEAT_MS, type Beat } from './heartbeat.ts';

/** @param beat of the activity that waits @param waitingFor what its beats say of that */
export const createTurns = (beat: Beat, waitingFor: string) => {
  const turns = new Map<string, Promise<unknown>>();
  return async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    for (let other = turns.get(name); other !== undefined; other = turns.get(name)) {
      beat({ waitingFor });
      const over = other.catch(() => undefined);
      await Promise.race([over, delay(BEAT_MS, undefined, { ref: false })]);
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
