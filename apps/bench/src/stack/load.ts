/**
 * Requests to the API: as fast as they are answered, or evenly at a pace, whether or not those before have been answered.
 * A time counts from when the request was due, so that waiting for its turn counts too.
 */
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { rounded } from '../measure.ts';
import { latencyOf, type Latency } from './latency.ts';
import type { Person } from './people.ts';
import { tell } from './tell.ts';

export interface Call {
  readonly by: Person;
  readonly method: 'GET' | 'POST';
  /** Below /api/v1. */
  readonly path: string;
  readonly body?: unknown;
}

export interface Load {
  /** Of the API. */
  readonly url: string;
  readonly calls: number;
  /** Absent: as fast as they are answered, so many at once. */
  readonly perSecond?: number;
  readonly next: (index: number) => Call;
  readonly onAnswer?: (body: string) => void;
}

/** Times in ms. */
export interface Answered extends Latency {
  readonly perSecond: number;
}

const AT_ONCE = 16;
const agent = new Agent({ keepAlive: true });

/** @throws Error with the answer that was not 2xx */
const bodyOf = async (response: IncomingMessage): Promise<string> => {
  const { statusCode = 0 } = response;
  const body = await text(response);
  if (statusCode >= 200 && statusCode < 300) return body;
  throw new Error(`The API answered ${statusCode}: ${body}`);
};

const send = (url: string, { by, method, path, body }: Call): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { agent, method, headers: { ...by.headers } };
    const sent = request(`${url}/api/v1${path}`, options, (response) => {
      bodyOf(response).then(resolve, reject);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });

type One = (index: number, due: number) => Promise<void>;

const asFastAsAnswered = async (calls: number, one: One): Promise<void> => {
  let next = 0;
  const inTurn = async (): Promise<void> => {
    while (next < calls) {
      next += 1;
      await one(next - 1, performance.now());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
};

const atPace = async (calls: number, perSecond: number, one: One): Promise<void> => {
  const started = performance.now();
  const underWay: Promise<void>[] = [];
  const failed: unknown[] = [];
  for (let index = 0; index < calls; index += 1) {
    const due = started + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await delay(wait);
    underWay.push(
      one(index, due).catch((error: unknown) => {
        failed.push(error);
      }),
    );
  }
  await Promise.all(underWay);
  if (failed.length > 0) throw failed[0];
};

/** @throws Error with the first answer that was not 2xx, or where a call got none */
export const load = async ({ url, calls, perSecond, next, onAnswer }: Load): Promise<Answered> => {
  const times: number[] = [];
  const one: One = async (index, due) => {
    const body = await send(url, next(index));
    times.push(performance.now() - due);
    onAnswer?.(body);
  };
  const started = performance.now();
  await (perSecond === undefined ? asFastAsAnswered(calls, one) : atPace(calls, perSecond, one));
  const seconds = (performance.now() - started) / 1000;
  const answered = { perSecond: rounded(calls / seconds), ...latencyOf(times) };
  tell(`${calls} × ${next(0).method} ${next(0).path}: ${JSON.stringify(answered)}`);
  return answered;
};
