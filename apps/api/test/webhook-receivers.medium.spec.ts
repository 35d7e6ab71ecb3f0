/** Real: the API, Temporal, workflows, MongoDB, every receiver; only the stages are fakes. */
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@rounds/adapters/clock';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import { startReport } from '@rounds/adapters/temporal/commands/start-report';
import { startWebhook } from '@rounds/adapters/temporal/commands/start-webhook';
import { uniqueName } from '@rounds/adapters/testing/servers';
import { openReceiver, type Receiver } from '@rounds/activities-notify/testing/receiver';
import type { WebhookDeliveryDocument } from '@rounds/contracts/webhook';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { openRun } from './records.ts';

const DEAD = 20;
const SHARE = 4;
/** Of each that hangs: more than its share, so that some wait for a turn. */
const CALLS = 6;

let bed: ApiBed;
let owner: string;
let live: Receiver;
let dead: (Receiver & { readonly open: { now: number; most: number } })[];

/** Takes every call and answers none. */
const openDead = async () => {
  const receiver = await openReceiver();
  const open = { now: 0, most: 0 };
  receiver.answer = (response) => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    response.on('close', () => (open.now -= 1));
  };
  return Object.assign(receiver, { open });
};

const until = async <T>(look: () => Promise<T | null | undefined> | T | null | undefined): Promise<T> => {
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    await delay(10);
  }
};

beforeAll(async () => {
  bed = await openApiBed('receivers', { env: { ROUNDS_WEBHOOK_TIMEOUT_S: '30' } });
  await bed.addStudy('S1');
  owner = await bed.grant('anna@example.org', 'S1');
  live = await openReceiver();
  dead = await Promise.all(Array.from({ length: DEAD }, openDead));
});
afterAll(async () => {
  await Promise.all([live, ...dead].map((each) => each.close()));
  await bed.close();
});

const tell = async (url: string): Promise<void> => {
  const runId = uniqueName('run');
  const call: WebhookDeliveryDocument = {
    ...{ _id: `${runId}.1`, runId, studyId: 'S1', ownerId: owner, url, style: 'rounds' },
    payload: { jobId: runId, status: 'completed', retryCount: 0 },
    ...{ state: 'pending', replays: 0, attempts: [], createdAt: systemClock() },
  };
  await createWebhookDeliveriesRepository(bed.mongo).insert(call);
  await startWebhook(bed.temporal.client, call);
};

it('a live receiver’s call begins within 5 s of the run’s end while twenty dead ones wait', async () => {
  await Promise.all(dead.flatMap(({ url }) => Array.from({ length: CALLS }, () => tell(`${url}/hook`))));
  await until(() => (dead.every(({ open }) => open.now === SHARE) ? true : null));
  const run = openRun({ _id: uniqueName('run'), requestedBy: owner, callback: { url: live.url } });
  await bed.mongo.collection('runs').insertOne(run);
  await startReport(bed.temporal.client, run, systemClock());
  const { at } = await until(() => live.received[0]);
  const ended = await bed.mongo.collection('runs').findOne({ _id: run._id });
  expect(at - (ended?.finishedAt?.getTime() ?? 0)).toBeLessThan(5_000);
  // None was called beyond its share, and all of them still hang.
  expect(dead.map(({ open }) => open.most)).toEqual(dead.map(() => SHARE));
  const hanging = { state: 'pending', url: { $ne: live.url } } as const;
  expect(await bed.mongo.collection('webhookDeliveries').countDocuments(hanging)).toBe(DEAD * CALLS);
});
