/**
 * The real workflow bundle, the real payload codec, the real mapping of faults and the real planning on Temporal's
 * time-skipping test server; the stages' activities are fakes. One bed a test file, tests one after the other:
 * skipped time is one for the whole server.
 */
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { dataConverter as encrypted, failureConverterPath } from '@rounds/adapters/temporal/data-converter';
import { withFaults } from '@rounds/adapters/temporal/with-faults';
import { BUILT_WORKFLOWS, serverSetting } from '@rounds/adapters/testing/servers';
import type { PlanActivities, RunPolicy } from '@rounds/contracts/activities';
import { QUEUES, SEARCH_ATTRIBUTES, TASK_QUEUES, type Queue } from '@rounds/contracts/queues';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import proto from '@temporalio/proto';
import { DefaultLogger, Runtime, Worker, type NativeConnection } from '@temporalio/worker';
import { FakeStages } from './fake-stages.ts';
import type { Surroundings } from './subscribe.ts';

export const CODEC_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
const converter = encrypted(parseCodecKeys(CODEC_KEYS));
/** Without encryption, for histories that are kept in the repository. */
export const plainConverter: DataConverter = { failureConverterPath };

export const POLICY: RunPolicy = {
  firstRetryMs: 60_000,
  attemptTimeoutMs: 300_000,
  stageDeadlineMs: 24 * 60 * 60 * 1000,
  onDemandRetryMs: 300_000,
};
export const RETRIES = 3;

const activitiesOf = (queue: Queue, fakes: FakeStages, plan: PlanActivities): object => {
  switch (queue) {
    case 'workflows':
      return plan;
    case 'fetch':
      return fakes.activities('freezeCut', 'discardCut');
    case 'aggregate':
      return fakes.activities('aggregate');
    case 'render':
      return fakes.activities('render', 'inspect', 'discardArtefacts');
    case 'notify':
      return fakes.activities('notify', 'noticeRecipients', 'sendNotice', 'giveUpWebhook');
    case 'webhooks':
      return fakes.activities('postWebhook', 'testWebhook');
    case 'housekeeping':
      return fakes.activities(
        'openRun',
        'heldBy',
        'closeRun',
        'openRedelivery',
        'closeRedelivery',
        'recordSteering',
        'recordSubscription',
        'applyPending',
        'removeExpired',
      );
  }
};

export interface Workers {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly fakes: FakeStages;
  readonly plan?: PlanActivities;
  readonly dataConverter?: DataConverter;
}

/** Workers of every role, as apps/worker builds them; the answer stops them, after what is under way. */
export const startWorkers = async ({
  connection,
  namespace,
  fakes,
  plan = createPlanActivities({ policy: POLICY }),
  dataConverter = converter,
}: Workers): Promise<() => Promise<void>> => {
  const create = (queue: Queue) =>
    Worker.create({
      connection,
      namespace,
      taskQueue: TASK_QUEUES[queue],
      activities: activitiesOf(queue, fakes, plan),
      dataConverter,
      identity: 'worker',
      interceptors: { activity: [withFaults({ retries: RETRIES })] },
      maxHeartbeatThrottleInterval: '100ms',
      // After a restart tests need not wait for tasks that were meant for the worker that is gone.
      stickyQueueScheduleToStartTimeout: '200ms',
      ...(queue === 'workflows' ? { workflowBundle: BUILT_WORKFLOWS } : {}),
    });
  const workers = await Promise.all(QUEUES.map(create));
  const running = workers.map((worker) => worker.run());
  return async () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all(running);
  };
};

/** Once in a process, before anything else of the SDK. */
export const quietRuntime = (): void => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
};

export interface TestBed extends Surroundings {
  readonly env: TestWorkflowEnvironment;
  /** Skips time until the server's clock shows the moment. */
  readonly sleepUntil: (epochMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openTestBed = async (dataConverter = converter): Promise<TestBed> => {
  quietRuntime();
  const path = serverSetting('ROUNDS_TEST_SERVER');
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
    client: { dataConverter, identity: 'client' },
  });
  const { INDEXED_VALUE_TYPE_KEYWORD } = proto.temporal.api.enums.v1.IndexedValueType;
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(SEARCH_ATTRIBUTES.map((name) => [name, INDEXED_VALUE_TYPE_KEYWORD])),
  });
  const fakes = new FakeStages();
  const connection = env.nativeConnection;
  const stopWorkers = await startWorkers({ connection, namespace: 'default', fakes, dataConverter });
  const now = () => env.currentTimeMs();
  return {
    env,
    client: env.client,
    fakes,
    now,
    sleepUntil: async (epochMs) => {
      const left = epochMs - (await now());
      if (left > 0) await env.sleep(left);
    },
    close: async () => {
      await stopWorkers();
      await env.teardown();
    },
  };
};
