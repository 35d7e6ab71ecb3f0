/**
 * Medium: Temporal's time-skipping server, the real workflow bundle and the real planning; the stages are
 * in-memory fakes. Skips, moves, snoozes and holidays, also at awkward moments.
 */
import type { Holidays } from '@rounds/contracts/holidays';
import { scheduledRunId } from '@rounds/contracts/ids';
import type { Desired } from '@rounds/contracts/messages';
import { openTestBed, type TestBed } from './test-bed.ts';
import { closed, DAY, desired, HOUR, MINUTE, nextEight, subscribe, type Subscribed } from './subscribe.ts';

const dateOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
const timeOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 16);

describe('the calendar of a subscription', () => {
  let bed: TestBed;
  /** The first run that is due in a test. */
  let due: number;
  beforeAll(async () => {
    bed = await openTestBed();
  });
  beforeEach(async () => {
    bed.fakes.reset();
    due = nextEight(await bed.now());
    if (due - (await bed.now()) < HOUR) {
      await bed.sleepUntil(due + MINUTE);
      due += DAY;
    }
  });
  afterAll(() => bed.close());

  const day = (offset: number): string => dateOf(due + offset * DAY);
  const skip = (...offsets: number[]) => offsets.map((offset) => ({ due: day(offset), to: null }));
  const move = (offset: number, to: number) => ({ due: day(offset), to: timeOf(to) });
  const runs = ({ id }: Subscribed) => bed.fakes.opened(id);
  /** Day on which each run was due, and minutes after the first due moment at which it was made. */
  const made = (subscribed: Subscribed) =>
    runs(subscribed).map((run) => [run.due, Math.floor((run.at - due) / MINUTE)]);
  const end = async ({ handle }: Subscribed) => {
    await bed.env.sleep(1000);
    await handle.cancel();
    await closed(handle);
  };
  const begin = (wish: Partial<Desired> = {}) => subscribe(bed, { desired: desired(wish) });
  const change = (subscribed: Subscribed, revision: number, wish: Partial<Desired> = {}) =>
    subscribed.apply(desired({ revision, ...wish }));

  it('skips the runs that it is told to, and tells when it really runs next', async () => {
    const subscribed = await begin();
    const view = await change(subscribed, 2, { exceptions: skip(0, 2) });
    expect(view.nextRunAt).toBe(due + DAY);
    await bed.sleepUntil(due + 3 * DAY + MINUTE);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(1), day(3)]);
    await end(subscribed);
  });

  it('makes a run that is not to be skipped after all', async () => {
    const subscribed = await begin({ exceptions: skip(0) });
    expect((await change(subscribed, 2)).nextRunAt).toBe(due);
    await bed.sleepUntil(due + MINUTE);
    expect(runs(subscribed)).toHaveLength(1);
    await end(subscribed);
  });

  it('brings no run back when an old skip is forgotten', async () => {
    const subscribed = await begin({ exceptions: skip(0), catchUp: 'all' });
    await bed.sleepUntil(due + HOUR);
    expect((await change(subscribed, 2, { catchUp: 'all' })).nextRunAt).toBe(due + DAY);
    await bed.sleepUntil(due + DAY + MINUTE);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(1)]);
    await end(subscribed);
  });

  it('makes a moved run once, at its new moment, with its own period and id', async () => {
    const subscribed = await begin();
    await change(subscribed, 2, { exceptions: [move(0, due + 5 * HOUR)] });
    await bed.sleepUntil(due + DAY + MINUTE);
    expect(made(subscribed)).toEqual([
      [day(0), 300],
      [day(1), 24 * 60],
    ]);
    expect(runs(subscribed)[0]).toMatchObject({
      runId: scheduledRunId(subscribed.id, day(0)),
      period: { start: day(-1), end: day(0) },
    });
    await end(subscribed);
  });

  it('makes runs that were moved past each other, each once', async () => {
    const exceptions = [move(0, due + 2 * DAY + HOUR), move(2, due + HOUR)];
    const subscribed = await begin({ exceptions });
    await bed.sleepUntil(due + 4 * DAY + MINUTE);
    expect(made(subscribed)).toEqual([
      [day(2), 60],
      [day(1), 24 * 60],
      [day(0), 49 * 60],
      [day(3), 72 * 60],
      [day(4), 96 * 60],
    ]);
    await end(subscribed);
  });

  it('makes both of two runs that fall on one moment', async () => {
    const subscribed = await begin({ exceptions: [move(0, due + DAY)] });
    await bed.sleepUntil(due + 2 * DAY + MINUTE);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(1), day(0), day(2)]);
    await end(subscribed);
  });

  it('never makes a run again that was moved once it was made', async () => {
    const subscribed = await begin();
    await bed.sleepUntil(due + MINUTE);
    await change(subscribed, 2, { exceptions: [move(0, due + 3 * HOUR)] });
    await bed.sleepUntil(due + DAY + MINUTE);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(0), day(1)]);
    expect((await subscribed.view()).runCount).toBe(2);
    await end(subscribed);
  });

  it('obeys a skip that comes while the run before is under way', async () => {
    const subscribed = await begin();
    const held = bed.fakes.hold('render');
    const skipping = bed.sleepUntil(due + MINUTE);
    await held.reached;
    expect((await change(subscribed, 2, { exceptions: skip(1) })).nextRunAt).toBe(due + 2 * DAY);
    held.release();
    await skipping;
    await bed.sleepUntil(due + 2 * DAY + MINUTE);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(0), day(2)]);
    await end(subscribed);
  });

  it('finishes the run under way when it is snoozed, and sleeps until the day', async () => {
    const subscribed = await begin();
    const held = bed.fakes.hold('render');
    const skipping = bed.sleepUntil(due + MINUTE);
    await held.reached;
    expect((await change(subscribed, 2, { snoozedUntil: day(3) })).nextRunAt).toBe(due + 3 * DAY);
    held.release();
    await skipping;
    await bed.sleepUntil(due + 3 * DAY + MINUTE);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(0), day(3)]);
    expect(bed.fakes.outcome(scheduledRunId(subscribed.id, day(0)))?.status).toBe('completed');
    await end(subscribed);
  });

  it('wakes up when the snooze is ended before its day', async () => {
    const subscribed = await begin({ snoozedUntil: day(9), catchUp: 'all' });
    await bed.sleepUntil(due + 2 * DAY + HOUR);
    expect((await change(subscribed, 2, { catchUp: 'all' })).nextRunAt).toBe(due + 3 * DAY);
    await end(subscribed);
  });

  it('keeps holidays, and makes a run moved onto one all the same', async () => {
    const holidays: Holidays = { dates: [day(0), day(1)], policy: 'skip' };
    const subscribed = await begin({ holidays, exceptions: [move(0, due + DAY + HOUR)] });
    await bed.sleepUntil(due + 2 * DAY + MINUTE);
    expect(made(subscribed)).toEqual([
      [day(0), 25 * 60],
      [day(2), 48 * 60],
    ]);
    await end(subscribed);
  });

  it('makes up no run that new holidays would have moved to the past', async () => {
    const schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'UTC' } as const;
    const isMonday = (epochMs: number) => new Date(epochMs).getUTCDay() === 1;
    let monday = due;
    while (!isMonday(monday)) monday += DAY;
    // On the Sunday before, Monday becomes a holiday: the working day before it was Friday.
    await bed.sleepUntil(monday - DAY);
    const subscribed = await begin({ schedule, catchUp: 'all' });
    const holidays: Holidays = { dates: [dateOf(monday)], policy: 'previous-working-day' };
    const view = await change(subscribed, 2, { schedule, catchUp: 'all', holidays });
    expect(view.nextRunAt).toBe(monday + 7 * DAY);
    await end(subscribed);
  });

  it('tells a run that it is late, and no other', async () => {
    await bed.sleepUntil(due - 2 * HOUR);
    const subscribed = await subscribe(bed, {
      desired: desired({ catchUp: 'all' }),
      doneUntil: due - 3 * DAY,
    });
    await bed.sleepUntil(due + MINUTE);
    expect(runs(subscribed).map(({ late }) => late?.dueAt.slice(0, 10))).toEqual([
      day(-2),
      day(-1),
      undefined,
    ]);
    await end(subscribed);
  });

  it('makes the last run that is due by the closing of the study, then ends and says why', async () => {
    const subscribed = await begin({ until: day(9) });
    await change(subscribed, 2, { until: day(9), closedAt: day(1) });
    await bed.sleepUntil(due + DAY + MINUTE);
    await closed(subscribed.handle);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(0), day(1)]);
    expect(bed.fakes.inputs('recordSubscription').at(-1)?.why).toEqual([
      { code: 'study-closed', values: { day: day(1) } },
    ]);
  });

  it('goes on when the study is opened again before it closed', async () => {
    const subscribed = await begin({ closedAt: day(0) });
    await change(subscribed, 2);
    await bed.sleepUntil(due + DAY + MINUTE);
    expect(runs(subscribed).map((run) => run.due)).toEqual([day(0), day(1)]);
    await end(subscribed);
  });

  it('makes its runs for the new owner once it is handed over', async () => {
    const subscribed = await begin();
    await bed.sleepUntil(due + MINUTE);
    await change(subscribed, 2, { ownerId: 'usr_new' });
    await bed.sleepUntil(due + DAY + MINUTE);
    expect(runs(subscribed).map(({ requestedBy }) => requestedBy)).toEqual(['usr_owner', 'usr_new']);
    const { typedSearchAttributes } = await subscribed.handle.describe();
    const shown = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
    expect(Object.fromEntries(shown)).toMatchObject({ RequestedBy: 'usr_new' });
    await end(subscribed);
  });

  it('names the nth weekday of the month', async () => {
    const on = { nth: 2, weekday: 'tuesday' } as const;
    const schedule = { every: 'month', on, at: '08:00', timeZone: 'UTC' } as const;
    const subscribed = await begin({ schedule });
    await bed.sleepUntil(due + 100 * DAY);
    expect(runs(subscribed).length).toBeGreaterThanOrEqual(3);
    for (const run of runs(subscribed)) {
      expect(new Date(run.at).getUTCDay()).toBe(2);
      expect([8, 9, 10, 11, 12, 13, 14]).toContain(Number(run.due.slice(8)));
    }
    await end(subscribed);
  });
});
