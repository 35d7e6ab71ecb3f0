/** Medium: Temporal's time-skipping server and the real workflow bundle; the stages are in-memory fakes. */
import { TIME_ZONE_DATA } from '@rounds/adapters/time-zone-data';
import { RoundsError } from '@rounds/contracts/errors';
import { requestedRunId, scheduledRunId } from '@rounds/contracts/ids';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import type { RunOutcome } from '@rounds/contracts/run';
import type { CatchUp } from '@rounds/contracts/schedule';
import type { subscription } from '../src/index.ts';
import { applyUpdate, cancelSignal, pauseSignal, resumeSignal } from '../src/subscription.workflow.ts';
import type { FakeStages } from './fake-stages.ts';
import { openTestBed, type TestBed } from './test-bed.ts';
import {
  closed,
  DAILY,
  DAY,
  desired,
  HOUR,
  MINUTE,
  nextEight,
  request,
  startReport,
  state,
  subscribe,
  type Subscribed,
} from './subscribe.ts';

const dateOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

describe('steering a subscription', () => {
  let bed: TestBed;
  let fakes: FakeStages;
  /** The first run that is due in a test. */
  let due: number;
  beforeAll(async () => {
    bed = await openTestBed();
    fakes = bed.fakes;
  });
  beforeEach(async () => {
    fakes.reset();
    due = nextEight(await bed.now());
    // Well before it is due, whatever the tests before did to the clock.
    if (due - (await bed.now()) < HOUR) {
      await bed.sleepUntil(due + MINUTE);
      due += DAY;
    }
  });
  afterAll(() => bed.close());

  /** Time is only skipped while no run is under way: a parent that ends before its child leaves it stopped. */
  const end = async ({ handle }: Subscribed) => {
    await bed.env.sleep(1000);
    await handle.cancel();
    await closed(handle);
  };
  const days = (id: string) => fakes.opened(id).map((run) => run.due);
  const dates = (...offsets: number[]) => offsets.map((offset) => dateOf(due + offset * DAY));
  /** Until the fakes have seen what the workflow does in the background, in real time. */
  const eventually = async (isSo: () => boolean) => {
    for (let tries = 0; tries < 400 && !isSo(); tries += 1) await new Promise((done) => setTimeout(done, 10));
    expect(isSo()).toBe(true);
  };
  const status = async ({ handle }: Subscribed) => (await handle.describe()).status.name;

  it('tells what it will do next, and records it', async () => {
    const subscribed = await subscribe(bed);
    expect(await subscribed.apply(desired())).toEqual({
      status: 'active',
      appliedRevision: 1,
      nextRunAt: due,
      zones: TIME_ZONE_DATA,
      runCount: 0,
    });
    await eventually(() => fakes.inputs('recordSubscription').length > 0);
    expect(fakes.inputs('recordSubscription')).toEqual([
      { subscriptionId: subscribed.id, appliedRevision: 1, nextRunAt: due, zones: TIME_ZONE_DATA },
    ]);
    await bed.sleepUntil(due + MINUTE);
    expect(await subscribed.view()).toMatchObject({
      nextRunAt: due + DAY,
      runCount: 1,
      lastRunId: scheduledRunId(subscribed.id, dateOf(due)),
    });
    await end(subscribed);
  });

  describe('pause and resume', () => {
    it('skips what is due while paused, and goes on with what is due after', async () => {
      const subscribed = await subscribe(bed);
      expect(await subscribed.apply(desired({ revision: 2, status: 'paused' }))).toMatchObject({
        status: 'paused',
        nextRunAt: null,
      });
      await bed.sleepUntil(due + 2 * DAY + HOUR);
      expect(await subscribed.apply(desired({ revision: 3 }))).toMatchObject({ nextRunAt: due + 3 * DAY });
      await bed.sleepUntil(due + 3 * DAY + HOUR);
      expect(days(subscribed.id)).toEqual(dates(3));
      await end(subscribed);
    });

    it('lets the run under way end', async () => {
      const subscribed = await subscribe(bed);
      const held = fakes.hold('render');
      const skipping = bed.sleepUntil(due + MINUTE);
      await held.reached;
      await subscribed.apply(desired({ revision: 2, status: 'paused' }));
      held.release();
      await skipping;
      await bed.sleepUntil(due + 2 * DAY);
      expect(days(subscribed.id)).toEqual(dates(0));
      expect(fakes.outcome(scheduledRunId(subscribed.id, dateOf(due)))?.status).toBe('completed');
      expect((await subscribed.view()).status).toBe('paused');
      await end(subscribed);
    });

    it('is heard before the first plan is made', async () => {
      const initial = state(await bed.now());
      const startWorkflowOperation = new WithStartWorkflowOperation<typeof subscription>('subscription', {
        workflowId: `subscription/${initial.subscriptionId}`,
        taskQueue: TASK_QUEUES.workflows,
        args: [initial],
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
      const view = await bed.env.client.workflow.executeUpdateWithStart(applyUpdate, {
        args: [desired({ revision: 2, status: 'paused' })],
        startWorkflowOperation,
      });
      expect(view).toMatchObject({ status: 'paused', appliedRevision: 2, nextRunAt: null });
      await bed.sleepUntil(due + HOUR);
      expect(days(initial.subscriptionId)).toEqual([]);
      await bed.env.sleep(1000);
      await (await startWorkflowOperation.workflowHandle()).cancel();
    });
  });

  describe('change', () => {
    it('follows the new schedule from the moment of the change, and makes up no runs of the past', async () => {
      const subscribed = await subscribe(bed);
      await bed.sleepUntil(due + HOUR);
      // 08:30 of today is past already.
      const view = await subscribed.apply(desired({ revision: 2, schedule: { ...DAILY, at: '08:30' } }));
      expect(view.nextRunAt).toBe(due + DAY + 30 * MINUTE);
      await bed.sleepUntil(due + 2 * DAY);
      expect(fakes.opened(subscribed.id).map(({ at }) => Math.round((at - due) / MINUTE))).toEqual([
        0,
        24 * 60 + 30,
      ]);
      await end(subscribed);
    });

    it('during a run changes the next one only', async () => {
      const subscribed = await subscribe(bed);
      const held = fakes.hold('freezeCut');
      const skipping = bed.sleepUntil(due + MINUTE);
      await held.reached;
      const view = await subscribed.apply(desired({ revision: 2, schedule: { ...DAILY, at: '20:00' } }));
      // The run of today is begun: it does not come again in the evening, and is not promised.
      const made = dates(0);
      expect(view).toMatchObject({ appliedRevision: 2, nextRunAt: due + DAY + 12 * HOUR, made });
      held.release();
      await skipping;
      await bed.sleepUntil(due + DAY + 13 * HOUR);
      expect(days(subscribed.id)).toEqual(dates(0, 1));
      await eventually(() => fakes.inputs('recordSubscription').at(-1)?.made?.length === 2);
      await end(subscribed);
    });

    it('starts no due run beside another that is under way, but after it', async () => {
      // Both are moved to one minute: when the first is under way, the second is due.
      const exceptions = [1, 2].map((day) => ({ due: dateOf(due + day * DAY), to: `${dateOf(due)}T08:30` }));
      const subscribed = await subscribe(bed, { desired: desired({ exceptions }) });
      await bed.sleepUntil(due + MINUTE);
      const held = fakes.hold('freezeCut');
      const skipping = bed.sleepUntil(due + 31 * MINUTE);
      await held.reached;
      expect(days(subscribed.id)).toEqual(dates(0, 1));
      const schedule = { ...DAILY, at: '09:00' };
      const view = await subscribed.apply(desired({ revision: 2, exceptions, schedule }));
      // Of the three days none comes again.
      expect(view).toMatchObject({ made: dates(0, 1, 2), nextRunAt: due + 3 * DAY + HOUR });
      expect(days(subscribed.id)).toEqual(dates(0, 1));
      held.release();
      await skipping;
      await eventually(() => days(subscribed.id).length === 3);
      const named = (name: string) => fakes.calls.filter((call) => call.name === name);
      expect(days(subscribed.id)).toEqual(dates(0, 1, 2));
      expect(named('openRun')[2]?.at).toBeGreaterThanOrEqual(named('closeRun')[1]?.at ?? Infinity);
      await bed.sleepUntil(due + 2 * HOUR);
      await end(subscribed);
    });

    it('ignores a wish that is older than the one it follows', async () => {
      const subscribed = await subscribe(bed);
      await subscribed.apply(desired({ revision: 5, schedule: { ...DAILY, at: '09:00' } }));
      const view = await subscribed.apply(desired({ revision: 4, status: 'paused' }));
      expect(view).toMatchObject({ status: 'active', appliedRevision: 5, nextRunAt: due + HOUR });
      await end(subscribed);
    });

    it('ends after the last day that was asked for, and records why', async () => {
      const subscribed = await subscribe(bed, { desired: desired({ until: dateOf(due + DAY) }) });
      await bed.sleepUntil(due + DAY + MINUTE);
      await closed(subscribed.handle);
      expect(days(subscribed.id)).toEqual(dates(0, 1));
      expect(fakes.inputs('recordSubscription').at(-1)?.ended).toBe('last-day-passed');
    });

    it('goes on when it is made to last longer while its end is being recorded', async () => {
      const held = fakes.hold('recordSubscription', '"ended"');
      const subscribed = await subscribe(bed, { desired: desired({ until: dateOf(due - 2 * DAY) }) });
      await held.reached;
      const longer = subscribed.apply(desired({ revision: 2 }));
      held.release();
      expect(await longer).toMatchObject({ status: 'active', appliedRevision: 2, nextRunAt: due });
      await end(subscribed);
    });
  });

  describe('run now', () => {
    it('answers with the run once it is started, also while paused and beside a scheduled run', async () => {
      const subscribed = await subscribe(bed);
      const held = fakes.hold('freezeCut');
      const skipping = bed.sleepUntil(due + MINUTE);
      await held.reached;
      expect(await subscribed.runNow('first')).toEqual({ runId: requestedRunId(subscribed.id, 'first') });
      await subscribed.apply(desired({ revision: 2, status: 'paused' }));
      expect(await subscribed.runNow('second')).toEqual({ runId: requestedRunId(subscribed.id, 'second') });
      held.release();
      await skipping;
      await eventually(() => fakes.outcome(requestedRunId(subscribed.id, 'second')) !== undefined);
      expect(fakes.opened(subscribed.id)).toHaveLength(3);
      await end(subscribed);
    });

    it('covers the days before today, and leaves the schedule alone', async () => {
      const subscribed = await subscribe(bed);
      await subscribed.runNow('a');
      await eventually(() => fakes.opened(subscribed.id).length === 1);
      const today = dateOf(await bed.now());
      expect(fakes.opened(subscribed.id)[0]).toMatchObject({
        trigger: 'run-now',
        due: today,
        period: { end: today, start: dateOf(Date.parse(today) - DAY) },
      });
      expect((await subscribed.view()).nextRunAt).toBe(due);
      await end(subscribed);
    });

    it('finds the same run for the same request', async () => {
      const subscribed = await subscribe(bed);
      const [first, second] = await Promise.all([subscribed.runNow('twice'), subscribed.runNow('twice')]);
      expect(second).toEqual(first);
      await eventually(() => fakes.outcome(first.runId) !== undefined);
      expect(await subscribed.runNow('twice')).toEqual(first);
      expect(fakes.opened(subscribed.id)).toHaveLength(1);
      await end(subscribed);
    });

    it.each(['', 'a b', '2026-11-23', 'x'.repeat(101)])('refuses the request id %j', async (requestId) => {
      const subscribed = await subscribe(bed);
      await expect(subscribed.runNow(requestId)).rejects.toThrow(WorkflowUpdateFailedError);
      await end(subscribed);
    });
  });

  it('ends when it is cancelled', async () => {
    const subscribed = await subscribe(bed);
    const view = await subscribed.apply(desired({ revision: 2, status: 'cancelled' }));
    expect(view).toMatchObject({ status: 'cancelled', nextRunAt: null });
    await closed(subscribed.handle);
    expect(fakes.inputs('recordSubscription').at(-1)).toEqual({
      subscriptionId: subscribed.id,
      appliedRevision: 2,
    });
    await bed.sleepUntil(due + HOUR);
    expect(days(subscribed.id)).toEqual([]);
  });

  describe("an operator's signal", () => {
    it('pauses, resumes and cancels, and the record follows', async () => {
      const subscribed = await subscribe(bed);
      await subscribed.handle.signal(pauseSignal);
      await eventually(() => fakes.inputs('recordSteering').length === 1);
      await bed.sleepUntil(due + HOUR);
      expect(await subscribed.view()).toMatchObject({ status: 'paused', appliedRevision: 2 });
      await subscribed.handle.signal(resumeSignal);
      await bed.sleepUntil(due + DAY + HOUR);
      expect(await subscribed.view()).toMatchObject({ status: 'active', appliedRevision: 3 });
      expect(days(subscribed.id)).toEqual(dates(1));
      await subscribed.handle.signal(cancelSignal);
      await closed(subscribed.handle);
      expect(fakes.inputs('recordSteering').map(({ action }) => action)).toEqual([
        'pause',
        'resume',
        'cancel',
      ]);
    });

    it('works at once while the record cannot be written', async () => {
      const subscribed = await subscribe(bed);
      fakes.failFirst(
        'recordSteering',
        30,
        () => new RoundsError('DEPENDENCY_DOWN', 'MongoDB does not answer.'),
      );
      await subscribed.handle.signal(pauseSignal);
      await bed.sleepUntil(due + MINUTE);
      expect(days(subscribed.id)).toEqual([]);
      expect((await subscribed.view()).status).toBe('paused');
      await bed.sleepUntil(due + DAY);
      expect((await subscribed.view()).appliedRevision).toBe(2);
      fakes.reset();
      await end(subscribed);
    });
  });

  describe('outlives its runs', () => {
    it('when one fails for good', async () => {
      fakes.on('freezeCut', () => {
        throw new RoundsError('CUT_CORRUPT', 'The cut is not what its manifest says.');
      });
      const subscribed = await subscribe(bed);
      await bed.sleepUntil(due + 2 * DAY + MINUTE);
      expect(days(subscribed.id)).toEqual(dates(0, 1, 2));
      expect(await status(subscribed)).toBe('RUNNING');
      await end(subscribed);
    });

    it('when one was started before', async () => {
      const subscribed = await subscribe(bed);
      const runId = scheduledRunId(subscribed.id, dateOf(due));
      const earlier = await startReport(
        bed,
        request({ runId, subscriptionId: subscribed.id, due: dateOf(due), timeZone: 'UTC' }),
      );
      await closed(earlier);
      await bed.sleepUntil(due + DAY + MINUTE);
      expect(days(subscribed.id)).toEqual(dates(0, 1));
      await end(subscribed);
    });

    it('and makes a scheduled run wait for the one before it', async () => {
      fakes.on('freezeCut', ({ runId }, attempt) => {
        // The first run is held up for about a day and a half.
        if (runId.endsWith(dateOf(due)) && attempt < 220)
          throw new RoundsError('DEPENDENCY_DOWN', 'MongoDB does not answer.');
        return { manifestKey: 'm', sha256: 'h', rows: 1, documents: 0 };
      });
      const subscribed = await subscribe(bed);
      await bed.sleepUntil(due + 3 * DAY + HOUR);
      const ends = new Map(
        fakes.calls
          .filter(({ name }) => name === 'closeRun')
          .map(({ input, at }) => [(input as RunOutcome).runId, at]),
      );
      const runs = fakes.opened(subscribed.id);
      expect(runs.length).toBeGreaterThanOrEqual(3);
      for (const [index, { at }] of runs.slice(1).entries())
        expect(at).toBeGreaterThanOrEqual(ends.get(runs[index]?.runId ?? '') ?? Infinity);
      await end(subscribed);
    });
  });

  describe('after a downtime of three days', () => {
    const after = async (catchUp: CatchUp) => {
      const subscribed = await subscribe(bed, {
        desired: desired({ catchUp }),
        doneUntil: due - 4 * DAY,
      });
      await bed.sleepUntil(due + HOUR);
      const found = days(subscribed.id);
      await end(subscribed);
      return found;
    };

    it('makes the latest run that was missed, at once', async () => {
      expect(await after('latest')).toEqual(dates(-1, 0));
    });

    it('makes all that were missed, in their order', async () => {
      expect(await after('all')).toEqual(dates(-3, -2, -1, 0));
    });

    it('makes none of them', async () => {
      expect(await after('skip')).toEqual(dates(0));
    });
  });

  it('begins a new history when the old one grows long, without any run', async () => {
    const subscribed = await subscribe(bed);
    const first = (await subscribed.handle.describe()).runId;
    // The server suggests it from 4,096 events on; a signal that nobody handles is the cheapest event.
    for (let sent = 0; sent < 4_100; sent += 100)
      await Promise.all(Array.from({ length: 100 }, () => subscribed.handle.signal('unknown')));
    expect(await subscribed.apply(desired({ revision: 2 }))).toMatchObject({ appliedRevision: 2 });
    await bed.env.sleep(1000);
    expect((await subscribed.handle.describe()).runId).not.toBe(first);
    expect(await subscribed.view()).toMatchObject({ appliedRevision: 2, nextRunAt: due });
    await end(subscribed);
  });
});
