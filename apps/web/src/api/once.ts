/**
 * What must not be done twice is asked for under one key until it is answered: pressed again because an answer was
 * lost, it is what was done already. The client does the same by itself while it tries again.
 */
import { now } from '../clock.ts';

/** Later the same wish may well be a new one. */
const GOOD_FOR_MS = 120_000;

interface Asked {
  readonly key: string;
  readonly at: number;
}

const unanswered = new Map<string, Asked>();

const askedFor = (wish: string): Asked => {
  const before = unanswered.get(wish);
  const at = now().getTime();
  return before !== undefined && at - before.at < GOOD_FOR_MS ? before : { key: crypto.randomUUID(), at };
};

type Keyed = Readonly<Record<'Idempotency-Key', string>>;

/** @param wish what is asked for, in whatever makes it equal to another */
export const once = async <T>(wish: unknown, ask: (headers: Keyed) => Promise<T>): Promise<T> => {
  const name = JSON.stringify(wish);
  const asked = askedFor(name);
  unanswered.set(name, asked);
  const answer = await ask({ 'Idempotency-Key': asked.key });
  unanswered.delete(name);
  return answer;
};
