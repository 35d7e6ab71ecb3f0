/**
 * Medium: Temporal's dev server, for what the time-skipping one lacks or does otherwise: search attributes and
 * queries by them, schedules, resets, workers that go away, and what really lies in a history. Time is real here:
 * the planning is a fake by which a run is due every three seconds. The stages are in-memory fakes.
 */
import { systemClock } from '@rounds/adapters/clock';
import { uniqueName, serverSetting } from '@rounds/adapters/testing/servers';
import {
  connectTemporal,
  connectionOptions,
  type Temporal,
  type TemporalConfig,
} from '@rounds/adapters/temporal/client';
import { encryptionCodec, parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { assertSearchAttributes, setupTemporal } from '@rounds/adapters/temporal/setup';
import type { PlanActivities } from '@rounds/contracts/activities';
import type { NextRun } from '@rounds/contracts/timetable';
import { RoundsError } from '@rounds/contracts/errors';
import { reportWorkflowId, requestedRunId } from '@rounds/contracts/ids';
import { SCHEDULES, TASK_QUEUES } from '@rounds/contracts/queues';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { NativeConnection } from '@temporalio/worker';
import { pauseSignal, resumeSignal } from '../src/subscription.workflow.ts';
import { FakeStages, ready } from './fake-stages.ts';
import { DAILY, DAY, desired, HOUR, subscribe, type Subscribed } from './subscribe.ts';
import { CODEC_KEYS, POLICY, quietRuntime, startWorkers } from './test-bed.ts';

const STEP_MS = 3_000;
/** Started, task scheduled, task started, task completed. */
const FIRST_TASK_COMPLETED = 4;
const NEVER = desired({ schedule: { ...DAILY, at: '23:59' } });

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const until = async (isSo: () => boolean | Promise<boolean>, what: string) => {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (await isSo()) return;
    await pause(10);
  }
  throw new Error(`waited in vain until ${what}`);
};

/** The day that stands for a moment's three seconds. */
const dayOf = (epochMs: number): string =>
  new Date((Math.floor(epochMs / STEP_MS) % 20_000) * DAY).toISOString().slice(0, 10);

interface FakePlan {
  readonly after: number;
  readonly at: string;
  readonly skipped?: readonly string[];
}

/** Due every three seconds, each with a day of its own; a schedule at 23:59 is due in an hour. */
const everyThreeSeconds = ({ after, at: wanted, skipped = [] }: FakePlan): NextRun => {
  const step = Math.floor(after / STEP_MS) + 1;
  const day = (offset: number) => dayOf((step + offset) * STEP_MS);
  if (skipped.includes(day(0))) return everyThreeSeconds({ after: after + STEP_MS, at: wanted, skipped });
  const at = wanted === '23:59' ? systemClock().getTime() + HOUR : step * STEP_MS;
  return { due: day(0), at, local: new Date(at).toISOString(), period: { start: day(-1), end: day(0) } };
};

const plan: PlanActivities = {
  planNextRun: ({ after, schedule, exceptions = [] }) =>
    Promise.resolve(everyThreeSeconds({ after, at: schedule.at, skipped: exceptions.map(({ due }) => due) })),
  planRunNow: ({ schedule, now }) => Promise.resolve(everyThreeSeconds({ after: now, at: schedule.at })),
  runPolicy: () => Promise.resolve({ ...POLICY, firstRetryMs: 50 }),
};

describe("on Temporal's dev server", () => {
  const namespace = uniqueName('rounds');
  let config: TemporalConfig;
  let temporal: Temporal;
  let connection: NativeConnection;
  let stopWorkers: () => Promise<void>;
  const fakes = new FakeStages();
  /** To messages that were sent while no worker ran. */
  const answers: Promise<unknown>[] = [];
  const startAll = async () => {
    stopWorkers = await startWorkers({ connection, namespace, fakes, plan });
  };

  beforeAll(async () => {
    quietRuntime();
    config = {
      TEMPORAL_ADDRESS: serverSetting('TEMPORAL_ADDRESS'),
      TEMPORAL_NAMESPACE: namespace,
      TEMPORAL_TLS: false,
      ROUNDS_CODEC_KEYS: CODEC_KEYS,
    };
    temporal = connectTemporal(config);
    [connection] = await Promise.all([
      NativeConnection.connect(connectionOptions(config)),
      setupTemporal(config, { reconcileSeconds: 3600 }),
    ]);
    await startAll();
  });
  beforeEach(() => {
    fakes.reset();
  });
  afterAll(async () => {
    await Promise.all(answers);
    await stopWorkers();
    await connection.close();
    await temporal.close();
  });

  const surroundings = () => ({
    client: temporal.client,
    fakes,
    now: () => Promise.resolve(systemClock().getTime()),
  });
  const statusOf = async (workflowId: string) =>
    (await temporal.client.workflow.getHandle(workflowId).describe()).status.name;
  const ends = async (workflowId: string, status: string) => {
    await until(async () => (await statusOf(workflowId)) !== 'RUNNING', `${workflowId} ends`);
    expect(await statusOf(workflowId)).toBe(status);
  };
  const retire = async ({ handle }: Subscribed) => {
    await handle.cancel();
    await ends(handle.workflowId, 'CANCELLED');
  };
  const triggers = ({ id }: Subscribed) => fakes.opened(id).map(({ trigger }) => trigger);

  describe('set-up', () => {
    it('makes namespace, search attributes and schedule, and changes nothing but the interval when run again', async () => {
      await setupTemporal(config, { reconcileSeconds: 7200, retentionDays: 3 });
      const { config: held } = await temporal.connection.workflowService.describeNamespace({ namespace });
      expect(tsToMs(held?.workflowExecutionRetentionTtl)).toBe(30 * DAY);
      const { spec } = await temporal.client.schedule.getHandle(SCHEDULES.reconciliation).describe();
      expect(spec.intervals?.map(({ every }) => every)).toEqual([7_200_000]);
      await expect(assertSearchAttributes(temporal.connection, namespace)).resolves.toBeUndefined();
    });

    it("makes a schedule's policy and action as they are now, and leaves one paused that an operator paused", async () => {
      const handle = temporal.client.schedule.getHandle(SCHEDULES.retention);
      const asMade = await handle.describe();
      await handle.update((held) => ({
        ...held,
        policies: { overlap: 'BUFFER_ALL', catchupWindow: '1 day' },
        action: { ...held.action, taskQueue: 'elsewhere' },
        state: { ...held.state, paused: true, note: 'by an operator' },
      }));
      await setupTemporal(config, { reconcileSeconds: 7200 });
      const { policies, action, state } = await handle.describe();
      expect({ policies, action }).toEqual({ policies: asMade.policies, action: asMade.action });
      expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 10_000 });
      expect(action).toMatchObject({ taskQueue: TASK_QUEUES.workflows });
      expect(state).toMatchObject({ paused: true, note: 'by an operator' });
      await handle.unpause();
    });

    it('stops a worker in a namespace that was not set up, and says what to do', async () => {
      const bare = uniqueName('bare');
      await temporal.connection.workflowService.registerNamespace({
        namespace: bare,
        workflowExecutionRetentionPeriod: msToTs(DAY),
      });
      await expect(assertSearchAttributes(temporal.connection, bare)).rejects.toThrow(
        /StudyId.*rounds setup/,
      );
    });

    it('reconciles on its schedule', async () => {
      await temporal.client.schedule.getHandle(SCHEDULES.reconciliation).trigger();
      await until(() => fakes.inputs('applyPending').length === 1, 'records and workflows are reconciled');
    });
  });

  describe('for operators', () => {
    it('finds runs by their search attributes and tells what they are', async () => {
      const subscribed = await subscribe(surroundings(), { desired: NEVER });
      const { runId } = await subscribed.runNow('look');
      await ends(reportWorkflowId(runId), 'COMPLETED');
      const query = `WorkflowType = 'report' AND SubscriptionId = '${subscribed.id}' AND RunStatus = 'completed' AND StudyId = 'STUDY01' AND RequestedBy = 'usr_owner'`;
      await until(async () => (await temporal.client.workflow.count(query)).count === 1, 'the run is found');
      const description = await temporal.client.workflow.getHandle(reportWorkflowId(runId)).describe();
      expect(await description.staticSummary()).toMatch(/^study-weekly of STUDY01, due /);
      expect(await description.staticDetails()).toContain('run-now');
      expect(description.memo).toMatchObject({ runId, trigger: 'run-now' });
      expect(await currentDetails(reportWorkflowId(runId))).toMatch(/^\*\*completed\*\*, complete \(100 %\)/);
      await retire(subscribed);
    });

    it('keeps what a subscription says of itself over its continuations', async () => {
      const subscribed = await subscribe(surroundings(), { desired: NEVER });
      const first = (await subscribed.handle.describe()).runId;
      const { runId } = await subscribed.runNow('once');
      await until(async () => (await subscribed.handle.describe()).runId !== first, 'it continues as new');
      const query = `WorkflowType = 'subscription' AND ExecutionStatus = 'Running' AND RunStatus = 'completed'`;
      await until(async () => (await temporal.client.workflow.count(query)).count === 1, 'it is found');
      await until(
        async () =>
          (await currentDetails(subscribed.handle.workflowId)).includes(`last run: \`${runId}\` completed`),
        'its details name the run',
      );
      await retire(subscribed);
    });

    const currentDetails = async (workflowId: string): Promise<string> => {
      const metadata = await temporal.client.workflow
        .getHandle(workflowId)
        .query<{ currentDetails?: string }>('__temporal_workflow_metadata');
      return metadata.currentDetails ?? '';
    };
  });

  describe('right at the due moment, with all workers away', () => {
    /** A subscription whose next run is due while no worker runs. */
    const overslept = async (): Promise<Overslept> => {
      for (;;) {
        const subscribed = await subscribe(surroundings());
        const isRecorded = () =>
          fakes.inputs('recordSubscription').some(({ subscriptionId }) => subscriptionId === subscribed.id);
        await until(isRecorded, 'the first plan is recorded');
        // Then nothing is under way: a task that is cut off by the stop would be tried again ten seconds later.
        await pause(200);
        const { nextRunAt } = await subscribed.view();
        await stopWorkers();
        const left = (nextRunAt ?? 0) - systemClock().getTime();
        if (left > 0) {
          await pause(left + 100);
          return { ...subscribed, due: dayOf(nextRunAt ?? 0) };
        }
        // The workers took too long to stop and saw the moment themselves.
        await startAll();
        await retire(subscribed);
      }
    };

    const atDue = async (message: (subscribed: Overslept) => Promise<unknown>) => {
      const subscribed = await overslept();
      // The server has both the timer that fired and the message before any worker sees one of them.
      answers.push(message(subscribed));
      await pause(100);
      await startAll();
      // The first answer takes the server ten more seconds to hand out; doing it again does nothing more.
      await message(subscribed);
      return subscribed;
    };

    it('makes the run that is due and then follows a change', async () => {
      const subscribed = await atDue(({ apply }) => apply({ ...NEVER, revision: 2 }));
      const { appliedRevision, runCount } = await subscribed.view();
      expect(appliedRevision).toBe(2);
      expect(runCount).toBeGreaterThan(0);
      await pause(1.5 * STEP_MS);
      expect((await subscribed.view()).runCount).toBe(runCount);
      await retire(subscribed);
    });

    it('obeys a skip of that very run, and makes the one after it', async () => {
      const { due, ...subscribed } = await atDue(({ apply, due }) =>
        apply(desired({ revision: 2, exceptions: [{ due, to: null }] })),
      );
      await until(() => fakes.opened(subscribed.id).length > 0, 'a later run is made');
      expect(fakes.opened(subscribed.id).map((run) => run.due)).not.toContain(due);
      await retire(subscribed);
    });

    it('obeys a pause and a cancellation', async () => {
      const paused = await atDue(({ apply }) => apply(desired({ revision: 2, status: 'paused' })));
      const cancelled = await atDue(({ apply }) => apply(desired({ revision: 2, status: 'cancelled' })));
      await ends(cancelled.handle.workflowId, 'COMPLETED');
      expect(triggers(paused)).toEqual([]);
      expect(triggers(cancelled)).toEqual([]);
      await retire(paused);
    });

    it('makes both the run that is due and the one asked for', async () => {
      const subscribed = await atDue(({ runNow }) => runNow('at-due'));
      await until(() => new Set(triggers(subscribed)).size === 2, 'both are made');
      await until(async () => (await subscribed.view()).runCount >= 2, 'both are counted');
      await retire(subscribed);
    });
  });

  describe('cancelled during a run', () => {
    it.each([
      [
        'by its record',
        'COMPLETED',
        ({ apply }: Subscribed) => apply({ ...NEVER, revision: 2, status: 'cancelled' }),
      ],
      ['in Temporal', 'CANCELLED', ({ handle }: Subscribed) => handle.cancel()],
    ] as const)('%s: ends as %s, and the run is finished', async (_how, status, cancel) => {
      const subscribed = await subscribe(surroundings(), { desired: NEVER });
      const held = fakes.hold('render', subscribed.id);
      const { runId } = await subscribed.runNow('held');
      await held.reached;
      await cancel(subscribed);
      await ends(subscribed.handle.workflowId, status);
      held.release();
      await ends(reportWorkflowId(runId), 'COMPLETED');
      const steered = fakes
        .inputs('recordSteering')
        .filter(({ subscriptionId }) => subscriptionId === subscribed.id);
      expect(steered.map(({ action }) => action)).toEqual(status === 'CANCELLED' ? ['cancel'] : []);
    });
  });

  it('loses no update, no signal and no run asked for over many continuations', async () => {
    const count = 18;
    const subscribed = await subscribe(surroundings(), { desired: NEVER });
    const executionOf = async () => (await subscribed.handle.describe()).runId;
    const executions = new Set<string>();
    const sent: Promise<void>[] = [];
    const send = async (index: number) => {
      if (index % 3 === 0) await subscribed.handle.signal(index % 2 === 0 ? pauseSignal : resumeSignal);
      const [run, view] = await Promise.all([
        subscribed.runNow(`request-${String(index)}`),
        // Far above what the signals make of the record's revision.
        subscribed.apply({ ...NEVER, revision: 1000 + index }),
      ]);
      expect(run.runId).toBe(requestedRunId(subscribed.id, `request-${String(index)}`));
      expect(view.appliedRevision).toBeGreaterThanOrEqual(1000 + index);
    };
    for (let index = 0; index < count; index += 3) {
      sent.push(send(index), send(index + 1), send(index + 2));
      const execution = await executionOf();
      executions.add(execution);
      // Every other burst comes about when the runs of the one before end, and with them the execution.
      const last = requestedRunId(subscribed.id, `request-${String(index + 2)}`);
      await until(() => fakes.outcome(last) !== undefined, 'the last run of a burst ends');
      if (index % 2 === 0)
        await until(async () => (await executionOf()) !== execution, 'it continues as new');
      await pause((index * 7) % 60);
    }
    await Promise.all(sent);
    const made = fakes.opened(subscribed.id).map(({ runId }) => runId);
    expect(made).toHaveLength(count);
    expect(new Set(made).size).toBe(count);
    const steered = fakes
      .inputs('recordSteering')
      .filter(({ subscriptionId }) => subscriptionId === subscribed.id);
    expect(steered).toHaveLength(count / 3);
    expect(executions.size).toBeGreaterThan(3);
    expect(await subscribed.view()).toMatchObject({ appliedRevision: 1000 + count - 1, runCount: count });
    await retire(subscribed);
  });

  it('finds the run under way again after a reset, and goes on', async () => {
    const subscribed = await subscribe(surroundings());
    const held = fakes.hold('render', subscribed.id);
    await held.reached;
    const { runId } = await subscribed.handle.describe();
    const reset = proto.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest.fromObject({
      namespace,
      workflowExecution: { workflowId: subscribed.handle.workflowId, runId },
      reason: 'test',
      requestId: uniqueName('reset'),
      workflowTaskFinishEventId: FIRST_TASK_COMPLETED,
    });
    await temporal.connection.workflowService.resetWorkflowExecution(reset);
    held.release();
    await until(() => fakes.opened(subscribed.id).length >= 2, 'a later run is made');
    const made = fakes.opened(subscribed.id).map((run) => run.runId);
    expect(new Set(made).size).toBe(made.length);
    await retire(subscribed);
  });

  it('leaves no word of a run readable in its history, not even of a failure', async () => {
    const secrets = [
      'usr_SENTINEL',
      'SENTINEL-SITE',
      'SENTINEL-PARAMETER',
      'SENTINEL-FAULT',
      'SENTINEL-CAUSE',
    ];
    fakes.on('openRun', () => ({
      ...ready([{ scope: { sites: ['SENTINEL-SITE'], unblinded: false }, recipients: ['usr_SENTINEL'] }]),
      parameters: { of: 'SENTINEL-PARAMETER' },
    }));
    fakes.failFirst('freezeCut', 1, () => new Error('SENTINEL-CAUSE'));
    fakes.on('render', () => {
      throw new RoundsError('RENDER_INCOMPLETE', 'SENTINEL-FAULT', { cause: new Error('SENTINEL-CAUSE') });
    });
    const subscribed = await subscribe(surroundings(), { desired: NEVER });
    const { runId } = await subscribed.runNow('secret');
    await ends(reportWorkflowId(runId), 'FAILED');
    const histories = [
      await rawHistory(reportWorkflowId(runId)),
      await rawHistory(subscribed.handle.workflowId, subscribed.handle.firstExecutionRunId),
    ];
    for (const history of histories)
      for (const secret of secrets) expect([secret, history.includes(secret)]).toEqual([secret, false]);
    // The same search finds what was there: it is the encryption that hides it.
    const readable = await Promise.all(histories.map(decrypted));
    for (const secret of secrets.filter((word) => word !== 'SENTINEL-CAUSE'))
      expect([secret, readable.some((text) => text.includes(secret))]).toEqual([secret, true]);
    // Unexpected errors are not even recorded in cipher.
    expect(readable.some((text) => text.includes('SENTINEL-CAUSE'))).toBe(false);
    await retire(subscribed);
  });

  const { History } = proto.temporal.api.history.v1;

  const rawHistory = async (workflowId: string, runId = ''): Promise<Buffer> => {
    const { history } = await temporal.connection.workflowService.getWorkflowExecutionHistory({
      namespace,
      execution: { workflowId, runId },
      maximumPageSize: 1000,
    });
    return Buffer.from(History.encode(history ?? {}).finish());
  };

  /** Every payload of the history, wherever it stands, as text. */
  const decrypted = async (history: Buffer): Promise<string> => {
    const codec = encryptionCodec(parseCodecKeys(CODEC_KEYS));
    const payloads = payloadsIn(History.decode(history));
    expect(payloads.length).toBeGreaterThan(3);
    const plain = await codec.decode(payloads);
    return plain.map(({ data }) => Buffer.from(data ?? []).toString()).join('\n');
  };
});

/** And the day of the run that was due meanwhile. */
type Overslept = Subscribed & { readonly due: string };

type Payload = proto.temporal.api.common.v1.IPayload;

const payloadsIn = (value: unknown): Payload[] => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if ('metadata' in value && 'data' in value) return [value as Payload];
  return Object.values(value).flatMap(payloadsIn);
};
