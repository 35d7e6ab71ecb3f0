import { setClock } from '../clock.ts';
import { once } from './once.ts';

const MINUTE_MS = 60_000;

const keyOf = async (wish: unknown, isLost: boolean): Promise<string> => {
  let sent = '';
  const asked = once(wish, (headers) => {
    sent = headers['Idempotency-Key'];
    return isLost ? Promise.reject(new Error('No answer.')) : Promise.resolve();
  });
  await asked.catch(() => undefined);
  return sent;
};

let at = Date.UTC(2026, 11, 1);
beforeAll(() => {
  setClock(() => new Date(at));
});

it('asks under the same key until an answer came', async () => {
  const first = await keyOf({ a: 1 }, true);
  expect(await keyOf({ a: 1 }, true)).toBe(first);
  expect(await keyOf({ a: 1 }, false)).toBe(first);
  expect(await keyOf({ a: 1 }, false)).not.toBe(first);
});

it('asks for another wish, and for the same one later, under another key', async () => {
  const first = await keyOf({ a: 2 }, true);
  expect(await keyOf({ a: 3 }, true)).not.toBe(first);
  at += 3 * MINUTE_MS;
  expect(await keyOf({ a: 2 }, true)).not.toBe(first);
});
