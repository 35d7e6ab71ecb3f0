import { unsubscribeToken } from '@rounds/adapters/links/link-tokens';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { openApiBed, type ApiBed } from './api-bed.ts';
import { openRun } from './records.ts';

/** Who changed what: recorded by each change, seen by operators and auditors, holding no personal data. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const OPERATOR = 'operator@example.org';
const AUDITOR = 'auditor@example.org';
let anna: string;

interface Entry {
  readonly actorId: string;
  readonly actor: string | null;
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly studyId: string | null;
  readonly requestId: string | null;
  readonly details: Record<string, unknown>;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

beforeAll(async () => {
  bed = await openApiBed('audit', {
    workers: false,
    env: { ROUNDS_AUDIT_REASONS: 'flag.set,membership.grant' },
  });
  await setupTemporal(bed.config, { reconcileSeconds: 3600 });
  await bed.addStudy('S1');
  await bed.addStudy('S2');
  anna = await bed.grant(ANNA, 'S1');
  await bed.grant(ANNA, 'S2');
  await bed.addRole(OPERATOR, 'operator');
  await bed.addRole(AUDITOR, 'auditor');
});
afterAll(() => bed.close());

const trail = async (query: Record<string, string> = {}, as = OPERATOR): Promise<Entry[]> => {
  const { status, json } = await bed.call(
    'GET',
    `/api/v1/admin/audit?${new URLSearchParams(query).toString()}`,
    {
      as,
    },
  );
  expect(status).toBe(200);
  return json.items as unknown as Entry[];
};

const subscribe = (studyId: string) =>
  bed.call('POST', '/api/v1/subscriptions', {
    as: ANNA,
    body: {
      studyId,
      reportType: 'study-weekly',
      schedule: { every: 'week', at: '08:00', timeZone: 'UTC' },
      formats: ['pdf'],
      evenIfEqual: true,
    },
  });

it('records each change of a subscription under the request that asked for it', async () => {
  const created = await subscribe('S1');
  const path = `/api/v1/subscriptions/${created.json.id}`;
  await bed.call('PATCH', path, { as: ANNA, body: { formats: ['csv'], deliver: 'changed' } });
  await bed.call('POST', `${path}/pause`, { as: ANNA });
  await bed.call('POST', `${path}/pause`, { as: ANNA });
  await bed.call('POST', `${path}/resume`, { as: OPERATOR });
  await bed.call('DELETE', path, { as: ANNA });
  const entries = (await trail({ target: created.json.id })).reverse();
  expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
    ['subscription.create', ANNA],
    ['subscription.change', ANNA],
    ['subscription.pause', ANNA],
    ['subscription.resume', OPERATOR],
    ['subscription.cancel', ANNA],
  ]);
  expect(entries[0]).toMatchObject({
    actorId: anna,
    target: { type: 'subscription', id: created.json.id },
    studyId: 'S1',
    requestId: created.headers.get('x-request-id'),
    before: null,
    after: { reportType: 'study-weekly', formats: ['pdf'], recipients: [anna], status: 'active' },
  });
  expect(entries[1]).toMatchObject({
    details: { fields: ['formats', 'deliver'], revision: 2 },
    before: { formats: ['pdf'], deliver: 'always' },
    after: { formats: ['csv'], deliver: 'changed' },
  });
});

it('records reports on demand, cancelled jobs, and who unsubscribed by their link', async () => {
  const body = { studyId: 'S1', reportType: 'study-weekly' };
  const { json } = await bed.call('POST', '/api/v1/reports/generate', { as: ANNA, body });
  await bed.mongo.collection('runs').insertOne(openRun({ _id: 'run_open', requestedBy: anna }));
  await bed.call('DELETE', '/api/v1/jobs/run_open', { as: ANNA });
  const { id } = (await subscribe('S1')).json;
  const token = unsubscribeToken(bed.config.ROUNDS_LINK_SECRET, id, anna);
  await bed.call('POST', `/u/${token}`, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect((await trail({ target: json.jobId })).map(({ action }) => action)).toEqual(['report.generate']);
  expect((await trail({ target: 'run_open' })).map(({ action }) => action)).toEqual(['job.cancel']);
  expect((await trail({ target: id, action: 'subscription.unsubscribe' }))[0]).toMatchObject({
    action: 'subscription.unsubscribe',
    actorId: anna,
    requestId: null,
  });
});

it('records who had payloads decoded, and how many', async () => {
  await bed.call('POST', '/codec/decode', { as: OPERATOR, body: { payloads: [] } });
  expect((await trail({ action: 'payloads.decode' }))[0]).toMatchObject({
    ...{ actor: OPERATOR, details: { payloads: 0 } },
  });
});

it('records what was tried and refused, once an hour for the same thing', async () => {
  for (let time = 0; time < 2; time += 1) {
    expect((await subscribe('S9')).status).toBe(404);
    expect((await bed.call('GET', '/api/v1/admin/flags', { as: ANNA })).status).toBe(403);
  }
  const refused = await trail({ action: 'access.refuse', actor: ANNA });
  expect(refused.map(({ target, studyId, details }) => [target.id, studyId, details.code])).toEqual([
    ['GET /api/v1/admin/flags', null, 'FORBIDDEN'],
    ['POST /api/v1/subscriptions', 'S9', 'STUDY_NOT_FOUND'],
  ]);
  bed.clock.ahead = 3_600_000;
  await subscribe('S9');
  bed.clock.ahead = 0;
  expect(await trail({ action: 'access.refuse', actor: ANNA })).toHaveLength(3);
});

it('records each sign-in once, whatever number of requests it brings', async () => {
  expect(await trail({ action: 'user.sign-in', actor: ANNA })).toMatchObject([
    { actorId: anna, target: { type: 'user', id: anna }, details: { issuer: 'rounds-embedded' } },
  ]);
});

it('filters by actor, action, study and time, and pages', async () => {
  const { id } = (await subscribe('S2')).json;
  expect((await trail({ studyId: 'S2' })).map(({ target }) => target.id)).toEqual([id]);
  expect((await trail({ actor: OPERATOR })).map(({ action }) => action)).toEqual([
    ...['payloads.decode', 'subscription.resume', 'user.sign-in', 'user.bind'],
  ]);
  expect(await trail({ actor: 'nobody@example.org' })).toEqual([]);
  const created = await trail({ action: 'subscription.create', actor: anna });
  expect(new Set(created.map(({ action }) => action))).toEqual(new Set(['subscription.create']));
  expect(await trail({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  const all = await trail({ from: '2020-01-01T00:00:00Z', limit: '100' });
  const first = await bed.call('GET', '/api/v1/admin/audit?limit=3', { as: OPERATOR });
  const rest = await trail({ limit: '100', cursor: first.json.nextCursor ?? '' });
  expect([...(first.json.items as unknown as Entry[]), ...rest]).toEqual(all);
});

it('holds the reason, and changes nothing without one where the policy asks for it', async () => {
  const set = (headers: Record<string, string>) =>
    bed.call('PUT', '/api/v1/admin/flags/pdf-queue-routes', {
      as: OPERATOR,
      body: { percentage: 50 },
      headers,
    });
  for (const headers of [{}, { 'Audit-Reason': 'no' }]) {
    const refused = await set(headers);
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, 'Audit-Reason']);
  }
  expect(await bed.mongo.collection('flags').countDocuments()).toBe(0);
  expect((await set({ 'Audit-Reason': encodeURIComponent('Für die Umstellung.') })).status).toBe(200);
  expect((await trail({ action: 'flag.set' }))[0]).toMatchObject({
    reason: 'Für die Umstellung.',
    before: { percentage: 100 },
    after: { percentage: 50 },
  });
});

it('is for operators and auditors, and holds no address', async () => {
  expect(await trail({}, AUDITOR)).not.toEqual([]);
  const refused = await bed.call('GET', '/api/v1/admin/audit', { as: ANNA });
  expect([refused.status, refused.json.code]).toEqual([403, 'FORBIDDEN']);
  const wrong = await bed.call('GET', '/api/v1/admin/audit?from=monday', { as: OPERATOR });
  expect([wrong.status, wrong.json.errors[0]?.field]).toEqual([400, 'from']);
  const stored = await bed.mongo.collection('audit').find().toArray();
  expect(JSON.stringify(stored)).not.toContain('@');
});

it('asks for the reason of a right before it makes an account for who gets it', async () => {
  const email = 'new@example.org';
  const body = { sites: 'all' };
  const refused = await bed.call('PUT', `/api/v1/studies/S1/members/${email}`, { as: OPERATOR, body });
  expect([refused.status, refused.json.code]).toEqual([400, 'INVALID_INPUT']);
  expect(await bed.mongo.collection('users').findOne({ email })).toBeNull();
});
