/** What a client is told before anybody has signed in, and of a schedule that nobody has subscribed to yet. */
import { openApiBed, type ApiBed } from './api-bed.ts';

const ANNA = 'anna@example.org';

let bed: ApiBed;

beforeAll(async () => {
  bed = await openApiBed('installation', { workers: false, env: { ROUNDS_UPLOAD_MB: '2' } });
  await bed.addStudy('S1');
  await bed.grant(ANNA, 'S1');
});
afterAll(() => bed.close());

describe('the installation', () => {
  it('tells everybody how to sign in, and may be kept for a minute', async () => {
    const { status, headers, json } = await bed.call('GET', '/api/v1/config');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    expect(json).toMatchObject({
      signIn: { authority: 'http://127.0.0.1/oidc', clientId: 'rounds-web', audience: 'rounds' },
      limits: { uploadBytes: 2 * 1024 * 1024 },
    });
    const { languages } = json as unknown as { languages: object[] };
    expect(languages).toContainEqual({ id: 'en', name: 'English', isDraft: false });
    expect(languages).toContainEqual({ id: 'de', name: 'Deutsch', isDraft: true });
  });

  it.each([
    [
      'a provider’s',
      {
        ...{ ROUNDS_AUTH: 'oidc', ROUNDS_OIDC_ISSUER: 'https://login.example.org' },
        ...{ ROUNDS_OIDC_AUDIENCE: 'api', ROUNDS_OIDC_CLIENT_ID: 'web' },
      },
      {
        authority: 'https://login.example.org',
        clientId: 'web',
        scopes: 'openid email profile',
        audience: 'api',
      },
    ],
    ['none in staging, where the embedded issuer has no page', { ROUNDS_ENV: 'staging' }, null],
  ])('names as sign-in %s', async (_what, env, signIn) => {
    const other = await openApiBed('installation-other', { workers: false, env });
    try {
      expect((await other.call('GET', '/api/v1/config')).json).toMatchObject({ signIn });
    } finally {
      await other.close();
    }
  });
});

const preview = (body: object) => bed.call('POST', '/api/v1/schedules/preview', { as: ANNA, body });
const subscribe = (body: object) =>
  bed.call('POST', '/api/v1/subscriptions', {
    as: ANNA,
    body: { studyId: 'S1', reportType: 'study-weekly', evenIfEqual: true, ...body },
  });

const WEEKLY = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };

describe('a schedule', () => {
  it('is previewed as a subscription will have it', async () => {
    const { status, json } = await preview({ schedule: WEEKLY });
    const { runs } = json as unknown as { runs: { at: string; due: string; period: object }[] };
    const subscribed = await subscribe({ schedule: WEEKLY });
    expect([status, runs.map(({ at }) => at)]).toEqual([200, subscribed.json.nextRuns]);
    expect(runs[0]?.period).toMatchObject({ end: runs[0]?.due });
  });

  it('shows its runs over both changes of the clock, each with its offset', async () => {
    const schedule = { every: 'month', on: 1, at: '08:00', timeZone: 'Europe/Berlin' };
    const { json } = await preview({ schedule, count: 12 });
    const { runs } = json as unknown as { runs: { at: string }[] };
    expect(runs).toHaveLength(12);
    expect(new Set(runs.map(({ at }) => at.slice(10)))).toEqual(
      new Set(['T08:00:00+01:00', 'T08:00:00+02:00']),
    );
  });

  it('tells what holidays do to it, and warns of zones without summer time', async () => {
    const schedule = { every: 'month', on: 25, at: '08:00', timeZone: 'EST' };
    const holidays = { country: 'US', policy: 'next-working-day' };
    const { json } = await preview({ schedule, holidays, count: 13 });
    expect(json).toMatchObject({ warnings: [{ code: 'ZONE_WITHOUT_SUMMER_TIME' }] });
    expect(json).toHaveProperty(
      'exceptions',
      expect.arrayContaining([expect.objectContaining({ change: 'moved', holiday: 'Christmas Day' })]),
    );
  });

  it.each([
    ['at', { schedule: { ...WEEKLY, at: '25:00' } }],
    ['timeZone', { schedule: { ...WEEKLY, timeZone: 'Berlin' } }],
    ['on', { schedule: { ...WEEKLY, on: 'someday' } }],
    ['until', { schedule: WEEKLY, until: '2020-01-01' }],
    [
      'holidays',
      { schedule: { ...WEEKLY, every: 'day', on: undefined }, holidays: { country: 'XX', policy: 'skip' } },
    ],
  ])('is refused for its %s in the words of the subscription', async (_what, body) => {
    const [previewed, subscribed] = [await preview(body), await subscribe(body)];
    expect([previewed.status, previewed.json.code]).toEqual([400, 'INVALID_INPUT']);
    expect(previewed.json.errors).toEqual(subscribed.json.errors);
  });
});
