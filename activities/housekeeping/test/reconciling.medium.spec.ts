import { systemClock } from '@rounds/adapters/clock';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { BUILT_WORKFLOWS, serverSetting, uniqueName } from '@rounds/adapters/testing/servers';
import { connectTemporal, type Temporal } from '@rounds/adapters/temporal/client';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { dataConverter } from '@rounds/adapters/temporal/data-converter';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { withFaults } from '@rounds/adapters/temporal/with-faults';
import type { PlanActivities } from '@rounds/contracts/activities';
import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { reportWorkflowId, subscriptionWorkflowId, webhookWorkflowId } from '@rounds/contracts/ids';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import { runNowPlan } from '@rounds/contracts/schedule-arithmetic';
import { runToMake } from '@rounds/contracts/timetable-arithmetic';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createQueueActivities } from './queue-activities.ts';

/** Real: Temporal (a namespace of the test's own), the workflows, MongoDB. A record is written, and nobody tells. */
const config = {
  TEMPORAL_ADDRESS: serverSetting('TEMPORAL_ADDRESS'),
  TEMPORAL_NAMESPACE: uniqueName('reconciling'),
  TEMPORAL_TLS: false,
  ROUNDS_CODEC_KEYS: `test:${Buffer.alloc(32, 3).toString('base64')}`,
};
const converter = dataConverter(parseCodecKeys(config.ROUNDS_CODEC_KEYS));
const LONG_AGO = new Date(systemClock().getTime() - 60_000);

const planning: PlanActivities = {
  planNextRun: (input) => Promise.resolve(runToMake(input)),
  planRunNow: ({ schedule, now }) => Promise.resolve(runNowPlan(schedule, now)),
  runPolicy: () =>
    Promise.resolve({
      firstRetryMs: 1_000,
      attemptTimeoutMs: 60_000,
      stageDeadlineMs: 600_000,
      onDemandRetryMs: 60_000,
    }),
};

let database: RoleMongo;
let temporal: Temporal;
let connection: NativeConnection;
let housekeeping: ReturnType<typeof createQueueActivities>;
let stopWorkers: () => Promise<void>;

const startWorkers = async (): Promise<() => Promise<void>> => {
  const shared = {
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: converter,
    interceptors: { activity: [withFaults({ retries: 3 })] },
  };
  const workers = [
    await Worker.create({
      ...shared,
      taskQueue: TASK_QUEUES.workflows,
      workflowBundle: BUILT_WORKFLOWS,
      activities: planning,
    }),
    await Worker.create({ ...shared, taskQueue: TASK_QUEUES.housekeeping, activities: housekeeping }),
  ];
  const running = workers.map((worker) => worker.run());
  return async () => {
    for (const worker of workers) worker.shutdown();
    await Promise.all(running);
  };
};

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'error' } } });
  database = await testRoleMongo('reconciling');
  await setupTemporal(config, { reconcileSeconds: 3_600 });
  temporal = connectTemporal(config);
  connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  housekeeping = createQueueActivities({
    mongo: database.as('housekeeping'),
    client: temporal.client,
    now: systemClock,
  });
  stopWorkers = await startWorkers();
});

afterAll(async () => {
  await stopWorkers();
  await connection.close();
  await temporal.close();
  await database.close();
});

const subscription = (): SubscriptionDocument => ({
  _id: uniqueName('sub'),
  studyId: 'DEMO',
  reportType: 'study-weekly',
  parameters: {},
  ownerId: 'usr_1',
  schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
  formats: ['pdf'],
  recipients: ['usr_1'],
  optedOut: [],
  deliver: 'always',
  catchUp: 'latest',
  status: 'active',
  revision: 1,
  appliedRevision: 0,
  behind: true,
  runCount: 0,
  createdAt: LONG_AGO,
  updatedAt: LONG_AGO,
});

/** As the API writes a change, dying before it tells the workflow. */
const change = (id: string, revision: number, status: SubscriptionDocument['status']) =>
  database.root
    .collection('subscriptions')
    .updateOne({ _id: id }, { $set: { revision, status, behind: true, updatedAt: LONG_AGO } });

const recordOf = (id: string) => database.root.collection('subscriptions').findOne({ _id: id });

/** The workflow writes some of the record a moment after it answered. */
const until = async <T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> => {
  for (const deadline = performance.now() + 20_000; ;) {
    const seen = await look();
    if (holds(seen) || performance.now() > deadline) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

it('wakes a subscription whose workflow was never started, and tells it what changed since', async () => {
  const { _id: id, ...rest } = subscription();
  await database.root.collection('subscriptions').insertOne({ _id: id, ...rest });
  const handle = temporal.client.workflow.getHandle(subscriptionWorkflowId(id));

  expect(await housekeeping.applyPending()).toEqual({ applied: 1, failed: 0 });
  expect((await handle.describe()).status.name).toBe('RUNNING');
  const woken = await until(
    () => recordOf(id),
    (record) => record?.nextRunAt !== undefined,
  );
  expect(woken).toMatchObject({ status: 'active', appliedRevision: 1 });
  expect(woken?.nextRunAt?.getTime()).toBeGreaterThan(systemClock().getTime());

  await change(id, 2, 'paused');
  expect(await housekeeping.applyPending()).toEqual({ applied: 1, failed: 0 });
  expect(await handle.query('view')).toMatchObject({ status: 'paused', appliedRevision: 2, nextRunAt: null });

  await change(id, 3, 'cancelled');
  expect(await housekeeping.applyPending()).toEqual({ applied: 1, failed: 0 });
  await handle.result();
  expect(await recordOf(id)).toMatchObject({ status: 'cancelled', appliedRevision: 3 });
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 0 });
});

const onDemand = (id: string): RunDocument => ({
  _id: id,
  trigger: 'on-demand',
  studyId: 'NOT-IMPORTED',
  reportType: 'study-weekly',
  parameters: {},
  requestedBy: 'usr_1',
  formats: ['pdf'],
  due: '2026-11-23',
  timeZone: 'UTC',
  period: { start: '2026-11-16', end: '2026-11-23' },
  priority: 'normal',
  status: 'queued',
  outputs: [],
  createdAt: LONG_AGO,
});

it('starts a run on demand that nobody started, once', async () => {
  const run = onDemand(uniqueName('run'));
  await database.root.collection('runs').insertOne(run);
  expect(await housekeeping.applyPending()).toEqual({ applied: 1, failed: 0 });
  const handle = temporal.client.workflow.getHandle(reportWorkflowId(run._id));
  await expect(handle.result()).rejects.toThrow();
  // It came as far as a run of a study that is not there can: opened, refused by name, closed.
  expect(await database.root.collection('runs').findOne({ _id: run._id })).toMatchObject({
    status: 'failed',
    fault: { code: 'STUDY_NOT_FOUND' },
  });
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 0 });
});

it('tells a callback of an end that was recorded when nobody could be told, once', async () => {
  const runId = uniqueName('run');
  const finishedAt = new Date(systemClock().getTime() - 60_000);
  await database.root.collection('runs').insertOne({
    ...onDemand(runId),
    status: 'cancelled',
    finishedAt,
    callback: { url: 'https://receiver.example/hook' },
  });
  expect(await housekeeping.applyPending()).toEqual({ applied: 1, failed: 0 });
  const call = await database.root.collection('webhookDeliveries').findOne({ runId });
  expect(call).toMatchObject({ state: 'pending', payload: { jobId: runId, status: 'cancelled' } });
  const handle = temporal.client.workflow.getHandle(webhookWorkflowId(String(call?._id), 0));
  expect((await handle.describe()).type).toBe('webhook');
  await handle.terminate('nobody listens');
  expect(await housekeeping.applyPending()).toEqual({ applied: 0, failed: 0 });
});
