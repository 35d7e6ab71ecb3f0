/** Many subscriptions whose runs are due in the same minute. */
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@rounds/adapters/clock';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { skipTime } from '@rounds/adapters/temporal/skip-time';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import { inTurn } from '../stack/in-turn.ts';
import { latencyOf, type Latency } from '../stack/latency.ts';
import { load } from '../stack/load.ts';
import { sleeping, weekdayOf } from '../stack/sleepers.ts';
import type { Cost, Stack } from '../stack/stack.ts';
import { withTemporal } from '../stack/temporal.ts';
import { countMails, mailsSince, type CameIn } from './mails.ts';
import type { Reader } from './readers.ts';

/** Here the slowest machine subscribes faster than this: all are there before they are due. */
const SUBSCRIBES_PER_SECOND = 20;
const MARGIN_MS = 5_000;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 30 * MINUTE_MS;
/** A moment after the due one, so that the timer has fired when the skipping ends. */
const SKIPPED_MORE_MS = 2_000;
const SKIPS_AT_ONCE = 16;

interface Subscribed {
  readonly id: string;
  readonly nextRuns: readonly string[];
}

/** In turn, so that each reader has as many. */
const subscribeAll = async (
  { urls }: Stack,
  readers: readonly Reader[],
  size: number,
  schedule: object,
): Promise<Subscribed[]> => {
  const subscribed: Subscribed[] = [];
  await load({
    ...{ url: urls.api, calls: size },
    next: (index) => {
      const { person, studyId } = inTurn(readers, index);
      const body = { studyId, reportType: 'study-weekly', schedule, evenIfEqual: true };
      return { by: person, method: 'POST', path: '/subscriptions', body };
    },
    onAnswer: (body) => subscribed.push(JSON.parse(body) as Subscribed),
  });
  return subscribed;
};

/** Lets so many subscribe, and resolves when all are due, with what lets them go. */
export type Gathering = (
  stack: Stack,
  readers: readonly Reader[],
  size: number,
) => Promise<() => Promise<void>>;

/**
 * Due by the wall's clock, in the first whole minute after all have subscribed.
 *
 * @throws Error when the minute came before the last one was there
 */
export const inOneMinute: Gathering = async (stack, readers, size) => {
  const earliest = systemClock().getTime() + (size / SUBSCRIBES_PER_SECOND) * 1000 + MARGIN_MS;
  const due = new Date(Math.ceil(earliest / MINUTE_MS) * MINUTE_MS);
  const at = due.toISOString().slice(11, 16);
  await subscribeAll(stack, readers, size, {
    ...{ every: 'week', on: weekdayOf(due), at, timeZone: 'UTC' },
  });
  const left = due.getTime() - systemClock().getTime();
  if (left < 0) throw new Error(`Subscribing ${size} times took until they were due.`);
  await delay(left);
  return () => Promise.resolve();
};

/** Due in some days, which pass in a moment for each of them: nobody waits for the next minute. */
export const byVirtualTime: Gathering = async (stack, readers, size) => {
  const subscribed = await subscribeAll(stack, readers, size, sleeping(0).schedule);
  const waiting = [...subscribed];
  const letGo = async (temporal: Temporal): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const ms = Date.parse(next.nextRuns[0] ?? '') - systemClock().getTime() + SKIPPED_MORE_MS;
      await skipTime(temporal.client, subscriptionWorkflowId(next.id), Math.ceil(ms / 1000));
    }
  };
  return () =>
    withTemporal(stack, async (temporal) => {
      await Promise.all(Array.from({ length: SKIPS_AT_ONCE }, () => letGo(temporal)));
    });
};

/** @throws Error when they do not all come within half an hour */
export const waitForMails = async (stack: Stack, wanted: number): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const came = await countMails(stack);
    if (came >= wanted) return;
    if (performance.now() > until) throw new Error(`Only ${came} of ${wanted} mails came.`);
    await delay(250);
  }
};

/** By how many mails readers have fewer, and more, than subscriptions. */
export const lostAndTwice = (mails: readonly CameIn[], readers: readonly Reader[], size: number) => {
  const wanted = new Map<string, number>();
  for (let n = 0; n < size; n += 1) {
    const { email } = inTurn(readers, n).person;
    wanted.set(email, (wanted.get(email) ?? 0) + 1);
  }
  const differences = [...wanted].map(([email, count]) => {
    const links = mails.filter(({ to }) => to === email).map(({ link }) => link);
    return { lost: count - new Set(links).size, twice: links.length - new Set(links).size };
  });
  return {
    lost: differences.reduce((sum, { lost }) => sum + lost, 0),
    twice: differences.reduce((sum, { twice }) => sum + twice, 0),
  };
};

export interface Stampede {
  readonly mails: readonly CameIn[];
  readonly lost: number;
  readonly twice: number;
  readonly cost: Cost;
  readonly latenessS: Latency;
  readonly latenessOf: (readers: readonly Reader[]) => Latency;
}

/** Waits from the moment when all are due until the last mail is there. */
export const stampede = async (
  stack: Stack,
  readers: readonly Reader[],
  size: number,
  gather: Gathering,
): Promise<Stampede> => {
  const letGo = await gather(stack, readers, size);
  const before = await countMails(stack);
  const due = systemClock().getTime();
  const cost = await stack.costOf(async () => {
    await letGo();
    await waitForMails(stack, before + size);
  });
  const mails = await mailsSince(stack, due);
  const lateness = (of: readonly CameIn[]) => latencyOf(of.map(({ at }) => (at - due) / 1000));
  return {
    ...{ mails, cost, ...lostAndTwice(mails, readers, size) },
    latenessS: lateness(mails),
    latenessOf: (of) => {
      const emails = new Set(of.map(({ person }) => person.email));
      return lateness(mails.filter(({ to }) => emails.has(to)));
    },
  };
};
