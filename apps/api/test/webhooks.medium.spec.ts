import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '@rounds/adapters/clock';
import { openReceiver, type Receiver } from '@rounds/activities-notify/testing/receiver';
import { awaitMailTo, leadsTo } from '@rounds/activities-notify/testing/inbox';
import { parseSecretKeys, seal } from '@rounds/adapters/crypto/sealed';
import { encryptionCodec, parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { startReport } from '@rounds/adapters/temporal/commands/start-report';
import { uniqueName } from '@rounds/adapters/testing/servers';
import type { RunDocument } from '@rounds/contracts/collections';
import { webhookTestWorkflowId } from '@rounds/contracts/ids';
import { Webhook } from 'standardwebhooks';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { demandDescribed, type Document } from './documented.ts';
import { openRun, subscriptionDocument } from './records.ts';

/** Real: the API, Temporal, workflows, MongoDB, the receiver, the mail to the inbox; only the stages are fakes. */
let bed: ApiBed;
let receiver: Receiver;
let anna: string;
const ANNA = 'anna@example.org';
const OPERATOR = `${uniqueName('operator')}@example.org`;
const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

interface NewSecret {
  readonly id: string;
  readonly secret: string;
}
interface Logged {
  readonly id: string;
  readonly state: string;
  readonly replays: number;
  readonly payload: { readonly link: string };
  readonly attempts: readonly { readonly replay: number; readonly statusCode: number | null }[];
}
const loggedOf = (json: unknown): readonly Logged[] => json as readonly Logged[];
const secretOf = (json: unknown): NewSecret => json as NewSecret;

beforeAll(async () => {
  bed = await openApiBed('webhooks');
  await bed.addStudy('S1');
  anna = await bed.grant(ANNA, 'S1');
  await bed.grant('ben@example.org', 'S1');
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(() => bed.close());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  // Whatever a test was about: each call is what the OpenAPI document says of it.
  const document = (await (await fetch(`${bed.url}/api/openapi.json`)).json()) as Document;
  for (const call of receiver.received) demandDescribed(document, nameOf(call.body), call);
});

const nameOf = (body: string): string => {
  if (body.includes('"job_id"')) return body.includes('"failed_at"') ? 'pdfFailed' : 'pdfComplete';
  return body.includes('"failedAt"') ? 'reportFailed' : 'reportMade';
};

const until = async <T>(look: () => Promise<T | null | undefined> | T | null | undefined): Promise<T> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    await delay(25);
  }
  throw new Error('It did not come within ten seconds.');
};

const run = async (change: Partial<RunDocument>): Promise<RunDocument> => {
  const document = openRun({ _id: uniqueName('run'), requestedBy: anna, ...change });
  await bed.mongo.collection('runs').insertOne(document);
  await startReport(bed.temporal.client, document, systemClock());
  return document;
};

const logOf = async (jobId: string, email = ANNA): Promise<readonly Logged[]> =>
  loggedOf((await bed.call('GET', `/api/v1/webhooks/deliveries?jobId=${jobId}`, { as: email })).json.items);

const never = (): never => {
  throw new Error('Nothing was received.');
};

const inState = (jobId: string, state: string): Promise<Logged> =>
  until(async () => (await logOf(jobId)).find((each) => each.state === state));

describe('signing secrets', () => {
  const secrets = '/api/v1/webhooks/secrets';
  const list = async (email = ANNA) => (await bed.call('GET', secrets, { as: email })).json.items;

  afterEach(async () => {
    await bed.mongo.collection('webhookSecrets').deleteMany({});
  });

  it('are shown once, listed without their value, and belong to one caller', async () => {
    const made = await bed.call('POST', secrets, { as: ANNA });
    expect(made.status).toBe(201);
    const { id, secret } = secretOf(made.json);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await list()).toEqual([{ id, createdAt: expect.any(String) as string, signsUntil: null }]);
    expect(await list('ben@example.org')).toEqual([]);
    const theirs = { as: 'ben@example.org' };
    expect((await bed.call('DELETE', `${secrets}/${id}`, theirs)).status).toBe(404);
    expect((await bed.call('POST', `${secrets}/${id}/rotate`, theirs)).status).toBe(404);
    expect((await bed.call('DELETE', `${secrets}/${id}`, { as: ANNA })).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('are made and shown once by one Idempotency-Key, and stand nowhere in plain text', async () => {
    const headers = { 'Idempotency-Key': 'a-key' };
    const [first, again] = [
      await bed.call('POST', secrets, { as: ANNA, headers }),
      await bed.call('POST', secrets, { as: ANNA, headers }),
    ];
    const { secret: shownOnce, ...shown } = secretOf(first.json);
    expect(again.json).toEqual(shown);
    expect(again.status).toBe(201);
    const value = shownOnce.slice('whsec_'.length);
    for (const name of ['webhookSecrets', 'idempotency', 'audit'] as const) {
      const stored = JSON.stringify(await bed.mongo.collection(name).find().toArray());
      expect(stored.length).toBeGreaterThan(10);
      expect(stored).not.toContain(value);
    }
  });

  it('sign beside their successor for the hours of the overlap, and then no more', async () => {
    const old = secretOf((await bed.call('POST', secrets, { as: ANNA })).json);
    const rotated = await bed.call('POST', `${secrets}/${old.id}/rotate`, { as: ANNA });
    expect(rotated.status).toBe(201);
    expect(secretOf(rotated.json).secret).not.toBe(old.secret);
    expect(await list()).toHaveLength(2);
    bed.clock.ahead = 24 * 3_600_000 + 1_000;
    expect(await list()).toHaveLength(1);
    bed.clock.ahead = 0;
  });

  it('are at most ten', async () => {
    for (let made = 0; made < 10; made += 1)
      expect((await bed.call('POST', secrets, { as: ANNA })).status).toBe(201);
    const { status, json } = await bed.call('POST', secrets, { as: ANNA });
    expect([status, json.code]).toEqual([409, 'CONFLICT']);
  });
});

describe('a test call', () => {
  const test = (body: object) => bed.call('POST', '/api/v1/webhooks/test', { as: ANNA, body });

  it('is made once, signed by the caller’s secrets or the one that is named, and the answer says how it went', async () => {
    const { secret } = secretOf((await bed.call('POST', '/api/v1/webhooks/secrets', { as: ANNA })).json);
    for (const named of [undefined, SECRET]) {
      const { status, json } = await test({ url: `${receiver.url}/try?x=1`, secret: named });
      expect([status, json]).toEqual([
        200,
        {
          ...{ id: expect.stringMatching(/^test_/) as string, taken: true, statusCode: 204, error: null },
          ...{ duration: expect.any(Number) as number, signatures: 1 },
        },
      ]);
      const { path, body, headers } = receiver.received.at(-1) ?? never();
      expect([path, headers['webhook-id']]).toEqual(['/try?x=1', json.id]);
      expect(new Webhook(named ?? secret).verify(body, headers as Record<string, string>)).toMatchObject({
        test: true,
      });
    }
    receiver.answer = (response) => response.writeHead(500).end();
    expect((await test({ url: receiver.url })).json).toMatchObject({
      ...{ taken: false, statusCode: 500, error: 'The receiver answered 500.' },
    });
    expect(receiver.received).toHaveLength(3);
    const told = await bed.mongo.collection('audit').find({ action: 'webhook.test' }).toArray();
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain(receiver.url);
    await bed.mongo.collection('webhookSecrets').deleteMany({});
  });

  it('to a receiver that hangs waits for the limit, and the caller can make no second one meanwhile', async () => {
    receiver.answer = null;
    const slow = test({ url: receiver.url });
    await until(() => receiver.received[0]);
    const second = await test({ url: receiver.url });
    expect([second.status, second.json.code]).toEqual([429, 'RATE_LIMITED']);
    expect((await slow).json).toMatchObject({
      ...{ taken: false, statusCode: null, error: 'The receiver did not answer in time.' },
    });
  });

  it('leaves neither address nor secret in its history', async () => {
    await test({ url: `${receiver.url}/hidden`, secret: SECRET });
    const handle = bed.temporal.client.workflow.getHandle(webhookTestWorkflowId(anna));
    const { events } = await handle.fetchHistory();
    const input = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    const [plain] = await encryptionCodec(parseCodecKeys(bed.config.ROUNDS_CODEC_KEYS)).decode(input);
    const text = Buffer.from(plain?.data ?? '').toString();
    expect(JSON.parse(text)).toMatchObject({ callerId: anna, id: expect.stringMatching(/^test_/) as string });
    expect(text).not.toMatch(/hidden|127\.0\.0\.1|whsec/);
  });

  it.each([['ftp://a.example/'], ['nothing'], ['https://user:secret@a.example/']])(
    '%s is refused',
    async (url) => {
      const { status, json } = await test({ url });
      expect([status, json.errors[0]?.field]).toEqual([400, 'url']);
    },
  );
});

describe('the end of a run', () => {
  it('is told by a signed call, once; the link asks for rights; the log shows the attempt', async () => {
    const { secret } = secretOf((await bed.call('POST', '/api/v1/webhooks/secrets', { as: ANNA })).json);
    const { _id: jobId } = await run({ callback: { url: `${receiver.url}/done` } });
    const { id, payload } = await inState(jobId, 'delivered');
    const [call] = receiver.received;
    expect(receiver.received).toHaveLength(1);
    expect(new Webhook(secret).verify(call?.body ?? '', call?.headers as Record<string, string>)).toEqual({
      ...{ jobId, status: 'completed', link: payload.link, retryCount: 0 },
      completedAt: expect.any(String) as string,
    });
    expect(payload.link).toBe(`http://127.0.0.1/api/v1/jobs/${jobId}/download?format=pdf`);
    const path = payload.link.replace('http://127.0.0.1', '');
    expect((await bed.call('GET', path, { as: ANNA })).status).toBe(302);
    expect((await bed.call('GET', path)).status).toBe(401);

    const one = `/api/v1/webhooks/deliveries/${id}`;
    expect((await bed.call('GET', one, { as: ANNA })).json).toMatchObject({
      attempts: [{ replay: 0, statusCode: 204 }],
    });
    expect((await bed.call('GET', one, { as: 'ben@example.org' })).status).toBe(404);
    expect((await bed.call('POST', `${one}/replay`, { as: 'ben@example.org' })).status).toBe(404);
    expect(await logOf(jobId, 'ben@example.org')).toEqual([]);
    expect(await logOf(jobId, OPERATOR)).toHaveLength(1);
  });

  it('is told again on a replay: the same id, a new timestamp, a new signature', async () => {
    const callback = {
      url: receiver.url,
      sealedSecret: seal(parseSecretKeys(bed.config.ROUNDS_SECRET_KEYS), SECRET),
    };
    const { _id: jobId } = await run({ callback });
    const { id } = await inState(jobId, 'delivered');
    await delay(1_000);
    const { status, json } = await bed.call('POST', `/api/v1/webhooks/deliveries/${id}/replay`, { as: ANNA });
    expect([status, (json as unknown as Logged).replays]).toEqual([202, 1]);
    await until(() => receiver.received[1]);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(Number(second?.headers['webhook-timestamp'])).toBeGreaterThan(
      Number(first?.headers['webhook-timestamp']),
    );
    expect(
      new Webhook(SECRET).verify(second?.body ?? '', second?.headers as Record<string, string>),
    ).toMatchObject({
      jobId,
    });
    const { attempts } = await inState(jobId, 'delivered');
    expect(attempts.map(({ replay }) => replay)).toEqual([0, 1]);
  });

  it('that failed goes to its own address, with the error', async () => {
    const callback = { url: `${receiver.url}/any`, onFailure: `${receiver.url}/failed` };
    const { _id: jobId } = await run({ callback, studyId: 'NO-SUCH-STUDY' });
    const call = await until(() => receiver.received[0]);
    expect(call.path).toBe('/failed');
    expect(JSON.parse(call.body)).toEqual({
      ...{ jobId, status: 'failed', retryCount: 0, failedAt: expect.any(String) as string },
      error: { code: 'STUDY_NOT_FOUND', message: expect.stringContaining('NO-SUCH-STUDY') as string },
    });
  });

  it('is told to callers of the older queue in its words, which the OpenAPI document has too', async () => {
    const callback = { url: receiver.url, style: 'pdf-queue' } as const;
    await run({ callback });
    await run({ callback, studyId: 'NO-SUCH-STUDY' });
    await until(() => receiver.received[1]);
    expect(receiver.received.map(({ body }) => nameOf(body)).sort()).toEqual(['pdfComplete', 'pdfFailed']);
  });

  it('is not told to a receiver that is gone, and is tried again by one that breaks off', async () => {
    receiver.answer = (response, nth, socket) => {
      if (nth === 1) socket.resetAndDestroy();
      else response.writeHead(410).end();
    };
    const { _id: jobId } = await run({ callback: { url: receiver.url } });
    await until(async () => (await logOf(jobId))[0]?.attempts[0]);
    const { id } = (await logOf(jobId))[0] ?? { id: '' };
    // Asked for by hand, it need not wait for the back-off.
    await bed.call('POST', `/api/v1/webhooks/deliveries/${id}/replay`, { as: ANNA });
    const { attempts } = await inState(jobId, 'gone');
    expect(attempts.map(({ statusCode }) => statusCode)).toEqual([null, 410]);
  });
});

it('each run of a subscription with a callback is told, as its owner’s', async () => {
  const subscription = subscriptionDocument({
    ...{ _id: uniqueName('sub'), ownerId: anna, recipients: [anna] },
    callback: { url: receiver.url },
  });
  await bed.mongo.collection('subscriptions').insertOne(subscription);
  const request = openRun({
    ...{ _id: `${subscription._id}.2026-11-16`, trigger: 'schedule', subscriptionId: subscription._id },
    requestedBy: anna,
  });
  await startReport(bed.temporal.client, request, systemClock());
  const call = await until(() => receiver.received[0]);
  expect(JSON.parse(call.body)).toMatchObject({ jobId: request._id, status: 'completed' });
  expect(await logOf(request._id)).toHaveLength(1);
});

it('a scheduled run that failed for good is told to its owner and to the operators, once', async () => {
  const email = `${uniqueName('owner')}@example.org`;
  const owner = await bed.grant(email, 'S1');
  const subscription = subscriptionDocument({
    ...{ _id: uniqueName('sub'), studyId: 'GONE', ownerId: owner, recipients: [owner] },
  });
  await bed.mongo.collection('subscriptions').insertOne(subscription);
  const { _id: runId } = await run({
    ...{ _id: `${subscription._id}.2026-11-16`, trigger: 'schedule', studyId: 'GONE' },
    ...{ subscriptionId: subscription._id, requestedBy: owner },
  });
  for (const recipient of [email, OPERATOR]) {
    const mail = await awaitMailTo(recipient);
    expect(mail.subject).toBe('GONE: the report due 16 November 2026 failed');
    expect(mail.text).toContain('STUDY_NOT_FOUND');
    expect(leadsTo(mail, runId)).toBe(true);
  }
  const rows = await until(async () => {
    const found = await bed.mongo.collection('notices').find({ kind: 'run-failed' }).toArray();
    return found.filter(({ status }) => status === 'accepted').length === 2 ? found : null;
  });
  expect(rows).toHaveLength(2);
});
