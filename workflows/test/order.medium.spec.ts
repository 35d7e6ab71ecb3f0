/**
 * Medium: Temporal's dev server, with real queues and the real report workflow; the stages are in-memory fakes.
 * The promise: high before normal before low; within one of these studies take turns; within a study older first.
 * All runs are queued while no worker runs; then each queue gets a single worker with a single slot, so that the
 * order is the queues' own.
 */
import { systemClock } from '@rounds/adapters/clock';
import { BUILT_WORKFLOWS, serverSetting, uniqueName } from '@rounds/adapters/testing/servers';
import { connectTemporal, connectionOptions, type Temporal } from '@rounds/adapters/temporal/client';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { dataConverter } from '@rounds/adapters/temporal/data-converter';
import { setupTemporal } from '@rounds/adapters/temporal/setup';
import { startReport } from '@rounds/adapters/temporal/commands/start-report';
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import type { RunDocument } from '@rounds/contracts/collections';
import { PRIORITY_KEYS, TASK_QUEUES, type Role } from '@rounds/contracts/queues';
import proto from '@temporalio/proto';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { FakeStages, ready } from './fake-stages.ts';
import { CODEC_KEYS, POLICY, quietRuntime } from './test-bed.ts';

const { TaskQueueType } = proto.temporal.api.enums.v1;
const RUNS = 500;
const PRIORITIES = ['high', 'normal', 'low'] as const;
/**
 * As few as the SDK allows: workflow tasks that are worked on side by side may schedule their activities in
 * another order, and so may Temporal itself for tasks of the same moment. Neighbours by age may change places.
 */
const FEW_WORKFLOW_TASKS = { maxConcurrentWorkflowTaskExecutions: 2, maxConcurrentWorkflowTaskPolls: 2 };
const OVERTAKING = 8;

/** One study asks for more than all others together. */
const STUDIES = ['BUSY', 'BUSY', 'BUSY', 'BUSY', 'SMALL-1', 'SMALL-2', 'BUSY'] as const;

const NAMES: readonly string[] = [...new Set<string>(STUDIES)];

const pick = <T>(list: readonly T[], index: number): T => {
  const picked = list[index % list.length];
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
};

/** Mixed, and the same at each time. */
const runs: RunDocument[] = Array.from({ length: RUNS }, (_, n) => ({
  ...{
    _id: `run_${String(n).padStart(3, '0')}`,
    trigger: 'on-demand',
    reportType: 'study-weekly',
    parameters: {},
  },
  ...{
    studyId: pick(STUDIES, Math.floor((n * 5) / 3)),
    priority: pick(PRIORITIES, n * 7 + Math.floor(n / 5)),
  },
  ...{ requestedBy: 'usr_1', formats: ['pdf'], due: '2026-11-23', timeZone: 'UTC' },
  period: { start: '2026-11-16', end: '2026-11-23' },
  ...{ status: 'queued', outputs: [], createdAt: systemClock() },
}));
const byId = new Map(runs.map((run) => [run._id, run]));

describe('500 runs of mixed priorities', () => {
  const config = {
    TEMPORAL_ADDRESS: serverSetting('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: uniqueName('order'),
    TEMPORAL_TLS: false,
    ROUNDS_CODEC_KEYS: CODEC_KEYS,
  };
  const fakes = new FakeStages();
  let temporal: Temporal;
  let connection: NativeConnection;
  const stops: (() => Promise<void>)[] = [];

  const work = async (role: Role, activities: object, more: Partial<WorkerOptions> = {}) => {
    const worker = await Worker.create({
      ...{ connection, namespace: config.TEMPORAL_NAMESPACE, taskQueue: TASK_QUEUES[role], activities },
      dataConverter: dataConverter(parseCodecKeys(CODEC_KEYS)),
      ...{ maxConcurrentActivityTaskExecutions: 1, maxConcurrentActivityTaskPolls: 1 },
      ...more,
    });
    const running = worker.run();
    const stop = async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
    };
    stops.unshift(stop);
    return stop;
  };

  const backlog = async (taskQueue: Role): Promise<number> => {
    const answer = await temporal.connection.workflowService.describeTaskQueue({
      namespace: config.TEMPORAL_NAMESPACE,
      taskQueue: { name: taskQueue },
      taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
      reportStats: true,
    });
    return Number(answer.stats?.approximateBacklogCount ?? 0);
  };

  beforeAll(async () => {
    quietRuntime();
    temporal = connectTemporal(config);
    [connection] = await Promise.all([
      NativeConnection.connect(connectionOptions(config)),
      setupTemporal(config, { reconcileSeconds: 3600, tidySeconds: 3600 }),
    ]);
    // One activity each is enough to see the order by.
    fakes.on('openRun', () => ({ state: 'finished', status: 'completed' }));
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    await connection.close();
    await temporal.close();
  });

  /** In the order in which they got the slot. */
  const opened = (): RunDocument[] => fakes.inputs('openRun').flatMap(({ runId }) => byId.get(runId) ?? []);

  it('get the slot in the promised order', async () => {
    for (const run of runs) await startReport(temporal.client, run, systemClock());
    const plan = createPlanActivities({ policy: POLICY });
    await work('workflows', plan, { workflowBundle: BUILT_WORKFLOWS, ...FEW_WORKFLOW_TASKS });
    await until(async () => (await backlog('housekeeping')) === RUNS);
    await work('housekeeping', fakes.activities('openRun', 'closeRun'));
    await until(() => opened().length === RUNS);

    const order = opened();
    expect(new Set(order.map(({ _id }) => _id)).size).toBe(RUNS);
    expect(order.map(({ priority }) => priority)).toEqual(
      PRIORITIES.flatMap((priority) => runs.filter((run) => run.priority === priority).map(() => priority)),
    );
    for (const priority of PRIORITIES) {
      const queue = order.filter((run) => run.priority === priority);
      for (const study of NAMES) {
        const ofStudy = (list: readonly RunDocument[]) =>
          list.filter((run) => run.priority === priority && run.studyId === study);
        expect(displacement(ofStudy(queue), ofStudy(runs))).toBeLessThanOrEqual(OVERTAKING);
      }
      expect(widestLead(queue)).toBeLessThanOrEqual(2);
    }
  });

  it('are known by their priority and study on each queue', async () => {
    fakes.on('openRun', () => ready());
    for (const role of ['fetch', 'aggregate', 'render', 'notify'] as const)
      await work(role, fakes.activities('freezeCut', 'aggregate', 'render', 'inspect', 'notify'));
    const run: RunDocument = {
      ...pick(runs, 0),
      _id: 'run_each',
      studyId: 'MINE',
      priority: 'low',
    };
    await startReport(temporal.client, run, systemClock());
    const calls = () => fakes.calls.filter(({ input }) => JSON.stringify(input).includes(run._id));
    await until(() => calls().at(-1)?.name === 'closeRun');
    expect(calls().map(({ name, priority }) => [name, priority?.priorityKey, priority?.fairnessKey])).toEqual(
      ['openRun', 'freezeCut', 'aggregate', 'render', 'inspect', 'notify', 'closeRun'].map((name) => [
        ...[name, PRIORITY_KEYS.low, 'MINE'],
      ]),
    );
  });
});

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 50));
};

/** By how many places the run that was moved furthest is away from where its age puts it. */
const displacement = (came: readonly RunDocument[], byAge: readonly RunDocument[]): number =>
  Math.max(...byAge.map((run, index) => Math.abs(came.indexOf(run) - index)));

/** By how many runs one study was ahead of another that was still waiting. */
const widestLead = (queue: readonly RunDocument[]): number => {
  const waiting = new Map(NAMES.map((study) => [study, queue.filter((run) => run.studyId === study).length]));
  const served = new Map(NAMES.map((study) => [study, 0]));
  let widest = 0;
  for (const { studyId } of queue) {
    waiting.set(studyId, (waiting.get(studyId) ?? 0) - 1);
    served.set(studyId, (served.get(studyId) ?? 0) + 1);
    const others = NAMES.filter((study) => (waiting.get(study) ?? 0) > 0).map(
      (study) => served.get(study) ?? 0,
    );
    widest = Math.max(widest, (served.get(studyId) ?? 0) - Math.min(...others, Infinity));
  }
  return widest;
};
