import { createHmac } from 'node:crypto';
import { systemClock } from '@rounds/adapters/clock';
import { serverSetting } from '@rounds/adapters/testing/servers';
import { CHANGES_NOTHING, OPEN_ROUTES, ROUTES, subscribe, type Row } from './access/routes.ts';
import { BLINDED_TITLE, CALLERS, DRUG, emailOf, openScene, type Scene, type Who } from './access/scene.ts';
import type { ApiBed, Call, Json } from './api-bed.ts';
import { ALL_BLINDED, runDocument, subscriptionDocument } from './records.ts';

/** Each route asked by each kind of caller (access/), and what the answers show to whom. */
let scene: Scene;
let bed: ApiBed;

beforeAll(async () => {
  scene = await openScene();
  bed = scene.bed;
});
afterAll(() => bed.close());

const send = (route: string, wish: Call = {}) => {
  const [method = '', path = ''] = route.split(' ');
  return bed.call(method, `/api/v1${path}`, wish);
};
const ask = (who: Who, method: string, path: string, body?: unknown) =>
  send(`${method} ${path}`, { as: emailOf(who), ...(body === undefined ? {} : { body }) });

it.each(ROUTES)('%s answers each as it should', async (route, wish, expected) => {
  const answers: Partial<Record<Who, number>> = {};
  const tell = async (who: Who) => {
    const { status, text, headers } = await send(route, { ...wish, as: emailOf(who) });
    answers[who] = status;
    if (who !== 'owner') expect(`${JSON.stringify([...headers])}${text}`).not.toContain(DRUG);
  };
  const isRefused = (who: Who) => [401, 403, 404].includes(expected[who]);
  const reads = route.startsWith('GET ');
  // Refusals first: they must come while what is asked for is there, and change nothing.
  const together = CALLERS.filter((who) => reads || isRefused(who));
  const inTurn = CALLERS.filter((who) => !together.includes(who));

  const nobody = await send(route, wish);
  expect([nobody.status, nobody.json.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(nobody.headers.get('www-authenticate')).toBe('Bearer');
  await Promise.all(together.map(tell));
  for (const who of inTurn) {
    await tell(who);
    await scene.restore();
  }
  expect(answers).toEqual(expected);
});

it('leaves no route out', async () => {
  const { paths } = (await (await fetch(`${bed.url}/api/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const documented = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1'))
    .flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.slice('/api/v1'.length)}`),
    );
  const patternOf = (route: string) => new RegExp(`^${route.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
  const parameters = (route: string) => route.split('{').length;
  // Of `/templates/logos` and `/templates/{template}` the one that says it.
  const documentedAs = ([asked]: Row) =>
    documented
      .filter((route) => patternOf(route).test(asked.split('?')[0] ?? ''))
      .sort((one, other) => parameters(one) - parameters(other))[0];
  const asked = new Set([...ROUTES.map(documentedAs), ...OPEN_ROUTES]);
  expect([...asked].sort()).toEqual(documented.sort());
});

it('takes the mail provider’s signature for a token', async () => {
  const key = Buffer.from(serverSetting('RESEND_WEBHOOK_SECRET').replace(/^whsec_/, ''), 'base64');
  const body = JSON.stringify({ type: 'contact.created', created_at: '2026-11-16T08:01:00Z', data: {} });
  const timestamp = String(Math.floor(systemClock().getTime() / 1_000));
  const signature = createHmac('sha256', key).update(`msg_1.${timestamp}.${body}`).digest('base64');
  const headers = { 'svix-id': 'msg_1', 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
  expect((await send('POST /hooks/resend', { body, headers })).status).toBe(204);
});

/** Everything but what counts requests, and keeps answers to be repeated. */
const NO_RECORDS = ['audit', 'rateLimits', 'idempotency', 'subjects'];

const records = async (): Promise<Record<string, unknown[]>> => {
  const names = (await bed.mongo.db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !NO_RECORDS.includes(name) && !name.startsWith('system.'))
    .sort();
  const all = names.map(async (name) => [
    name,
    await bed.mongo.db.collection(name).find().sort({ _id: 1 }).toArray(),
  ]);
  return Object.fromEntries((await Promise.all(all)) as [string, unknown[]][]);
};

describe('a change and its entry in the audit trail', () => {
  /** POST, PUT, PATCH or DELETE, and something is done, also where only what would follow cannot be here. */
  const changes = ROUTES.filter(
    ([route, , expected]) =>
      !route.startsWith('GET ') &&
      !CHANGES_NOTHING.includes(route) &&
      Object.values(expected).some((status) => status < 300 || status === 500),
  );
  const mayDo = (expected: Row[2]): Who =>
    CALLERS.find((who) => expected[who] < 300 || expected[who] === 500) ?? 'owner';
  const refuseEntries = (validator: object) => bed.mongo.db.command({ collMod: 'audit', validator });

  beforeAll(async () => {
    // Whoever signs in for the first time is entered too: that is no part of what is tried here.
    for (const who of CALLERS) await ask(who, 'GET', '/me');
  });
  afterEach(async () => {
    await refuseEntries({});
    await scene.restore();
  });

  it.each(changes)('of %s are there together', async (route, wish, expected) => {
    const before = await bed.mongo.collection('audit').countDocuments();
    await send(route, { ...wish, as: emailOf(mayDo(expected)) });
    expect(await bed.mongo.collection('audit').countDocuments()).toBeGreaterThan(before);
  });

  it.each(changes)('of %s are away together', async (route, wish, expected) => {
    await refuseEntries({ never: true });
    const before = await records();
    const refused = await send(route, { ...wish, as: emailOf(mayDo(expected)) });
    expect([refused.status, refused.json.code]).toEqual([500, 'INTERNAL']);
    expect(await records()).toEqual(before);
  });
});

describe('lists', () => {
  const idsOf = async (who: Who, path: string, key: 'id' | 'jobId') =>
    (await ask(who, 'GET', path)).json.items.map((item) => item[key]);

  it('of subscriptions hold one’s own, an operator’s and an auditor’s all', async () => {
    for (const who of ['owner', 'operator', 'auditor'] as const)
      expect(await idsOf(who, '/subscriptions', 'id')).toContain('sub_1');
    for (const who of ['recipient', 'member', 'stranger'] as const)
      expect(await idsOf(who, '/subscriptions', 'id')).not.toContain('sub_1');
    expect(await idsOf('stranger', '/subscriptions', 'id')).toEqual([]);
    expect(await idsOf('operator', '/subscriptions?studyId=S2', 'id')).toEqual([]);
  });

  it('of jobs hold what one asked for or receives', async () => {
    for (const who of ['owner', 'recipient', 'operator', 'auditor'] as const)
      expect(await idsOf(who, '/jobs', 'jobId')).toContain('run_1');
    for (const who of ['member', 'stranger'] as const)
      expect(await idsOf(who, '/jobs', 'jobId')).not.toContain('run_1');
    expect(await idsOf('stranger', '/jobs?studyId=S1', 'jobId')).toEqual([]);
  });

  it('of webhook calls hold one’s own, of secrets nobody else’s, not even an operator', async () => {
    for (const who of ['owner', 'operator', 'auditor'] as const)
      expect(await idsOf(who, '/webhooks/deliveries', 'id')).toContain('whd_1');
    for (const who of ['recipient', 'member', 'stranger'] as const)
      expect(await idsOf(who, '/webhooks/deliveries', 'id')).toEqual([]);
    expect(await idsOf('owner', '/webhooks/secrets', 'id')).toContain('whs_1');
    for (const who of CALLERS.filter((each) => each !== 'owner'))
      expect(await idsOf(who, '/webhooks/secrets', 'id')).not.toContain('whs_1');
  });

  it('of templates hold those of one’s studies, and name no other study', async () => {
    const seen = async (who: Who) => (await ask(who, 'GET', '/templates')).json.items;
    for (const who of ['operator', 'auditor'] as const)
      expect(await seen(who)).toContainEqual(expect.objectContaining({ studies: ['S1', 'S9'] }));
    const [one, versions] = [
      await ask('member', 'GET', '/templates/of-s1'),
      await ask('member', 'GET', '/templates/of-s1/versions'),
    ];
    for (const template of [one.json, ...versions.json.items, ...(await seen('member'))])
      expect(template).not.toMatchObject({ studies: expect.arrayContaining(['S9']) as unknown });
    expect(one.json).toMatchObject({ studies: ['S1'] });
    expect(await idsOf('stranger', '/templates', 'id')).not.toContain('of-s1@1');
    expect(await idsOf('stranger', '/templates?studyId=S1', 'id')).not.toContain('of-s1@1');
  });

  it('of studies hold one’s memberships, and what they show', async () => {
    expect((await ask('owner', 'GET', '/studies')).json.items).toMatchObject([
      { id: 'S1', sites: 'all', unblinded: true },
    ]);
    expect(await idsOf('stranger', '/studies', 'id')).toEqual(['S2']);
  });

  it('of studies hold all for operators and auditors, and nothing of what is in them', async () => {
    for (const who of ['operator', 'auditor'] as const) {
      const { items } = (await ask(who, 'GET', '/studies')).json;
      expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['S1', 'S2', 'S9']));
      expect(items[0]).toMatchObject({
        ...{ id: 'S1', title: BLINDED_TITLE, sites: [], unblinded: false, manages: false },
        plannedSubjects: null,
      });
      expect((await ask(who, 'GET', '/me')).json).toMatchObject({ studies: [] });
    }
  });
});

describe('the title of a study', () => {
  it.each(['/studies', '/me'])('in %s names its drug to nobody but the unblinded', async (path) => {
    expect((await ask('owner', 'GET', path)).text).toContain(`A study of ${DRUG}`);
    for (const who of ['recipient', 'site', 'member'] as const)
      expect((await ask(who, 'GET', path)).text).toContain(BLINDED_TITLE);
  });

  it('stays hidden from an operator and an auditor who are blinded members', async () => {
    for (const who of ['operator', 'auditor'] as const) {
      const _id = await bed.grant(emailOf(who), 'S1');
      expect((await ask(who, 'GET', '/studies')).json.items[0]).toMatchObject({ title: BLINDED_TITLE });
      await bed.mongo.collection('memberships').deleteOne({ _id: `S1|${_id}` });
    }
  });

  it('is the STUDYID for the blinded where no row tells the treatments', async () => {
    await bed.addStudy('S3', `A study of ${DRUG}`);
    const _id = await bed.grant(emailOf('stranger'), 'S3');
    expect((await ask('stranger', 'GET', '/studies')).text).not.toContain(DRUG);
    expect((await ask('stranger', 'GET', '/studies')).json.items).toContainEqual(
      expect.objectContaining({ id: 'S3', title: 'S3' }),
    );
    await bed.mongo.collection('memberships').deleteOne({ _id: `S3|${_id}` });
  });
});

describe('a study that one is no member of', () => {
  it('cannot be told from one that does not exist', async () => {
    const other = await ask('stranger', 'POST', '/subscriptions', subscribe);
    const none = await ask('stranger', 'POST', '/subscriptions', { ...subscribe, studyId: 'NONE' });
    expect({ ...none.json, requestId: '' }).toEqual({ ...other.json, requestId: '' });
    expect(other.json).toMatchObject({ code: 'STUDY_NOT_FOUND', errors: [{ field: 'studyId' }] });
  });

  it('takes its jobs, subscriptions and calls along: the owner who lost the study sees none', async () => {
    const gone = await bed.grant('gone@example.org', 'S1');
    await bed.mongo
      .collection('subscriptions')
      .insertOne(subscriptionDocument({ _id: 'sub_gone', ownerId: gone }));
    await bed.mongo.collection('runs').insertOne(runDocument({ _id: 'run_gone', requestedBy: gone }));
    const call = await bed.mongo.collection('webhookDeliveries').findOne({ _id: 'whd_1' });
    if (call !== null)
      await bed.mongo.collection('webhookDeliveries').insertOne({ ...call, _id: 'whd_gone', ownerId: gone });
    const get = (path: string) => bed.call('GET', `/api/v1/${path}`, { as: 'gone@example.org' });
    const look = async () => {
      const [sub, job, told] = [
        await get('subscriptions/sub_gone'),
        await get('jobs/run_gone'),
        await get('webhooks/deliveries/whd_gone'),
      ];
      const listed = (await get('webhooks/deliveries')).json.items.map(({ id }) => id);
      return [sub.status, job.status, told.status, listed];
    };
    expect(await look()).toEqual([200, 200, 200, ['whd_gone']]);
    await bed.mongo.collection('memberships').deleteOne({ userId: gone });
    expect(await look()).toEqual([404, 404, 404, []]);
  });
});

describe('what a job shows', () => {
  const job = async (who: Who) => (await ask(who, 'GET', '/jobs/run_1')).json;
  const recipients = (shown: Json) => shown.deliveries.map(({ recipient }) => recipient).sort();

  it('are all deliveries to who asked for it and to operators, one’s own to a recipient', async () => {
    for (const who of ['owner', 'operator', 'auditor'] as const)
      expect(recipients(await job(who))).toEqual([emailOf('owner'), emailOf('recipient'), emailOf('site')]);
    expect(recipients(await job('recipient'))).toEqual([emailOf('recipient')]);
  });

  it('are the files within the caller’s scope: nothing unblinded to the blinded', async () => {
    expect((await job('owner')).outputs).toHaveLength(2);
    expect((await job('recipient')).outputs).toMatchObject([{ scope: ALL_BLINDED }]);
  });
});

describe('a download', () => {
  const download = (email: string, query = '?format=pdf') =>
    bed.call('GET', `/api/v1/jobs/run_1/download${query}`, { as: email });
  const fetched = async (email: string, query?: string) => {
    const { status, headers } = await download(email, query);
    expect(status).toBe(302);
    return (await fetch(headers.get('location') ?? '')).text();
  };

  it('is the file made for the caller’s own scope', async () => {
    expect(await fetched(emailOf('owner'))).toBe('pdf of run_1 for all-unblinded');
    expect(await fetched(emailOf('recipient'))).toBe('pdf of run_1 for all-blinded');
  });

  it('is another one by its scope, as long as the caller may see it', async () => {
    expect(await fetched(emailOf('owner'), '?scope=all-blinded')).toBe('pdf of run_1 for all-blinded');
    const refused = await download(emailOf('recipient'), '?scope=all-unblinded');
    expect([refused.status, refused.json.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('is recorded', async () => {
    await download(emailOf('recipient'));
    const opening = await bed.mongo.collection('openings').find().sort({ at: -1 }).limit(1).next();
    expect(opening).toMatchObject({ linkId: null, runId: 'run_1', what: 'download', format: 'pdf' });
  });

  it('is refused to a recipient whose sites no longer cover what was made', async () => {
    await bed.grant(emailOf('recipient'), 'S1', { sites: ['701', '702'] });
    const refused = await download(emailOf('recipient'));
    expect([refused.status, refused.json.code]).toEqual([403, 'FORBIDDEN']);
    expect((await ask('recipient', 'GET', '/jobs/run_1')).json.outputs).toEqual([]);
    await bed.grant(emailOf('recipient'), 'S1');
  });

  it.each([
    ['?format=csv', 404, 'format'],
    ['?format=doc', 400, 'format'],
    ['?scope=701-blinded', 404, 'scope'],
    ['?colour=red', 400, 'colour'],
  ])('with %s is refused by name', async (query, status, field) => {
    const refused = await download(emailOf('owner'), query);
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([status, field]);
  });
});

describe('documents of a study', () => {
  const documents = async (email: string) =>
    (await bed.call('GET', '/api/v1/studies/S1/documents', { as: email })).json.items;

  beforeAll(async () => {
    await bed.mongo.collection('documents').deleteMany({});
    const document = (_id: string, siteId: string | null, day: number) => ({
      ...{ _id, siteId, studyId: 'S1', subject: null, kind: 'text' as const, title: `Placebo at ${siteId}` },
      ...{
        caption: null,
        fileName: 'a.txt',
        mediaType: 'text/plain',
        key: 'documents/x',
        sha256: 'ab',
        bytes: 3,
      },
      receivedAt: new Date(Date.UTC(2026, 10, day)),
    });
    await bed.mongo
      .collection('documents')
      .insertMany([
        document('d701', '701', 1),
        document('d702', '702', 2),
        document('dAll', null, 3),
        { ...document('dElsewhere', '701', 4), studyId: 'S2' },
      ]);
  });

  it('are those of the caller’s sites and of the study as a whole', async () => {
    const ids = (items: readonly Json[]) => items.map(({ id }) => id);
    expect(ids(await documents(emailOf('owner')))).toEqual(['dAll', 'd702', 'd701']);
    await bed.grant('site@example.org', 'S1', { sites: ['701'] });
    expect(ids(await documents('site@example.org'))).toEqual(['dAll', 'd701']);
  });

  it('come without their words to the blinded: a title may name an arm', async () => {
    expect((await documents(emailOf('owner')))[1]).toMatchObject({ title: 'Placebo at 702', sha256: 'ab' });
    expect(JSON.stringify(await documents(emailOf('member')))).not.toMatch(/Placebo|a\.txt|"ab"/);
  });

  it('page by cursor, without gap or double', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const path = `/api/v1/studies/S1/documents?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { json } = await bed.call('GET', path, { as: emailOf('owner') });
      seen.push(...json.items.map(({ id }) => id));
      if (json.nextCursor === null) break;
      cursor = json.nextCursor;
    }
    expect(seen).toEqual(['dAll', 'd702', 'd701']);
  });
});
