import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import type { SubscriptionView } from '@rounds/contracts/messages';
import type { RuleCode } from '@rounds/contracts/rules';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

/** Skips, moves, snoozes, holidays and hand-over, over HTTP, with the workflows on a real Temporal server. */
let bed: ApiBed;
const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';
const OTTO = 'otto@example.org';
const MONDAYS = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };
const DAY_MS = 86_400_000;

interface Exception {
  readonly due: string;
  readonly change: string;
  readonly at: string | null;
  readonly holiday: string | null;
}
type Shown = Json & {
  readonly exceptions: readonly Exception[];
  readonly skipped: string;
  readonly snoozedUntil: string | null;
  readonly owner: string;
  readonly nextRunsIn?: { readonly timeZone: string; readonly moments: readonly string[] };
};

beforeAll(async () => {
  bed = await openApiBed('calendar');
  await bed.addStudy('S1');
  await bed.addStudy('S2');
  await bed.grant(ANNA, 'S1');
  await bed.grant(ANNA, 'S2');
  await bed.grant(BEN, 'S1');
  await bed.addRole(OTTO, 'operator');
});
afterAll(() => bed.close());

const call = async (method: string, path: string, body?: object, as = ANNA) => {
  const answer = await bed.call(method, `/api/v1/subscriptions${path}`, {
    as,
    ...(body === undefined ? {} : { body }),
  });
  return { ...answer, json: answer.json as Shown };
};
const create = async (more: object = {}): Promise<Shown> => {
  const body = {
    evenIfEqual: true,
    studyId: 'S1',
    reportType: 'study-weekly',
    schedule: MONDAYS,
    formats: ['pdf'],
    ...more,
  };
  const { status, json } = await call('POST', '', body);
  expect(status).toBe(201);
  return json;
};
const dayOf = (instant: string | undefined): string => (instant ?? '').slice(0, 10);
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
/** What the workflow waits for, to the second: a run that is moved is made some milliseconds after its minute. */
const waitsFor = async (id: string): Promise<number> => {
  const handle = bed.temporal.client.workflow.getHandle(subscriptionWorkflowId(id));
  const { nextRunAt } = await handle.query<SubscriptionView>('view');
  return Math.floor((nextRunAt ?? 0) / 1000) * 1000;
};
const expectTruth = async ({ id, nextRuns }: Json) => {
  expect(await waitsFor(id)).toBe(Date.parse(nextRuns[0]));
};

describe('skip-next', () => {
  it('leaves out the next run, says which, and again the one after it', async () => {
    const { id, nextRuns } = await create();
    const [first, second, third] = nextRuns as readonly string[];
    const once = await call('POST', `/${id}/skip-next`);
    expect([once.status, once.json.skipped]).toEqual([200, dayOf(first)]);
    expect(once.json.nextRuns[0]).toBe(second);
    const twice = (await call('POST', `/${id}/skip-next`)).json;
    expect(twice.skipped).toBe(dayOf(second));
    expect(twice.nextRuns).toHaveLength(5);
    expect(twice.nextRuns[0]).toBe(third);
    expect(twice.exceptions).toEqual([
      { due: dayOf(first), change: 'skipped', at: null, holiday: null, scheduledFor: first },
      { due: dayOf(second), change: 'skipped', at: null, holiday: null, scheduledFor: second },
    ]);
    await expectTruth(twice);
  });

  it('skips one run only when it is asked again with the same key', async () => {
    const { id, nextRuns } = await create();
    const headers = { 'Idempotency-Key': `skip-${id}` };
    for (let time = 1; time <= 2; time += 1) {
      const answer = await bed.call('POST', `/api/v1/subscriptions/${id}/skip-next`, { as: ANNA, headers });
      expect((answer.json as Shown).skipped).toBe(dayOf(nextRuns[0]));
    }
    expect((await call('GET', `/${id}`)).json.revision).toBe(2);
  });

  it('leaves out the run that is named', async () => {
    const { id, nextRuns } = await create();
    const due = dayOf((nextRuns as readonly string[])[2]);
    const { json } = await call('POST', `/${id}/skip-next`, { due });
    expect(json.skipped).toBe(due);
    expect(json.nextRuns[0]).toBe(nextRuns[0]);
    expect(json.nextRuns.map(dayOf)).not.toContain(due);
  });

  it('can be taken back', async () => {
    const { id, nextRuns } = await create();
    await call('POST', `/${id}/skip-next`);
    const restored = await call('DELETE', `/${id}/exceptions/${dayOf(nextRuns[0])}`);
    expect([restored.status, restored.json.nextRuns]).toEqual([200, nextRuns]);
    expect(restored.json.exceptions).toEqual([]);
    await expectTruth(restored.json);
    expect((await call('DELETE', `/${id}/exceptions/${dayOf(nextRuns[0])}`)).status).toBe(404);
    expect((await call('DELETE', `/${id}/exceptions/monday`)).status).toBe(400);
  });

  it('does not leave a subscription without any run', async () => {
    const { nextRuns } = await create();
    const { id } = await create({ until: dayOf(nextRuns[0]) });
    const refused = await call('POST', `/${id}/skip-next`);
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
  });

  it.each([
    ['a day without run', (first: string) => daysAfter(first, 1)],
    ['a run of the past', (first: string) => daysAfter(first, -7)],
  ])('refuses %s', async (_what, dayFrom) => {
    const { id, nextRuns } = await create();
    const refused = await call('POST', `/${id}/skip-next`, { due: dayFrom(dayOf(nextRuns[0])) });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, 'due']);
  });
});

describe('move-run', () => {
  it('makes one run at another time, and the others as ever', async () => {
    const { id, nextRuns } = await create();
    const [first, second] = nextRuns as readonly string[];
    const to = `${daysAfter(dayOf(first), 2)}T17:30`;
    const { status, json } = await call('POST', `/${id}/move-run`, { from: dayOf(first), to });
    expect(status).toBe(200);
    expect(json.nextRuns[0].slice(0, 16)).toBe(to);
    expect(json.nextRuns.at(1)).toBe(second);
    expect(json.exceptions).toMatchObject([{ due: dayOf(first), change: 'moved', scheduledFor: first }]);
    await expectTruth(json);
    const skipped = (await call('POST', `/${id}/skip-next`)).json;
    expect([skipped.skipped, skipped.nextRuns[0]]).toEqual([dayOf(first), second]);
  });

  it.each<[string, (first: string) => object, string, RuleCode]>([
    ['to the past', (from) => ({ from, to: '2026-01-05T08:00' }), 'to', 'in-the-past'],
    ['by years', (from) => ({ from, to: '2036-01-05T08:00' }), 'to', 'beyond-a-year'],
    ['to no time', (from) => ({ from, to: '2026-01-05' }), 'to', 'not-a-local-moment'],
    [
      'of a day that has none',
      (from) => ({ from: daysAfter(from, 1), to: `${daysAfter(from, 2)}T08:00` }),
      'from',
      'not-due',
    ],
    [
      'that was due before',
      (from) => ({ from: daysAfter(from, -7), to: `${daysAfter(from, 2)}T08:00` }),
      'from',
      'run-was-due',
    ],
  ])('refuses to move a run %s', async (_what, wish, field, code) => {
    const { id, nextRuns } = await create();
    const refused = await call('POST', `/${id}/move-run`, wish(dayOf(nextRuns[0])));
    expect(refused.status).toBe(400);
    expect(refused.json.errors).toMatchObject([{ field, code }]);
  });
});

describe('snooze', () => {
  it('leaves out what is due before the day, until it is ended', async () => {
    const { id, nextRuns } = await create();
    const third = (nextRuns as readonly string[])[2];
    const { status, json } = await call('POST', `/${id}/snooze`, { until: dayOf(third) });
    expect([status, json.status, json.snoozedUntil]).toEqual([200, 'active', dayOf(third)]);
    expect(json.nextRuns[0]).toBe(third);
    await expectTruth(json);
    const awake = (await call('POST', `/${id}/snooze`, { until: null })).json;
    expect([awake.snoozedUntil, awake.nextRuns]).toEqual([null, nextRuns]);
    await expectTruth(awake);
  });

  it.each([
    ['2020-01-01', 'not-after-today'],
    ['2036-01-01', 'snoozed-for-long'],
  ])('refuses %s', async (until, code) => {
    const { id } = await create();
    const refused = await call('POST', `/${id}/snooze`, { until });
    expect(refused).toMatchObject({ status: 400, json: { errors: [{ field: 'until', code }] } });
  });

  it('must leave a run before the end', async () => {
    const { nextRuns } = await create();
    const { id } = await create({ until: dayOf(nextRuns[0]) });
    const refused = await call('POST', `/${id}/snooze`, { until: daysAfter(dayOf(nextRuns[0]), 7) });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, 'until']);
  });
});

describe('holidays', () => {
  it('move a run, and the answer says why', async () => {
    const plain = await create();
    const first = dayOf(plain.nextRuns[0]);
    const holidays = { country: 'DE', region: 'BY', dates: [first], policy: 'next-working-day' };
    const { id, nextRuns, exceptions } = await create({ holidays });
    expect(dayOf(nextRuns[0]) > first).toBe(true);
    expect(exceptions[0]).toMatchObject({ due: first, change: 'moved', at: nextRuns[0] });
    expect(exceptions[0]?.holiday).not.toBeNull();
    const none = (await call('PATCH', `/${id}`, { holidays: null })).json;
    expect([none.nextRuns, none.exceptions]).toEqual([plain.nextRuns, []]);
    await expectTruth(none);
  });

  it.each([
    [{ country: 'XX', policy: 'skip' }, 'holidays.country'],
    [{ country: 'DE', region: 'QQ', policy: 'skip' }, 'holidays.region'],
    [{ dates: ['2026-02-30'], policy: 'skip' }, 'holidays.dates.0'],
    [{ policy: 'skip' }, 'holidays.country'],
    [{ country: 'DE', policy: 'sometimes' }, 'holidays.policy'],
  ])('refuse %j by field', async (holidays, field) => {
    const body = { studyId: 'S1', reportType: 'study-weekly', schedule: MONDAYS, formats: ['pdf'], holidays };
    const refused = await call('POST', '', body);
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, field]);
  });

  it('of a daily schedule only skip', async () => {
    const { id } = await create({ schedule: { every: 'day', at: '08:00', timeZone: 'UTC' } });
    const refused = await call('PATCH', `/${id}`, {
      holidays: { country: 'DE', policy: 'next-working-day' },
    });
    expect([refused.status, refused.json.errors[0]?.field]).toEqual([400, 'holidays.policy']);
  });
});

describe('the nth weekday of the month', () => {
  it('is shown and waited for', async () => {
    const schedule = { ...MONDAYS, every: 'month', on: { nth: 'last', weekday: 'friday' } };
    const created = await create({ schedule });
    expect(created).toMatchObject({ schedule });
    for (const moment of created.nextRuns) expect(new Date(dayOf(moment)).getUTCDay()).toBe(5);
    await expectTruth(created);
  });
});

describe('the next runs', () => {
  it('are shown in another zone too', async () => {
    const { id, nextRuns } = await create();
    const { json } = await call('GET', `/${id}?timeZone=Asia/Kathmandu`);
    expect(json.nextRunsIn?.timeZone).toBe('Asia/Kathmandu');
    expect(json.nextRunsIn?.moments).toHaveLength(5);
    expect(json.nextRunsIn?.moments[0]).toMatch(/\+05:45$/);
    expect(Date.parse(json.nextRunsIn?.moments[0] ?? '')).toBe(Date.parse(nextRuns[0]));
    const { json: page } = await call('GET', '?timeZone=Asia/Kathmandu&limit=1');
    expect((page.items[0] as Shown).nextRunsIn?.timeZone).toBe('Asia/Kathmandu');
    expect((await call('GET', `/${id}?timeZone=Mars/Olympus`)).status).toBe(400);
  });
});

describe('hand-over', () => {
  it('makes another member the owner, by the owner or an operator', async () => {
    const { id } = await create();
    const [anna, ben] = [await bed.grant(ANNA, 'S1'), await bed.grant(BEN, 'S1')];
    const handed = await call('PATCH', `/${id}`, { owner: BEN });
    expect([handed.status, handed.json.owner]).toEqual([200, BEN]);
    expect((await call('GET', `/${id}`)).status).toBe(404);
    const notice = `notice/subscriptions-handed-over.${anna}.${ben}.${id}.${handed.json.revision}`;
    expect((await bed.temporal.client.workflow.getHandle(notice).describe()).type).toBe('notice');
    expect((await call('PATCH', `/${id}`, { owner: ANNA }, OTTO)).json.owner).toBe(ANNA);
  });

  it('refuses one who is no member, and one who is not known', async () => {
    const { id } = await create();
    for (const owner of ['who@example.org', OTTO]) {
      const refused = await call('PATCH', `/${id}`, { owner });
      expect([refused.status, refused.json.errors[0]?.field]).toEqual([422, 'owner']);
    }
  });
});

describe('rights and the trail', () => {
  it('lets only the owner and operators steer', async () => {
    const { id, nextRuns } = await create();
    const from = dayOf(nextRuns[0]);
    for (const [path, body] of [
      ['skip-next', {}],
      ['snooze', { until: null }],
      ['move-run', { from, to: `${from}T20:00` }],
    ] as const)
      expect((await call('POST', `/${id}/${path}`, body, BEN)).status).toBe(404);
    expect((await call('DELETE', `/${id}/exceptions/${from}`, undefined, BEN)).status).toBe(404);
    expect((await call('POST', `/${id}/skip-next`, {}, OTTO)).status).toBe(200);
    const trail = await bed.mongo.collection('audit').find({ 'target.id': id }).sort({ at: 1 }).toArray();
    expect(trail.map(({ action }) => action)).toEqual(['subscription.create', 'subscription.skip-next']);
  });

  it('steers nothing that has changed meanwhile, where If-Match says so', async () => {
    const { id } = await create();
    const path = `/api/v1/subscriptions/${id}/skip-next`;
    const stale = await bed.call('POST', path, { as: ANNA, headers: { 'If-Match': '"7"' } });
    expect(stale.status).toBe(412);
  });
});
