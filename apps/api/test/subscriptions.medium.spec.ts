import { systemClock } from '@rounds/adapters/clock';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import type { RuleCode } from '@rounds/contracts/rules';
import { WEEKDAYS } from '@rounds/contracts/weekdays';
import type { ApiBed, Json } from './api-bed.ts';
import { ANNA, BEN, BODY, callsOf, daysFromNow, openSubscriptionsBed } from './subscription-calls.ts';

/** Subscriptions over HTTP, with their workflows on a real Temporal server. */
let bed: ApiBed;
const { create, created, call, viewOf } = callsOf(() => bed);

beforeAll(async () => {
  bed = await openSubscriptionsBed('subscriptions');
});
afterAll(() => bed.close());

describe('subscribing', () => {
  it('writes the record, starts the workflow, and shows the next five runs with their offset', async () => {
    const { status, json, headers } = await create();
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/subscriptions/${json.id}`);
    expect(json).toMatchObject({
      ...BODY,
      status: 'active',
      owner: ANNA,
      recipients: [ANNA],
      deliver: 'always',
      catchUp: 'latest',
      until: null,
      applied: true,
      runCount: 0,
      lastRun: null,
      workflowId: `subscription/${json.id}`,
    });
    expect(json.nextRuns).toHaveLength(5);
    for (const next of json.nextRuns) expect(next).toMatch(/^\d{4}-\d\d-\d\dT08:00:00\+0[12]:00$/);
    expect(await viewOf(json.id)).toMatchObject({
      status: 'active',
      appliedRevision: 1,
      nextRunAt: Date.parse(json.nextRuns[0]),
    });
  });

  it.each([
    ['EST', ['ZONE_WITHOUT_SUMMER_TIME']],
    ['Etc/GMT+5', ['ZONE_WITHOUT_SUMMER_TIME']],
    ['America/New_York', []],
    ['UTC', []],
    ['Asia/Tokyo', []],
  ])('takes the zone %s, with the warnings %j', async (timeZone, codes) => {
    const { status, json } = await create({ schedule: { ...BODY.schedule, timeZone } });
    const { warnings } = json as unknown as { warnings: readonly { code: string; field: string }[] };
    expect([status, warnings.map(({ code }) => code)]).toEqual([201, codes]);
    expect(new Set(warnings.map(({ field }) => field))).toEqual(
      new Set(codes.map(() => 'schedule.timeZone')),
    );
  });

  it('shows the workflow to operators by its search attributes', async () => {
    const { id } = await created();
    const handle = bed.temporal.client.workflow.getHandle(subscriptionWorkflowId(id));
    const { typedSearchAttributes } = await handle.describe();
    const shown = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
    expect(Object.fromEntries(shown)).toMatchObject({
      StudyId: 'S1',
      ReportType: 'study-weekly',
      SubscriptionId: id,
      RequestedBy: expect.stringMatching(/^usr_/) as string,
    });
  });

  it('takes recipients by their addresses, each once', async () => {
    const { json } = await create({ recipients: ['Ben@Example.org', ANNA, BEN] });
    expect(json.recipients).toEqual([BEN, ANNA]);
    const record = await bed.mongo.collection('subscriptions').findOne({ _id: json.id });
    expect(record?.recipients.every((recipient) => recipient.startsWith('usr_'))).toBe(true);
  });

  it('takes a month’s last day and an end', async () => {
    const until = daysFromNow(70);
    const schedule = { every: 'month', on: 'last', at: '23:30', timeZone: 'America/New_York' };
    const { status, json } = await create({ schedule, until, deliver: 'changed', catchUp: 'all' });
    expect(status).toBe(201);
    expect(json.until).toBe(until);
    expect(json.nextRuns.length).toBeGreaterThan(0);
    expect(json.nextRuns.length).toBeLessThan(5);
  });
});

describe('a second equal subscription of one person for the same moment', () => {
  const wish = { reportType: 'safety-weekly', evenIfEqual: false };
  it('is refused with the id of the first, however many ask at once, unless it is wanted', async () => {
    const answers = await Promise.all([create(wish), create(wish), create(wish)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const first = answers.find(({ status }) => status === 201)?.json.id ?? '';
    for (const { json } of answers.filter(({ status }) => status === 409)) {
      expect(json.code).toBe('SUBSCRIPTION_EXISTS');
      expect(json.errors).toMatchObject([{ code: 'equal-subscription', values: { id: first } }]);
    }
    expect((await create({ ...wish, evenIfEqual: true })).status).toBe(201);
  });

  it.each([
    ['equal, though written otherwise', { formats: ['xlsx', 'pdf'], recipients: [BEN, ANNA] }, 409],
    ['of a zone with the same clocks', { schedule: { ...BODY.schedule, timeZone: 'Europe/Paris' } }, 409],
    ['at another moment', { schedule: { ...BODY.schedule, on: 'friday' } }, 201],
    ['with other options', { parameters: { minimumSeverity: 'MODERATE' } }, 201],
    ['for other people', { recipients: [BEN] }, 201],
  ])('is one that is %s', async (_what, other, status) => {
    expect((await create({ ...wish, ...other })).status).toBe(status);
  });
  it('is none once the first is cancelled', async () => {
    await call('DELETE', (await created({ ...wish, formats: ['json'] })).id);
    expect((await create({ ...wish, formats: ['json'] })).status).toBe(201);
  });
});

describe('a change that makes one equal to another of the same person', () => {
  const { schedule } = BODY;
  const wish = { reportType: 'site-performance' };
  let first: Json;
  beforeAll(async () => {
    first = await created(wish);
  });

  it.each<[string, object, object]>([
    ['the formats', { formats: ['csv'] }, { formats: ['xlsx', 'pdf'] }],
    ['the schedule', { schedule: { ...schedule, on: 'friday' } }, { schedule }],
    ['the recipients', { recipients: [BEN] }, { recipients: [BEN, ANNA] }],
  ])('by %s is refused with its id, unless it is wanted', async (_what, apart, change) => {
    const { id } = await created({ ...wish, ...apart });
    const refused = await call('PATCH', id, '', change);
    expect([refused.status, refused.json.code]).toEqual([409, 'SUBSCRIPTION_EXISTS']);
    expect(refused.json.errors).toMatchObject([{ code: 'equal-subscription', values: { id: first.id } }]);
    expect((await call('GET', id)).json.revision).toBe(1);
    expect((await call('PATCH', id, '', { ...change, evenIfEqual: true })).status).toBe(200);
    await call('DELETE', id);
  });

  it('is refused for one of two that ask at once', async () => {
    const both = [
      await created({ ...wish, formats: ['csv'] }),
      await created({ ...wish, formats: ['xlsx'] }),
    ];
    const answers = await Promise.all(both.map(({ id }) => call('PATCH', id, '', { formats: ['json'] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is none where they were equal before', async () => {
    const { id } = await created(wish);
    expect((await call('PATCH', id, '', { deliver: 'changed' })).status).toBe(200);
  });
});

describe('a wish that cannot be granted is refused by field and rule', () => {
  const schedule = BODY.schedule;
  const yesterday = WEEKDAYS[(systemClock().getUTCDay() + 5) % 7];
  it.each<[string, object, number, string, string, RuleCode]>([
    ['no study', { studyId: undefined }, 400, 'INVALID_INPUT', 'studyId', 'required'],
    ['an unknown study', { studyId: 'NONE' }, 404, 'STUDY_NOT_FOUND', 'studyId', 'not-your-study'],
    [
      'an unknown report type',
      { reportType: 'nonsense' },
      400,
      'INVALID_INPUT',
      'reportType',
      'unknown-report-type',
    ],
    [
      'an unknown zone',
      { schedule: { ...schedule, timeZone: 'Mars/Olympus' } },
      400,
      'INVALID_INPUT',
      'schedule.timeZone',
      'not-a-time-zone',
    ],
    [
      'no clock time',
      { schedule: { ...schedule, at: '8 o’clock' } },
      400,
      'INVALID_INPUT',
      'schedule.at',
      'not-a-clock-time',
    ],
    [
      'an unknown day',
      { schedule: { ...schedule, on: 'funday' } },
      400,
      'INVALID_INPUT',
      'schedule.on',
      'unknown-option',
    ],
    [
      'an unknown rhythm',
      { schedule: { ...schedule, every: 'fortnight' } },
      400,
      'INVALID_INPUT',
      'schedule.every',
      'unknown-option',
    ],
    [
      'a day of the month that no month has',
      { schedule: { every: 'month', on: 32, at: '08:00', timeZone: 'UTC' } },
      400,
      'INVALID_INPUT',
      'schedule.on',
      'too-large',
    ],
    ['an end in the past', { until: '2020-01-01' }, 400, 'INVALID_INPUT', 'until', 'in-the-past'],
    ['an end that is no day', { until: '2027-02-30' }, 400, 'INVALID_INPUT', 'until', 'no-such-day'],
    [
      'an end before the first run',
      { schedule: { every: 'week', on: yesterday, at: '23:59', timeZone: 'UTC' }, until: daysFromNow(0) },
      400,
      'INVALID_INPUT',
      'until',
      'before-first-run',
    ],
    ['no format', { formats: [] }, 400, 'INVALID_INPUT', 'formats', 'too-few'],
    ['an unknown format', { formats: ['pdf', 'doc'] }, 400, 'INVALID_INPUT', 'formats.1', 'unknown-option'],
    ['a format twice', { formats: ['pdf', 'pdf'] }, 400, 'INVALID_INPUT', 'formats', 'named-twice'],
    ['an unknown field', { colour: 'red' }, 400, 'INVALID_INPUT', 'colour', 'unknown-field'],
    [
      'an unknown parameter',
      { parameters: { depth: 3 } },
      400,
      'INVALID_INPUT',
      'parameters.depth',
      'unknown-field',
    ],
    [
      'a parameter of reports on demand',
      { parameters: { asOf: '2026-01-01' } },
      400,
      'INVALID_INPUT',
      'parameters.asOf',
      'unknown-field',
    ],
    [
      'a recipient who is no address',
      { recipients: [ANNA, 'ben'] },
      400,
      'INVALID_INPUT',
      'recipients.1',
      'not-an-email',
    ],
    [
      'a recipient without right',
      { recipients: [ANNA, 'other@example.org'] },
      422,
      'UNPROCESSABLE',
      'recipients.1',
      'not-a-member',
    ],
    [
      'a recipient whom nobody knows',
      { recipients: ['who@example.org'] },
      422,
      'UNPROCESSABLE',
      'recipients.0',
      'not-a-member',
    ],
  ])('%s', async (_what, overrides, status, code, field, broken) => {
    const before = await bed.mongo.collection('subscriptions').countDocuments();
    const refused = await create(overrides);
    expect([refused.status, refused.json.code]).toEqual([status, code]);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.json.errors).toMatchObject([{ field, code: broken, rule: expect.any(String) as string }]);
    expect(await bed.mongo.collection('subscriptions').countDocuments()).toBe(before);
  });

  it('with one entry for each field that is wrong', async () => {
    const refused = await create({ studyId: '', formats: ['doc'], until: 'soon', extra: 1 });
    const fields = refused.json.errors.map(({ field }) => field);
    expect(fields.sort()).toEqual(['extra', 'formats.0', 'studyId', 'until']);
  });
});

describe('the list', () => {
  it('pages by cursor, newest first, without gap or double', async () => {
    const mine = [];
    for (let n = 0; n < 3; n += 1) mine.unshift((await created()).id);
    const seen: string[] = [];
    let path = '/api/v1/subscriptions?limit=2&status=active';
    for (let pages = 0; pages < 50; pages += 1) {
      const { json } = await bed.call('GET', path, { as: ANNA });
      seen.push(...json.items.map(({ id }) => id));
      if (json.nextCursor === null) break;
      path = `/api/v1/subscriptions?limit=2&status=active&cursor=${json.nextCursor}`;
    }
    expect(seen.slice(0, 3)).toEqual(mine);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['status=asleep', 'status'],
    ['colour=red', 'colour'],
  ])('refuses ?%s by name', async (query, field) => {
    const refused = await bed.call('GET', `/api/v1/subscriptions?${query}`, { as: ANNA });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, field]);
  });
});
