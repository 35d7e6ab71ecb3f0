import { openApiBed, type ApiBed, type Json } from './api-bed.ts';
import { addArtefact, ALL_BLINDED, runDocument, subscriptionDocument } from './records.ts';

/**
 * Who may do what: each route asked by each kind of caller. `owner` subscribed and asked for the run; `recipient`
 * gets the report; both are members, as is `member`, who has nothing to do with either. `stranger` is a member of
 * another study. `operator` and `auditor` are members of none.
 */
let bed: ApiBed;
type Who = 'owner' | 'recipient' | 'member' | 'stranger' | 'operator' | 'auditor' | 'nobody';
const emailOf = (who: Who) => `${who}@example.org`;

const run = () => runDocument({ subscriptionId: 'sub_1', trigger: 'schedule' });

beforeAll(async () => {
  bed = await openApiBed('access', { workers: false });
  await bed.addStudy('S1');
  await bed.addStudy('S2');
  const owner = await bed.grant(emailOf('owner'), 'S1', { unblinded: true });
  const recipient = await bed.grant(emailOf('recipient'), 'S1');
  await bed.grant(emailOf('member'), 'S1');
  await bed.grant(emailOf('stranger'), 'S2');
  for (const role of ['operator', 'auditor'] as const) await bed.addRole(emailOf(role), role);
  await bed.mongo
    .collection('subscriptions')
    .insertOne(subscriptionDocument({ ownerId: owner, recipients: [owner, recipient] }));
  const made = { ...run(), requestedBy: owner };
  await bed.mongo.collection('runs').insertOne(made);
  await addArtefact(bed, made, ALL_BLINDED);
  await addArtefact(bed, made, { sites: 'all', unblinded: true });
  for (const recipientId of [owner, recipient])
    await bed.mongo.collection('deliveries').insertOne({
      _id: `run_1|${recipientId}|email`,
      ...{ runId: 'run_1', studyId: 'S1', subscriptionId: 'sub_1', recipientId },
      ...{ channel: 'email', status: 'accepted', updatedAt: new Date() },
    });
});
afterAll(() => bed.close());

const ask = (who: Who, method: string, path: string, body?: unknown) =>
  bed.call(method, `/api/v1${path}`, {
    ...(who === 'nobody' ? {} : { as: emailOf(who) }),
    ...(body === undefined ? {} : { body }),
  });

const narrative = new FormData();
narrative.set('file', new Blob(['The subject felt well.']), 'narrative.txt');

const subscribe = {
  studyId: 'S1',
  reportType: 'study-weekly',
  schedule: { every: 'week', at: '08:00', timeZone: 'UTC' },
  formats: ['pdf'],
};

// A 409 comes after the rights were checked: the subscription of the table was cancelled, the run has ended.
const TABLE: [string, string, unknown, Record<Exclude<Who, 'nobody'>, number>][] = [
  [
    'GET',
    '/subscriptions/sub_1',
    undefined,
    { owner: 200, recipient: 404, member: 404, stranger: 404, operator: 200, auditor: 200 },
  ],
  [
    'PATCH',
    '/subscriptions/sub_1',
    { formats: ['xlsx'] },
    { owner: 200, recipient: 404, member: 404, stranger: 404, operator: 200, auditor: 403 },
  ],
  [
    'POST',
    '/subscriptions/sub_1/pause',
    undefined,
    { owner: 200, recipient: 404, member: 404, stranger: 404, operator: 200, auditor: 403 },
  ],
  [
    'POST',
    '/subscriptions/sub_1/resume',
    undefined,
    { owner: 200, recipient: 404, member: 404, stranger: 404, operator: 200, auditor: 403 },
  ],
  [
    'DELETE',
    '/subscriptions/sub_1',
    undefined,
    { owner: 200, recipient: 404, member: 404, stranger: 404, operator: 200, auditor: 403 },
  ],
  [
    'POST',
    '/subscriptions/sub_1/run-now',
    {},
    { owner: 409, recipient: 404, member: 404, stranger: 404, operator: 409, auditor: 403 },
  ],
  [
    'GET',
    '/jobs/run_1',
    undefined,
    { owner: 200, recipient: 200, member: 404, stranger: 404, operator: 200, auditor: 200 },
  ],
  [
    'DELETE',
    '/jobs/run_1',
    undefined,
    { owner: 409, recipient: 403, member: 404, stranger: 404, operator: 409, auditor: 403 },
  ],
  // Operators see that there is a report; what it says takes a membership.
  [
    'GET',
    '/jobs/run_1/download?format=pdf',
    undefined,
    { owner: 302, recipient: 302, member: 404, stranger: 404, operator: 404, auditor: 404 },
  ],
  [
    'GET',
    '/studies/S1/documents',
    undefined,
    { owner: 200, recipient: 200, member: 200, stranger: 404, operator: 404, auditor: 404 },
  ],
  [
    'POST',
    '/studies/S1/documents',
    narrative,
    { owner: 201, recipient: 201, member: 201, stranger: 404, operator: 404, auditor: 404 },
  ],
  [
    'POST',
    '/reports/generate',
    { studyId: 'S1', reportType: 'study-weekly' },
    { owner: 202, recipient: 202, member: 202, stranger: 404, operator: 404, auditor: 404 },
  ],
  [
    'POST',
    '/subscriptions',
    subscribe,
    { owner: 201, recipient: 201, member: 201, stranger: 404, operator: 404, auditor: 404 },
  ],
];

describe.each(TABLE)('%s %s', (method, path, body, expected) => {
  it.each(Object.entries(expected))('answers %s with %i', async (who, status) => {
    expect((await ask(who as Who, method, path, body)).status).toBe(status);
  });

  it('answers 401 without a token', async () => {
    const { status, json, headers } = await ask('nobody', method, path, body);
    expect([status, json.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });
});

it('leaves no route out', async () => {
  const { paths } = (await (await fetch(`${bed.url}/api/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const ofOneself = ['GET /me', 'GET /report-types', 'GET /studies', 'GET /subscriptions', 'GET /jobs'];
  const asked = TABLE.map(([method, path]) => `${method} ${path.split('?')[0] ?? ''}`);
  const documented = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1'))
    .flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.slice('/api/v1'.length)}`),
    )
    .map((route) =>
      route.replace('{subscriptionId}', 'sub_1').replace('{jobId}', 'run_1').replace('{studyId}', 'S1'),
    );
  expect([...asked, ...ofOneself].sort()).toEqual(documented.sort());
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

  it('of studies hold one’s memberships, and what they show', async () => {
    expect((await ask('owner', 'GET', '/studies')).json.items).toMatchObject([
      { id: 'S1', sites: 'all', unblinded: true },
    ]);
    expect(await idsOf('stranger', '/studies', 'id')).toEqual(['S2']);
    expect(await idsOf('operator', '/studies', 'id')).toEqual([]);
  });
});

describe('a study that one is no member of', () => {
  it('cannot be told from one that does not exist', async () => {
    const other = await ask('stranger', 'POST', '/subscriptions', subscribe);
    const none = await ask('stranger', 'POST', '/subscriptions', { ...subscribe, studyId: 'NONE' });
    expect({ ...none.json, requestId: '' }).toEqual({ ...other.json, requestId: '' });
    expect(other.json).toMatchObject({ code: 'STUDY_NOT_FOUND', errors: [{ field: 'studyId' }] });
  });

  it('takes its jobs and subscriptions along: the owner who lost the study sees neither', async () => {
    const gone = await bed.grant('gone@example.org', 'S1');
    await bed.mongo
      .collection('subscriptions')
      .insertOne(subscriptionDocument({ _id: 'sub_gone', ownerId: gone }));
    await bed.mongo.collection('runs').insertOne(runDocument({ _id: 'run_gone', requestedBy: gone }));
    const look = async () => [
      (await bed.call('GET', '/api/v1/subscriptions/sub_gone', { as: 'gone@example.org' })).status,
      (await bed.call('GET', '/api/v1/jobs/run_gone', { as: 'gone@example.org' })).status,
    ];
    expect(await look()).toEqual([200, 200]);
    await bed.mongo.collection('memberships').deleteOne({ userId: gone });
    expect(await look()).toEqual([404, 404]);
  });
});

describe('what a job shows', () => {
  const job = async (who: Who) => (await ask(who, 'GET', '/jobs/run_1')).json;
  const recipients = (shown: Json) => shown.deliveries.map(({ recipient }) => recipient).sort();

  it('are all deliveries to who asked for it and to operators, one’s own to a recipient', async () => {
    for (const who of ['owner', 'operator', 'auditor'] as const)
      expect(recipients(await job(who))).toEqual([emailOf('owner'), emailOf('recipient')]);
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
