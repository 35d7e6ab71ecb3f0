import { directly } from '@rounds/adapters/testing/directly';
import { systemClock } from '@rounds/adapters/clock';
import { parseSecretKeys, seal } from '@rounds/adapters/crypto/sealed';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import { createWebhookSecretsRepository } from '@rounds/adapters/mongo/webhook-secrets.repository';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { uniqueName } from '@rounds/adapters/testing/servers';
import { RoundsError } from '@rounds/contracts/errors';
import type { WebhookDeliveryDocument } from '@rounds/contracts/webhook';
import { Webhook } from 'standardwebhooks';
import { createWebhookActivities, type WebhookDependencies } from '../src/webhooks/webhook.activities.ts';
import { openReceiver, type Receiver } from '../src/testing/receiver.ts';

/** Real: MongoDB (as the `notify` user) and a receiver over HTTP. The verifying is the reference library's. */
const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 4).toString('base64')}`;
const keys = parseSecretKeys(`k1:${Buffer.alloc(32, 1).toString('base64')}`);

let database: RoleMongo;
let receiver: Receiver;

beforeAll(async () => {
  database = await testRoleMongo('webhooks');
});
afterAll(() => database.close());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

const activities = (
  settings: Partial<WebhookDependencies['settings']> = {},
  more: Partial<WebhookDependencies> = {},
) =>
  createWebhookActivities({
    mongo: database.as('notify'),
    keys,
    now: systemClock,
    settings: {
      ...{ publicUrl: 'https://rounds.example.org', logDays: 30 },
      ...{ allowPrivate: true, allowHttp: true, timeoutMs: 2_000 },
      ...settings,
    },
    ...more,
  });

const log = () => createWebhookDeliveriesRepository(database.root);

const addCall = async (change: Partial<WebhookDeliveryDocument> = {}): Promise<WebhookDeliveryDocument> => {
  const runId = uniqueName('run');
  const call: WebhookDeliveryDocument = {
    _id: `${runId}.1`,
    ...{ runId, studyId: 'DEMO', ownerId: uniqueName('usr'), url: `${receiver.url}/hook`, style: 'rounds' },
    payload: {
      ...{ jobId: runId, status: 'completed', link: `/api/v1/jobs/${runId}/download?format=pdf` },
      ...{ completedAt: '2026-11-23T08:00:00.000Z', retryCount: 0 },
    },
    sealedSecret: seal(keys, SECRET),
    ...{ state: 'pending', replays: 0, attempts: [], createdAt: systemClock() },
    ...change,
  };
  await log().insert(call);
  return call;
};

const post = (call: WebhookDeliveryDocument, settings: Partial<WebhookDependencies['settings']> = {}) =>
  activities(settings).postWebhook({ webhookDeliveryId: call._id, replay: call.replays });

const refusal = async (call: WebhookDeliveryDocument, settings = {}): Promise<RoundsError> => {
  const error: unknown = await post(call, settings).catch((thrown: unknown) => thrown);
  if (!(error instanceof RoundsError)) throw new Error('It was taken.', { cause: error });
  return error;
};

const verified = (secret: string, { body, headers } = receiver.received.at(-1) ?? never()): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

const never = (): never => {
  throw new Error('Nothing was received.');
};

describe('a call', () => {
  it('tells the end of the run, verifiable by the reference library, and logs it', async () => {
    const call = await addCall();
    expect(await post(call)).toBe('delivered');
    expect(verified(SECRET)).toEqual({
      ...call.payload,
      link: `https://rounds.example.org/api/v1/jobs/${call.runId}/download?format=pdf`,
    });
    expect(receiver.received[0]?.headers['webhook-id']).toBe(call._id);
    expect(() => verified(OTHER)).toThrow('No matching signature found');
    const { state, attempts, expiresAt } = (await log().find(call._id)) ?? never();
    expect([state, attempts]).toEqual([
      'delivered',
      [expect.objectContaining({ replay: 0, statusCode: 204, error: null })],
    ]);
    expect(expiresAt?.getTime()).toBeGreaterThan(systemClock().getTime() + 29 * 86_400_000);
  });

  it('without a secret of its own is signed by all of the caller that sign now: a rotation breaks nothing', async () => {
    const call = await addCall();
    await log().find(call._id);
    const owned = await addCall({ sealedSecret: undefined as never, ownerId: 'usr_rotates' });
    const secrets = createWebhookSecretsRepository(database.root);
    const of = (id: string, secret: string, signsUntil?: Date) => ({
      ...{ _id: id, ownerId: 'usr_rotates', sealed: seal(keys, secret), createdAt: systemClock() },
      ...(signsUntil === undefined ? {} : { signsUntil }),
    });
    await secrets.insert(of('whs_new', SECRET), directly);
    await secrets.insert(of('whs_old', OTHER, new Date(systemClock().getTime() + 60_000)), directly);
    await secrets.insert(
      of('whs_over', `whsec_${Buffer.alloc(32, 9).toString('base64')}`, new Date(0)),
      directly,
    );
    expect(await post(owned)).toBe('delivered');
    for (const secret of [SECRET, OTHER]) expect(verified(secret)).toMatchObject({ jobId: owned.runId });
    expect(() => verified(`whsec_${Buffer.alloc(32, 9).toString('base64')}`)).toThrow();
  });

  it('of a caller without secrets is not signed', async () => {
    await post(await addCall({ sealedSecret: undefined as never }));
    expect(receiver.received[0]?.headers).not.toHaveProperty('webhook-signature');
  });

  it('in the words of the older queue has its field names', async () => {
    const call = await addCall({ style: 'pdf-queue' });
    await post(call);
    const link = `https://rounds.example.org/api/v1/jobs/${call.runId}/download?format=pdf`;
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toEqual({
      ...{ job_id: call.runId, status: 'completed', link, google_drive_link: link },
      ...{ completed_at: '2026-11-23T08:00:00.000Z', retry_count: 0 },
    });
  });

  it('to try a receiver says how it went, is signed, and writes nothing', async () => {
    const test = (secret?: string) =>
      activities().testWebhook({
        ...{ id: 'test_1', callerId: uniqueName('usr') },
        sealed: seal(keys, JSON.stringify({ url: receiver.url, secret })),
      });
    expect(await test(SECRET)).toEqual({
      ...{ statusCode: 204, duration: expect.any(Number) as number, error: null, signatures: 1 },
    });
    expect(verified(SECRET)).toMatchObject({ test: true, status: 'completed' });
    receiver.answer = (response) => response.writeHead(401).end();
    expect(await test()).toMatchObject({
      ...{ statusCode: 401, error: 'The receiver answered 401.', signatures: 0 },
    });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(['test_1', 'test_1']);
    expect(await log().find('test_1')).toBeNull();
  });

  it('that was answered is not sent again, nor is one that a newer replay sends', async () => {
    const call = await addCall();
    await post(call);
    expect(await post(call)).toBe('superseded');
    const replayed = (await log().replay(call._id, directly)) ?? never();
    expect(await post(call)).toBe('superseded');
    expect(await post(replayed)).toBe('delivered');
    const [first, second] = receiver.received;
    expect(receiver.received).toHaveLength(2);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
  });
});

describe('a receiver that', () => {
  it('answers 500 and then 200 is called again', async () => {
    receiver.answer = (response, nth) => response.writeHead(nth === 1 ? 500 : 200).end('x'.repeat(100_000));
    const call = await addCall();
    const error = await refusal(call);
    expect(error).toMatchObject({ code: 'DEPENDENCY_DOWN', message: 'The receiver answered 500.' });
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(2_500);
    expect(error.retryAfterMs).toBeLessThanOrEqual(5_000);
    expect(await post(call)).toBe('delivered');
    expect((await log().find(call._id))?.attempts.map(({ statusCode }) => statusCode)).toEqual([500, 200]);
  });

  it('asks to wait is called again no sooner', async () => {
    receiver.answer = (response) => response.writeHead(503, { 'retry-after': '120' }).end();
    expect((await refusal(await addCall())).retryAfterMs).toBe(120_000);
  });

  it('is slow is let go at the limit', async () => {
    receiver.answer = null;
    const call = await addCall();
    const began = performance.now();
    expect((await refusal(call, { timeoutMs: 300 })).message).toBe('The receiver did not answer in time.');
    expect(performance.now() - began).toBeLessThan(1_500);
    expect((await log().find(call._id))?.attempts).toEqual([
      expect.objectContaining({ statusCode: null, error: 'The receiver did not answer in time.' }),
    ]);
  });

  it('answers at once and never finishes has answered', async () => {
    receiver.answer = (response) => {
      response.writeHead(200);
      response.write('begun');
    };
    expect(await post(await addCall(), { timeoutMs: 300 })).toBe('delivered');
  });

  it('breaks off the connection has not', async () => {
    receiver.answer = (_response, _nth, socket) => socket.resetAndDestroy();
    expect((await refusal(await addCall())).message).toBe('The receiver broke off the connection.');
  });

  it('is not there has not', async () => {
    const call = await addCall({ url: 'http://127.0.0.1:1/' });
    expect((await refusal(call)).message).toBe('The receiver refused the connection.');
  });

  it('says that it is gone is not called again', async () => {
    receiver.answer = (response) => response.writeHead(410).end();
    const call = await addCall();
    expect(await post(call)).toBe('gone');
    expect((await log().find(call._id))?.state).toBe('gone');
    expect(await post(call)).toBe('superseded');
  });

  it('redirects is not followed', async () => {
    const other = await openReceiver();
    receiver.answer = (response) => response.writeHead(307, { location: other.url }).end();
    expect((await refusal(await addCall())).message).toContain('redirect, which is not followed');
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('is not taken for a day is given up, and its owner and the operators are told once', async () => {
    receiver.answer = (response) => response.writeHead(500).end();
    const call = await addCall();
    await refusal(call);
    const input = { webhookDeliveryId: call._id, replay: 0 };
    const notice = await activities().giveUpWebhook(input);
    expect(notice).toMatchObject({
      about: {
        kind: 'webhook-given-up',
        host: new URL(receiver.url).host,
        why: [{ code: 'receiver-answered', values: { status: 500 } }],
      },
      to: [call.ownerId],
      operators: true,
    });
    expect(await activities().giveUpWebhook(input)).toEqual(notice);
    expect((await log().find(call._id))?.state).toBe('given-up');
    await log().replay(call._id, directly);
    expect(await activities().giveUpWebhook(input)).toBeNull();
  });
});

describe('without leave for private addresses', () => {
  const guarded = { allowPrivate: false };

  it.each([
    ['http://127.0.0.1:PORT/'],
    ['http://2130706433:PORT/'],
    ['http://0x7f.1:PORT/'],
    ['http://0177.0.0.1:PORT/'],
    ['http://[::1]:PORT/'],
    ['http://[::ffff:127.0.0.1]:PORT/'],
    ['http://[::ffff:7f00:1]:PORT/'],
    ['http://localhost:PORT/'],
    ['http://169.254.169.254/latest/meta-data'],
  ])('%s is never called', async (url) => {
    const { port } = new URL(receiver.url);
    const call = await addCall({ url: url.replace('PORT', port) });
    expect((await refusal(call, guarded)).message).toBe(
      'The receiver is at a private address, which is not allowed.',
    );
    expect(receiver.received).toEqual([]);
  });

  it('a name is checked at each attempt: one that turns to a private address is called no more', async () => {
    const { port } = new URL(receiver.url);
    const call = await addCall({ url: `http://hooks.example.org:${port}/` });
    const answers = [['93.184.216.34', '10.0.0.1'], ['127.0.0.1']];
    const resolve = () => Promise.resolve((answers.shift() ?? []).map((address) => ({ address, family: 4 })));
    for (let attempt = 1; attempt <= 2; attempt += 1)
      expect((await refusal(call, { ...guarded, resolve })).message).toContain('private address');
    expect(receiver.received).toEqual([]);
  });

  it('the connection goes to the address that was checked, whatever the name says a moment later', async () => {
    const { port } = new URL(receiver.url);
    const call = await addCall({ url: `http://hooks.example.org:${port}/` });
    const asked: string[] = [];
    const resolve = (hostname: string) => {
      asked.push(hostname);
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    };
    expect(await post(call, { resolve })).toBe('delivered');
    expect(asked).toEqual(['hooks.example.org']);
    expect(receiver.received[0]?.headers.host).toBe(`hooks.example.org:${port}`);
  });

  it('plain http needs leave too', async () => {
    expect((await refusal(await addCall(), { allowHttp: false })).message).toContain('https://');
    expect(receiver.received).toEqual([]);
  });
});

describe('a receiver that hangs', () => {
  const tell = (one: ReturnType<typeof activities>, { _id, replays }: WebhookDeliveryDocument) =>
    one.postWebhook({ webhookDeliveryId: _id, replay: replays, mayWait: true });

  it('has its share of calls: another one is told when to come again, which is no attempt, and others are called', async () => {
    receiver.answer = null;
    const one = activities({ timeoutMs: 400 });
    const slow = await Promise.all([1, 2, 3, 4].map(() => addCall()));
    const hanging = slow.map((call) => tell(one, call).catch((error: unknown) => error));
    while (receiver.received.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    const waiting = await addCall();
    expect(await tell(one, waiting)).toEqual({ waitMs: expect.any(Number) as number });
    // A workflow that an older version began knows no such answer.
    await expect(one.postWebhook({ webhookDeliveryId: waiting._id, replay: 0 })).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
    expect((await log().find(waiting._id))?.attempts).toEqual([]);
    const other = await openReceiver();
    expect(await tell(one, await addCall({ url: other.url }))).toBe('delivered');
    await other.close();
    await Promise.all(hanging);
  });

  it('is left alone after four calls, is tried by one, and called by all once that one is answered', async () => {
    receiver.answer = null;
    const one = activities({ timeoutMs: 50 });
    for (let nth = 0; nth < 4; nth += 1) await tell(one, await addCall()).catch(() => undefined);
    expect(receiver.received).toHaveLength(4);
    const waiting = await addCall();
    expect(await tell(one, waiting)).toMatchObject({ waitMs: expect.any(Number) as number });
    expect(receiver.received).toHaveLength(4);
    receiver.answer = (response) => response.writeHead(204).end();
    // Asked for by hand, it need not wait: it is the trial.
    const replayed = (await log().replay((await addCall())._id, directly)) ?? never();
    expect(await tell(one, replayed)).toBe('delivered');
    expect(await tell(one, waiting)).toBe('delivered');
  });

  it('that refuses calls is not left alone: what one caller does wrong stops no other', async () => {
    receiver.answer = (response) => response.writeHead(401).end();
    const one = activities();
    for (let nth = 0; nth < 6; nth += 1)
      await expect(tell(one, await addCall())).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    expect(receiver.received).toHaveLength(6);
  });
});
