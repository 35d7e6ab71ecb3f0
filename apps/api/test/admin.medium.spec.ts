import { systemClock } from '@rounds/adapters/clock';
import { awaitMailTo, mailsTo } from '@rounds/activities-notify/testing/inbox';
import { serverClock, uniqueName } from '@rounds/adapters/testing/servers';
import { QUEUES } from '@rounds/contracts/queues';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { asTold, because } from '@rounds/contracts/why';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { openRun, runDocument, subscriptionDocument } from './records.ts';

/** What operators see of everything, and do to many things at once; real workflows, real queues. */
let bed: ApiBed;
let anna: string;
let ben: string;
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const CARA = 'cara@example.org';
const OPERATOR = 'operator@example.org';
const AUDITOR = 'auditor@example.org';
const HOUR_MS = 60 * 60 * 1000;

beforeAll(async () => {
  bed = await openApiBed('admin');
  for (const study of ['S1', 'S2']) await bed.addStudy(study);
  anna = await bed.grant(ANNA, 'S1');
  await bed.grant(ANNA, 'S2');
  ben = await bed.grant(BEN, 'S1');
  await bed.grant(CARA, 'S1');
  await bed.addRole(OPERATOR, 'operator');
  await bed.addRole(AUDITOR, 'auditor');
});
afterAll(() => bed.close());

// Names the shape of an answer that the OpenAPI document has checked already.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
const call = async <T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: object,
  as = OPERATOR,
) => {
  const answer = await bed.call(method, `/api/v1/admin${path}`, {
    as,
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: answer.status,
    code: answer.json.code,
    errors: answer.json.errors,
    json: answer.json as T,
  };
};

interface Overview {
  readonly queues:
    | readonly { readonly name: string; readonly workers: number; readonly backlog: number }[]
    | null;
  readonly openJobs: Record<string, unknown>;
  readonly durations: readonly Record<string, unknown>[];
  readonly subscriptions: Record<string, number>;
  readonly dueNextHour: { readonly count: number; readonly first: readonly Record<string, unknown>[] };
  readonly failedRuns: number;
  readonly setAside: { readonly count: number; readonly first: readonly unknown[] };
}

describe('the overview', () => {
  beforeAll(async () => {
    // Temporal says by its own clock when it last saw a worker.
    bed.clock.ahead = serverClock().getTime() - systemClock().getTime();
    const at = (seconds: number) => new Date(Date.parse('2026-11-16T08:00:00Z') + seconds * 1000);
    await bed.mongo.collection('runs').insertMany([
      ...[10, 20, 30, 40].map((took) =>
        runDocument({ _id: `run_took_${took}`, startedAt: at(0), finishedAt: at(took), requestedBy: anna }),
      ),
      runDocument({
        ...{ _id: 'run_failed', status: 'failed', requestedBy: anna },
        fault: { code: 'CUT_CORRUPT', why: asTold('Changed.'), step: 'building-report' },
      }),
      openRun({ _id: 'run_high', priority: 'high', requestedBy: anna }),
      openRun({ _id: 'run_low', priority: 'low', requestedBy: anna, status: 'processing' }),
    ]);
    const [since, nextTryAt] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-01T00:03:00Z')];
    await bed.mongo
      .collection('setAsides')
      .insertOne({ _id: 'subscription/sub_x', failures: 2, fault: 'INTERNAL', since, nextTryAt });
    const due = (minutes: number) => new Date(serverClock().getTime() + minutes * 60_000);
    await bed.mongo
      .collection('subscriptions')
      .insertMany([
        subscriptionDocument({ _id: 'sub_soon', ownerId: anna, nextRunAt: due(30) }),
        subscriptionDocument({ _id: 'sub_sooner', ownerId: anna, nextRunAt: due(10) }),
        subscriptionDocument({ _id: 'sub_later', ownerId: anna, nextRunAt: due(90) }),
        subscriptionDocument({ _id: 'sub_paused', ownerId: anna, status: 'paused', nextRunAt: due(10) }),
      ]);
  });
  afterAll(async () => {
    bed.clock.ahead = 0;
    await bed.mongo.collection('runs').deleteMany({});
    await bed.mongo.collection('subscriptions').deleteMany({});
  });

  it('shows queues with their workers, open jobs, measured durations, and what is due', async () => {
    const { status, json } = await call<Overview>('GET', '/overview', undefined, AUDITOR);
    expect(status).toBe(200);
    expect(json.queues?.map(({ name, workers }) => [name, workers])).toEqual([
      ...QUEUES.map((name) => [name, 1]),
    ]);
    expect(json.openJobs).toEqual({
      ...{ limit: 100, queued: 1, processing: 1, byPriority: { high: 1, normal: 0, low: 1 } },
    });
    expect(json.durations).toEqual([
      { reportType: 'study-weekly', runs: 4, median: 30_000, p95: 40_000, longest: 40_000 },
    ]);
    expect(json.subscriptions).toEqual({ active: 3, paused: 1, cancelled: 0, ended: 0 });
    expect(json.failedRuns).toBe(1);
    expect(json.setAside).toEqual({
      count: 1,
      first: [
        {
          ...{ id: 'subscription/sub_x', failures: 2, fault: 'INTERNAL' },
          ...{ since: '2026-01-01T00:00:00.000Z', nextTryAt: '2026-01-01T00:03:00.000Z' },
        },
      ],
    });
    expect(json.dueNextHour.count).toBe(2);
    expect(json.dueNextHour.first.map(({ subscriptionId }) => subscriptionId)).toEqual([
      'sub_sooner',
      'sub_soon',
    ]);
  });
});

describe('failures', () => {
  interface Group {
    readonly cause: string;
    readonly count: number;
    readonly dependency: string | null;
    readonly examples: readonly string[];
    readonly studies: readonly { readonly studyId: string; readonly count: number }[];
  }
  interface Redriven {
    readonly dryRun: boolean;
    readonly redriven: number;
    readonly more: boolean;
    readonly items: readonly {
      readonly jobId: string;
      readonly redriven: boolean;
      readonly reason: string | null;
    }[];
  }
  const MAIL = 'MAIL_REJECTED|storing-file';
  const MONGO = 'DEPENDENCY_DOWN|fetching-data|MongoDB';

  const failed = (id: string, fault: object, overrides = {}) =>
    runDocument({
      ...{ _id: id, status: 'failed', requestedBy: anna },
      fault: fault as never,
      finishedAt: new Date(systemClock().getTime() - HOUR_MS),
      ...overrides,
    });

  beforeAll(async () => {
    const mail = { code: 'MAIL_REJECTED', why: because('nobody-mailed'), step: 'storing-file' };
    const mongo = {
      code: 'DEPENDENCY_DOWN',
      why: because('server-silent', { server: 'MongoDB', symptom: 'ECONNREFUSED' }),
      step: 'fetching-data',
    };
    const s3 = { ...mongo, why: because('server-silent', { server: 'S3', symptom: 'no answer' }) };
    await bed.mongo.collection('runs').insertMany([
      ...[1, 2, 3].map((n) => failed(`run_mail_${n}`, mail, { studyId: n === 3 ? 'S2' : 'S1' })),
      ...[1, 2].map((n) => failed(`run_mongo_${n}`, mongo)),
      failed('run_s3', s3),
      failed('run_old', mail, { finishedAt: new Date('2026-01-01T00:00:00Z') }),
      failed('run_tidied', mail, {
        finishedAt: new Date('2026-01-02T00:00:00Z'),
        expiredAt: systemClock(),
      }),
      runDocument({ _id: 'run_fine', requestedBy: anna }),
    ]);
  });

  it('are grouped by cause, the server that was away told apart', async () => {
    const { json } = await call<{ items: Group[] }>('GET', '/failures', undefined, AUDITOR);
    expect(json.items.map(({ cause, count, dependency }) => [cause, count, dependency])).toEqual([
      [MAIL, 5, null],
      [MONGO, 2, 'MongoDB'],
      ['DEPENDENCY_DOWN|fetching-data|S3', 1, 'S3'],
    ]);
    expect(json.items[0]?.studies).toEqual([
      { studyId: 'S1', count: 4 },
      { studyId: 'S2', count: 1 },
    ]);
    expect(json.items[1]?.examples).toEqual(expect.arrayContaining(['run_mongo_1', 'run_mongo_2']));
  });

  it('are those of a study and of a time, where asked', async () => {
    const of = async (query: string) => {
      const { json } = await call<{ items: Group[] }>('GET', `/failures?${query}`);
      return json.items.map(({ cause, count }) => [cause, count]);
    };
    expect(await of('studyId=S2')).toEqual([[MAIL, 1]]);
    expect(await of('to=2026-01-02T00:00:00Z')).toEqual([[MAIL, 1]]);
    expect(await of('from=2026-02-01T00:00:00Z&studyId=S1')).toContainEqual([MAIL, 2]);
  });

  it('are resumed together: nothing in a dry run, then each by itself', async () => {
    const dry = await call<Redriven>('POST', '/failures/redrive', { cause: MAIL });
    expect(dry.json).toMatchObject({ dryRun: true, redriven: 4, more: false });
    expect(dry.json.items.find(({ jobId }) => jobId === 'run_tidied')?.reason).toContain('removed');
    expect(await bed.mongo.collection('runs').countDocuments({ status: 'failed' })).toBe(8);
    const done = await call<Redriven>('POST', '/failures/redrive', { cause: MAIL, dryRun: false });
    expect(done.json).toMatchObject({ dryRun: false, redriven: 4 });
    for (const { jobId } of done.json.items.filter((item) => item.redriven)) {
      await bed.temporal.client.workflow.getHandle(reportWorkflowId(jobId)).result();
      expect(await bed.mongo.collection('runs').findOne({ _id: jobId })).toMatchObject({
        ...{ status: 'completed', redrives: 1 },
      });
    }
    const left = await call<{ items: Group[] }>('GET', '/failures');
    expect(left.json.items.find(({ cause }) => cause === MAIL)?.count).toBe(1);
    const again = await call<Redriven>('POST', '/failures/redrive', { cause: MAIL, dryRun: false });
    expect(again.json.redriven).toBe(0);
    const audited = await bed.mongo.collection('audit').countDocuments({ action: 'job.redrive' });
    expect(audited).toBe(4);
  });

  it('are resumed by their ids; what cannot be says why', async () => {
    const runIds = ['run_mongo_1', 'run_fine', 'run_none'];
    const { json } = await call<Redriven>('POST', '/failures/redrive', { runIds, dryRun: false });
    const outcome = Object.fromEntries(
      json.items.map(({ jobId, redriven, reason }) => [jobId, redriven || reason]),
    );
    expect(outcome).toEqual({
      run_mongo_1: true,
      run_fine: expect.stringContaining('completed') as string,
      run_none: 'There is no such job.',
    });
    await bed.temporal.client.workflow.getHandle(reportWorkflowId('run_mongo_1')).result();
  });

  it.each([[{}], [{ cause: MAIL, runIds: ['run_fine'] }]])('%j names neither or both', async (body) => {
    const { status, errors } = await call('POST', '/failures/redrive', body);
    expect([status, errors[0]?.field]).toEqual([400, 'cause']);
  });
});

describe('handing subscriptions over', () => {
  interface Reassigned {
    readonly reassigned: number;
    readonly items: readonly {
      readonly subscriptionId: string;
      readonly reassigned: boolean;
      readonly reason: string | null;
    }[];
  }
  const outcome = ({ items }: Reassigned) =>
    Object.fromEntries(items.map(({ subscriptionId, reassigned }) => [subscriptionId, reassigned]));

  beforeAll(async () => {
    await bed.mongo.collection('subscriptions').deleteMany({});
    await bed.mongo
      .collection('subscriptions')
      .insertMany([
        subscriptionDocument({ _id: 'sub_a', ownerId: anna, recipients: [anna] }),
        subscriptionDocument({ _id: 'sub_b', ownerId: anna, recipients: [anna], studyId: 'S2' }),
        subscriptionDocument({ _id: 'sub_over', ownerId: anna, recipients: [anna], status: 'cancelled' }),
        subscriptionDocument({ _id: 'sub_ben', ownerId: ben, recipients: [ben] }),
      ]);
  });

  it('says what it would do, does it, and gives nobody what they may not see', async () => {
    const wish = { from: ANNA, to: BEN };
    const dry = await call<Reassigned>('POST', '/subscriptions/reassign', wish);
    expect(outcome(dry.json)).toEqual({ sub_a: true, sub_b: false });
    expect(dry.json.items.find(({ subscriptionId }) => subscriptionId === 'sub_b')?.reason).toContain(
      'not a member',
    );
    expect(await bed.mongo.collection('subscriptions').countDocuments({ ownerId: anna })).toBe(3);
    const done = await call<Reassigned>('POST', '/subscriptions/reassign', { ...wish, dryRun: false });
    expect([done.json.reassigned, outcome(done.json)]).toEqual([1, { sub_a: true, sub_b: false }]);
    expect(await bed.mongo.collection('subscriptions').findOne({ _id: 'sub_a' })).toMatchObject({
      ...{ ownerId: ben, recipients: [anna] },
    });
    const entry = await bed.mongo.collection('audit').findOne({ action: 'subscription.reassign' });
    expect(entry).toMatchObject({ target: { id: 'sub_a' }, details: { from: anna, to: ben } });
  });

  it('of many is one mail to each of the two, which lists them and leads to a page of their own', async () => {
    const ids = ['sub_1', 'sub_2', 'sub_3'];
    const [dora, emil] = [`${uniqueName('dora')}@example.org`, `${uniqueName('emil')}@example.org`];
    const ownerId = await bed.grant(dora, 'S1');
    await bed.grant(emil, 'S1');
    await bed.mongo
      .collection('subscriptions')
      .insertMany(ids.map((_id) => subscriptionDocument({ _id, ownerId, recipients: [ownerId] })));
    await call('POST', '/subscriptions/reassign', { from: dora, to: emil, dryRun: false });
    for (const [address, own] of [
      [dora, 0],
      [emil, 3],
    ] as const) {
      const mail = await awaitMailTo(address);
      expect(mail.text).toContain(`${OPERATOR} handed 3 subscriptions of ${dora} over to ${emil}:`);
      const page = (await bed.call('GET', /\/n\/[\w.-]+/.exec(mail.text)?.[0] ?? '')).text;
      expect([page.includes('Your subscriptions'), page.split('<li>').length - 1]).toEqual([true, own]);
      expect(await mailsTo(address)).toHaveLength(1);
    }
  });

  it('is for one study, where asked', async () => {
    const wish = { from: BEN, to: CARA, studyId: 'S2', dryRun: false };
    expect((await call<Reassigned>('POST', '/subscriptions/reassign', wish)).json.items).toEqual([]);
  });

  it('refuses a wish that names one person twice', async () => {
    const { status, errors } = await call('POST', '/subscriptions/reassign', {
      from: ANNA,
      to: ANNA.toUpperCase(),
    });
    expect([status, errors[0]?.field]).toEqual([400, 'to']);
  });
});

it.each([
  ['GET', '/overview', undefined, [200, 200, 403]],
  ['GET', '/failures', undefined, [200, 200, 403]],
  ['POST', '/failures/redrive', { cause: 'none' }, [200, 403, 403]],
  ['POST', '/subscriptions/reassign', { from: ANNA, to: BEN }, [200, 403, 403]],
] as const)('%s %s: operator, auditor, member', async (method, path, body, expected) => {
  const statuses = [];
  for (const as of [OPERATOR, AUDITOR, ANNA]) statuses.push((await call(method, path, body, as)).status);
  expect(statuses).toEqual(expected);
});
