/**
 * What equal inputs make is made once (docs/decisions/0028): whoever asks within the hour, on any worker, is given what
 * the first one made. Nothing but the store says so: a worker that dies leaves nothing for which another would wait.
 */
import { canonicalJson } from '@rounds/contracts/canonical-json';
import { HOUR_MS } from '@rounds/contracts/durations';
import { isNotFound } from '@rounds/contracts/errors';
import type { Clock } from '../clock.ts';
import { sha256Of } from '../crypto/sha256.ts';
import type { Beat } from '../temporal/heartbeat.ts';
import { createTurns } from '../temporal/turns.ts';
import type { ObjectStore } from './object-store.ts';

export const MAKINGS_FOLDER = 'makings/';

/** Milliseconds from its beginning for which a making is taken up. What it names stays as long in the store. */
export const TAKEN_UP_MS = HOUR_MS;

export interface MakingsDependencies {
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  /** Names the running program: what another one made is not taken up. */
  readonly program: string;
  readonly beat: Beat;
  readonly now: Clock;
}

/** A kind of thing that is made, and all that decides how it comes out. */
export type MakingOf = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface Makings {
  /**
   * What was made of this, or is made now. Whoever asks meanwhile on this worker waits, and makes it themselves where
   * the first one fails or is cancelled.
   *
   * @param isKept whether others are given it too; absent: always
   */
  once<Made>(of: MakingOf, make: () => Promise<Made>, isKept?: (made: Made) => boolean): Promise<Made>;
  /** Something that it names is gone: whoever asks next makes it anew. */
  forget(of: MakingOf): Promise<void>;
}

/** In the store. */
interface Kept<Made> {
  /** ISO 8601. */
  readonly begunAt: string;
  /** Null: forgotten. */
  readonly made: Made | null;
}

/** Each who asks makes it. */
export const UNSHARED: Makings = {
  once: (_of, make) => make(),
  forget: () => Promise.resolve(),
};

export const createMakings = ({ objects, program, beat, now }: MakingsDependencies): Makings => {
  const inTurn = createTurns(beat, 'the same making');
  const keyOf = (of: MakingOf): string => `${MAKINGS_FOLDER}${sha256Of(canonicalJson({ program, of }))}.json`;

  const find = async <Made>(key: string): Promise<Made | null> => {
    try {
      const { begunAt, made } = JSON.parse((await objects.get(key)).toString()) as Kept<Made>;
      return now().getTime() - Date.parse(begunAt) < TAKEN_UP_MS ? made : null;
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  };

  const keep = (key: string, kept: Kept<unknown>): Promise<void> =>
    objects.put(key, Buffer.from(JSON.stringify(kept)), 'application/json');

  return {
    once: (of, make, isKept = () => true) => {
      const key = keyOf(of);
      return inTurn(key, async () => {
        const found = await find<Awaited<ReturnType<typeof make>>>(key);
        if (found !== null) return found;
        const begunAt = now().toISOString();
        const made = await make();
        if (isKept(made)) await keep(key, { begunAt, made });
        return made;
      });
    },
    forget: (of) => keep(keyOf(of), { begunAt: now().toISOString(), made: null }),
  };
};
