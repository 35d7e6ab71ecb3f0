import { systemClock } from '@rounds/adapters/clock';
import { createNotifyActivities } from '@rounds/activities-notify/notify.activities';
import { startEndpoint } from '@rounds/activities-notify/testing/endpoint';
import { awaitMailTo, leadsTo, mailsTo } from '@rounds/activities-notify/testing/inbox';
import type { MailSender } from '@rounds/adapters/mail/mail-sender';
import { createResendMailSender } from '@rounds/adapters/mail/resend-mail-sender';
import { serverSetting, uniqueName } from '@rounds/adapters/testing/servers';
import type { AggregateInput } from '@rounds/contracts/activities';
import { setTimeout as delay } from 'node:timers/promises';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { headlineOf } from './records.ts';
import { mailing, messagesOf } from './workers.ts';

/**
 * Real: the mails of reports and notices, the provider's endpoint with its signed events, the workflows, the ledger.
 * Making the report is left to fakes.
 */
let bed: ApiBed;
let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
/** Addresses whose mails go out with a key that the provider does not know. */
const withoutKey = new Set<string>();
const OWNER = `${uniqueName('owner')}@example.org`;
const OPERATOR = `${uniqueName('operator')}@example.org`;
const BEN = `${uniqueName('ben')}@example.org`;
let owner: string;

/** Addresses to which mails leave, and no answer comes. */
const silent = new Set<string>();

/** The provider's own endpoint is there once the API is: it must know where to post its events. */
const mail: MailSender = {
  get recognisesForMs() {
    return silent.size > 0 ? 0 : 23 * 3_600_000;
  },
  send: async (id, message) => {
    const apiKey = withoutKey.has(message.to) ? 're_nobody' : serverSetting('RESEND_API_KEY');
    const result = await createResendMailSender({ apiKey, baseUrl: endpoint.url }).send(id, message);
    return silent.has(message.to) ? { status: 'unknown', reason: 'No answer came.' } : result;
  },
};

beforeAll(async () => {
  bed = await openApiBed('deliveries', {
    stages: ({ mongo, objects, fakes, config }) => ({
      aggregate: {
        aggregate: async (input: AggregateInput) => {
          const dataset = await fakes.aggregate(input);
          const bytes = Buffer.from(JSON.stringify(headlineOf(input.run.studyId)));
          await objects.put(dataset.headlineKey, bytes, 'application/json');
          return dataset;
        },
      },
      notify: {
        ...createNotifyActivities({ mongo, objects, ...mailing(config), mail, now: systemClock }),
        ...messagesOf(config, mongo).notify,
      },
    }),
  });
  endpoint = await startEndpoint({
    requestsPerSecond: 1_000,
    webhookUrl: `${bed.url}/api/v1/hooks/resend`,
  });
  await bed.addStudy('S1');
  owner = await bed.grant(OWNER, 'S1');
  await bed.grant(BEN, 'S1');
  await bed.addRole(OPERATOR, 'operator');
});
afterAll(async () => {
  await bed.close();
  await endpoint.stop();
});
afterEach(() => {
  withoutKey.clear();
  silent.clear();
});

interface Delivery {
  readonly recipientId: string;
  readonly status: string;
  readonly code: string | null;
  readonly mails: number;
}
interface Shown {
  readonly status: string;
  readonly reason: string | null;
  readonly subscriptionId: string;
  readonly error: { readonly code: string } | null;
  readonly deliveries: readonly Delivery[];
}

const until = async <T>(look: () => Promise<T | null | undefined>): Promise<T> => {
  for (const end = performance.now() + 30_000; performance.now() < end;) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    await delay(25);
  }
  throw new Error('It did not come within thirty seconds.');
};

const job = async (jobId: string, as = OWNER): Promise<Shown> =>
  (await bed.call('GET', `/api/v1/jobs/${jobId}`, { as })).json as unknown as Shown;
const becomes = (jobId: string, status: string): Promise<Shown> =>
  until(async () => {
    const shown = await job(jobId);
    return shown.status === status ? shown : null;
  });
const post = (path: string, as = OWNER, body: object = {}) =>
  bed.call('POST', `/api/v1${path}`, { as, body });
const retry = (jobId: string, recipient: string, as = OWNER) =>
  post(`/jobs/${jobId}/deliveries/${encodeURIComponent(recipient)}/retry`, as);

const setAddress = (userId: string, email: string) =>
  bed.mongo.collection('users').updateOne({ _id: userId }, { $set: { email } });

/** A member whose address becomes another one after they were made. */
const member = async (address?: string) => {
  const email = `${uniqueName('member')}@example.org`;
  const id = await bed.grant(email, 'S1');
  if (address !== undefined) await setAddress(id, address);
  return { id, email };
};

/** A run of a new subscription to these members. */
const run = async (...recipients: readonly { readonly email: string }[]): Promise<string> => {
  const { json } = await post('/subscriptions', OWNER, {
    ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'] },
    schedule: { every: 'week', at: '23:59', timeZone: 'UTC' },
    recipients: recipients.map(({ email }) => email),
    callback: { url: 'http://127.0.0.1:9/any', onFailure: 'http://127.0.0.1:9/failed' },
  });
  return (await post(`/subscriptions/${json.id}/run-now`)).json.jobId;
};

/** One of two has an address that the provider refuses, until it is corrected. */
const partlyRefused = async () => {
  const [anna, lost] = [await member(), await member()];
  const { json } = await post('/subscriptions', OWNER, {
    ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'] },
    schedule: { every: 'week', at: '23:59', timeZone: 'UTC' },
    recipients: [anna.email, lost.email],
    callback: { url: 'http://127.0.0.1:9/any', onFailure: 'http://127.0.0.1:9/failed' },
  });
  await setAddress(lost.id, `${uniqueName('nobody')}@`);
  const { jobId } = (await post(`/subscriptions/${json.id}/run-now`)).json;
  await becomes(jobId, 'partly-delivered');
  return { anna, lost, jobId };
};

const deliveryTo = ({ deliveries }: Shown, { id }: { readonly id: string }): Delivery | undefined =>
  deliveries.find(({ recipientId }) => recipientId === id);

const toldOf = async (address: string, jobId: string) =>
  (await mailsTo(address)).filter(
    (mail) => mail.subject.includes('not everybody has the report') && leadsTo(mail, jobId),
  );

const calls = async (jobId: string) =>
  (
    await bed.mongo.collection('webhookDeliveries').find({ runId: jobId }).sort({ createdAt: 1 }).toArray()
  ).map(({ url, payload }) => [new URL(url).pathname, payload.status, payload.error?.code ?? null]);

describe('one recipient of several whose mail fails', () => {
  it('makes the run partly delivered, which the desk counts and groups by cause, and its owner and operators hear of', async () => {
    const { anna, lost, jobId } = await partlyRefused();
    const shown = await job(jobId);
    expect(shown).toMatchObject({ error: { code: 'MAIL_REJECTED', step: 'storing-file' } });
    expect(shown.reason).toMatch(/^1 of 2 mails not delivered: validation_error/);
    expect(deliveryTo(shown, anna)).toMatchObject({ code: null, mails: 1 });
    expect(deliveryTo(shown, lost)).toMatchObject({ status: 'failed', code: 'MAIL_REJECTED' });

    const { json } = await bed.call('GET', '/api/v1/admin/failures', { as: OPERATOR });
    expect(json.items).toContainEqual(
      expect.objectContaining({
        cause: 'MAIL_REJECTED|storing-file',
        examples: expect.arrayContaining([jobId]) as string[],
      }),
    );
    const overview = (await bed.call('GET', '/api/v1/admin/overview', { as: OPERATOR })).json;
    expect(overview).toMatchObject({ partlyDeliveredRuns: expect.any(Number) as number });
    const { text } = await bed.call('GET', '/metrics', { as: OPERATOR });
    expect(text).toMatch(/rounds_standing_runs\{status="partly-delivered"\} [1-9]/);

    for (const address of [OWNER, OPERATOR]) {
      const told = await until(async () => (await toldOf(address, jobId))[0]);
      expect(told.text).toContain('Of 2 mails 1 were not delivered');
    }
    expect(await calls(jobId)).toEqual([['/failed', 'partly-delivered', 'MAIL_REJECTED']]);
    await awaitMailTo(anna.email);
  });

  it('is sent the report again, alone, and then the run is completed and its callback told so', async () => {
    const { anna, lost, jobId } = await partlyRefused();
    await setAddress(lost.id, lost.email);
    expect((await retry(jobId, lost.id)).status).toBe(202);
    const shown = await becomes(jobId, 'completed');
    expect(shown).toMatchObject({ reason: null, error: null });
    const { subscriptionId } = shown;
    expect(await bed.mongo.collection('subscriptions').findOne({ _id: subscriptionId })).toMatchObject({
      lastRun: { runId: jobId, status: 'completed' },
    });
    expect(deliveryTo(shown, lost)).toMatchObject({ code: null, mails: 2 });
    await awaitMailTo(lost.email);
    expect([(await mailsTo(lost.email)).length, (await mailsTo(anna.email)).length]).toEqual([1, 1]);
    expect(await until(async () => ((await calls(jobId)).length === 2 ? calls(jobId) : null))).toEqual([
      ['/failed', 'partly-delivered', 'MAIL_REJECTED'],
      ['/any', 'completed', null],
    ]);
    const actions = bed.mongo.collection('audit').find({ 'target.id': `${jobId}|${lost.id}|email` });
    expect((await actions.toArray()).map(({ action }) => action)).toEqual(['delivery.retry']);
  });

  it.each([
    ['by one request for all', (jobId: string) => post(`/jobs/${jobId}/deliveries/retry`), 202],
    ['by the job’s redrive', (jobId: string) => post(`/jobs/${jobId}/redrive`), 202],
    [
      'from the desk',
      (jobId: string) => post('/admin/failures/redrive', OPERATOR, { runIds: [jobId], dryRun: false }),
      200,
    ],
  ])('is sent it again %s', async (_how, ask, status) => {
    const { anna, lost, jobId } = await partlyRefused();
    await setAddress(lost.id, lost.email);
    expect((await ask(jobId)).status).toBe(status);
    await becomes(jobId, 'completed');
    await awaitMailTo(lost.email);
    expect([(await mailsTo(lost.email)).length, (await mailsTo(anna.email)).length]).toEqual([1, 1]);
  });

  it('stays failed when it fails again', async () => {
    const { lost, jobId } = await partlyRefused();
    expect((await retry(jobId, lost.id)).status).toBe(202);
    const again = await until(async () => {
      const delivery = deliveryTo(await job(jobId), lost);
      return delivery?.mails === 2 && delivery.code === 'MAIL_REJECTED' ? delivery : null;
    });
    expect(again.status).toBe('failed');
    expect((await job(jobId)).status).toBe('partly-delivered');
  });

  it('is sent it by itself once what hindered it has passed', async () => {
    const [anna, held] = [await member(), await member()];
    withoutKey.add(held.email);
    const jobId = await run(anna, held);
    expect(await becomes(jobId, 'partly-delivered')).toMatchObject({ error: { code: 'CONFIGURATION' } });
    withoutKey.clear();
    await becomes(jobId, 'completed');
    await awaitMailTo(held.email);
    expect((await mailsTo(anna.email)).length).toBe(1);
  });
});

describe('a mail is not sent again', () => {
  it('to who has it, to a stranger to the run, for who may not steer it', async () => {
    const { anna, lost, jobId } = await partlyRefused();
    expect((await retry(jobId, anna.id)).json).toMatchObject({ code: 'CONFLICT' });
    expect((await retry(jobId, owner)).status).toBe(404);
    expect((await retry(jobId, BEN)).status).toBe(404);
    expect((await retry(jobId, lost.id, BEN)).status).toBe(404);
    expect((await retry(jobId, lost.id, anna.email)).status).toBe(403);
    expect((await job(jobId)).status).toBe('partly-delivered');
  });

  it('where everybody has theirs', async () => {
    const jobId = await run(await member());
    await becomes(jobId, 'completed');
    const refused = await post(`/jobs/${jobId}/deliveries/retry`);
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
  });
});

describe('a mail that comes back for good', () => {
  it('makes a completed run partly delivered, tells of it, and is sent again once the address is right', async () => {
    const lost = await member();
    const anna = await member();
    const { json } = await post('/subscriptions', OWNER, {
      ...{ studyId: 'S1', reportType: 'study-weekly', formats: ['pdf'] },
      schedule: { every: 'week', at: '23:59', timeZone: 'UTC' },
      recipients: [anna.email, lost.email],
    });
    await setAddress(lost.id, `bounced+${uniqueName('x')}@resend.dev`);
    const { jobId } = (await post(`/subscriptions/${json.id}/run-now`)).json;
    const shown = await becomes(jobId, 'partly-delivered');
    expect(shown).toMatchObject({ error: { code: 'MAIL_BOUNCED' } });
    expect(deliveryTo(shown, lost)).toMatchObject({ status: 'bounced' });
    for (const address of [OWNER, OPERATOR]) await until(async () => (await toldOf(address, jobId))[0]);

    const refused = await retry(jobId, lost.id);
    expect(refused.json).toMatchObject({
      ...{ status: 409, detail: 'Mail to the recipient came back for good. An operator can lift this.' },
    });
    await setAddress(lost.id, lost.email);
    expect((await retry(jobId, lost.id)).status).toBe(202);
    await becomes(jobId, 'completed');
    await awaitMailTo(lost.email);
  });
});

describe('a mail of which nobody can tell whether it was sent', () => {
  /** The provider's events would tell: it says nothing. */
  const inDoubt = async () => {
    const deaf = await startEndpoint({ requestsPerSecond: 1_000 });
    const hearing = endpoint;
    endpoint = deaf;
    const [anna, lost] = [await member(), await member()];
    silent.add(lost.email);
    const jobId = await run(anna, lost);
    const shown = await becomes(jobId, 'partly-delivered');
    const close = async () => {
      endpoint = hearing;
      await deaf.stop();
    };
    return { lost, jobId, shown, close };
  };
  const decide = (jobId: string, { id }: { readonly id: string }, decision: string) =>
    post(`/jobs/${jobId}/deliveries/${id}/decision`, OWNER, { decision });
  const listed = async (jobId: string): Promise<boolean> =>
    (await bed.call('GET', '/api/v1/admin/mails-in-doubt', { as: OPERATOR })).json.items.some(
      (each) => each.jobId === jobId,
    );

  it('is sent to nobody by itself: a person looks, and says that it came', async () => {
    const { lost, jobId, shown, close } = await inDoubt();
    expect(shown).toMatchObject({ error: { code: 'DELIVERY_UNKNOWN' } });
    expect(deliveryTo(shown, lost)).toMatchObject({ status: 'unknown' });
    expect(await listed(jobId)).toBe(true);
    for (const address of [OWNER, OPERATOR]) await until(async () => (await toldOf(address, jobId))[0]);
    expect((await retry(jobId, lost.id)).status).toBe(409);

    expect((await decide(jobId, lost, 'sent')).status).toBe(202);
    await becomes(jobId, 'completed');
    expect(await listed(jobId)).toBe(false);
    await awaitMailTo(lost.email);
    expect(await mailsTo(lost.email)).toHaveLength(1);
    // Asked for once more it is so still, and cannot be made otherwise.
    expect((await decide(jobId, lost, 'sent')).status).toBe(202);
    expect((await decide(jobId, lost, 'send-again')).status).toBe(409);
    const actions = bed.mongo.collection('audit').find({ 'target.id': `${jobId}|${lost.id}|email` });
    expect(await actions.toArray()).toMatchObject([
      { action: 'delivery.decide', details: { decision: 'sent' } },
    ]);
    await close();
  });

  it('is sent again where a person wants it so, as another mail', async () => {
    const { lost, jobId, close } = await inDoubt();
    silent.clear();
    expect((await decide(jobId, lost, 'send-again')).status).toBe(202);
    expect(deliveryTo(await becomes(jobId, 'completed'), lost)).toMatchObject({ mails: 2 });
    await until(async () => ((await mailsTo(lost.email)).length === 2 ? true : null));
    await close();
  });
});
