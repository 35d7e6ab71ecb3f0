import { openApiBed, type ApiBed } from './api-bed.ts';

/** ETag, If-None-Match and If-Match: nobody overwrites what they have not seen. */
let bed: ApiBed;
const ANNA = 'anna@example.org';

beforeAll(async () => {
  bed = await openApiBed('versions', { workers: false });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
});
afterAll(() => bed.close());

const call = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  bed.call(method, `/api/v1/subscriptions${path}`, {
    as: ANNA,
    headers,
    ...(body === undefined ? {} : { body }),
  });

const formatted = (...formats: string[]) => ({ formats, evenIfEqual: true });

const subscribe = async () => {
  const { headers, json } = await call(
    'POST',
    '',
    {},
    {
      studyId: 'S1',
      reportType: 'study-weekly',
      schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
      formats: ['pdf'],
      evenIfEqual: true,
    },
  );
  return { id: json.id, tag: headers.get('etag') ?? '' };
};

it('gives a strong tag to what was made, read and changed', async () => {
  const { id, tag } = await subscribe();
  expect(tag).toMatch(/^"1\./);
  expect((await call('GET', `/${id}`)).headers.get('etag')).toBe(tag);
  const changed = await call('PATCH', `/${id}`, {}, formatted('csv'));
  expect(changed.headers.get('etag')).toMatch(/^"2\./);
});

it('answers 304 without a body to who holds it, until anything of it changes', async () => {
  const { id, tag } = await subscribe();
  const again = await call('GET', `/${id}`, { 'If-None-Match': tag });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
  // A run, which is no change of the wish: the revision stays.
  await bed.mongo.collection('subscriptions').updateOne({ _id: id }, { $set: { runCount: 1 } });
  const counted = await call('GET', `/${id}`, { 'If-None-Match': tag });
  expect([counted.status, counted.json.revision]).toEqual([200, 1]);
});

it.each([
  ['PATCH', '', formatted('csv')],
  ['POST', '/pause', undefined],
  ['DELETE', '', undefined],
])('refuses %s%s from an older version, and does it from the newest', async (method, path, body) => {
  const { id, tag: oldest } = await subscribe();
  const { headers } = await call('PATCH', `/${id}`, { 'If-Match': oldest }, formatted('pdf', 'xlsx'));
  const refused = await call(method, `/${id}${path}`, { 'If-Match': oldest }, body);
  expect([refused.status, refused.json.code]).toEqual([412, 'PRECONDITION_FAILED']);
  expect(refused.json.errors[0]?.field).toBe('If-Match');
  expect((await call('GET', `/${id}`)).json).toMatchObject({ status: 'active', revision: 2 });
  const done = await call(method, `/${id}${path}`, { 'If-Match': headers.get('etag') ?? '' }, body);
  expect([done.status, done.json.revision]).toEqual([200, 3]);
});

it('lets a change pass when only a run has ended since', async () => {
  const { id, tag } = await subscribe();
  await bed.mongo.collection('subscriptions').updateOne({ _id: id }, { $set: { runCount: 7 } });
  expect((await call('PATCH', `/${id}`, { 'If-Match': tag }, formatted('csv'))).status).toBe(200);
});

it('lets one of two through that change from the same version at once', async () => {
  const { id, tag } = await subscribe();
  const changes = ['csv', 'xlsx'].map((format) =>
    call('PATCH', `/${id}`, { 'If-Match': tag }, formatted(format)),
  );
  const statuses = (await Promise.all(changes)).map(({ status }) => status).sort();
  expect(statuses[0]).toBe(200);
  expect([409, 412]).toContain(statuses[1]);
});
