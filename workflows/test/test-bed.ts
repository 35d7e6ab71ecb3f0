/**
 * The real workflow bundle, the real payload codec, the real mapping of faults and the real planning on Temporal's
 * time-skipping test server; the stages' activities are fakes. One bed a test file, tests one after the other:
 * skipped time is one for the whole server.
 */
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { dataConverter } from '@rounds/adapters/temporal/data-converter';
import { withFaults } from '@rounds/adapters/temporal/with-faults';
import { serverSetting } from '@rounds/adapters/testing/servers';
import type { RunPolicy } from '@rounds/contracts/activities';
import { SEARCH_ATTRIBUTES, TASK_QUEUES, type Role } from '@rounds/contracts/queues';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  DefaultLogger,
  Runtime,
  Worker,
  type NativeConnection,
  type WorkerOptions,
} from '@temporalio/worker';
import proto from '@temporalio/proto';
import { workflowBundle } from '../build.mjs';
import { FakeStages } from './fake-stages.ts';

export const CODEC_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
export const converter = dataConverter(parseCodecKeys(CODEC_KEYS));

export const POLICY: RunPolicy = {
  firstRetryMs: 60_000,
  attemptTimeoutMs: 300_000,
  stageDeadlineMs: 24 * 60 * 60 * 1000,
  onDemandRetryMs: 300_000,
};
export const RETRIES = 3;

const activitiesOf = (role: Role, fakes: FakeStages): object => {
  switch (role) {
    case 'workflows':
      return createPlanActivities({ policy: POLICY });
    case 'fetch':
      return fakes.activities('freezeCut', 'discardCut');
    case 'aggregate':
      return fakes.activities('aggregate');
    case 'render':
      return fakes.activities('render');
    case 'notify':
      return fakes.activities('notify');
    case 'housekeeping':
      return fakes.activities('openRun', 'closeRun', 'recordSteering', 'recordSubscription', 'applyPending');
  }
};

/** Workers of the given roles, as apps/worker builds them; `stop` waits for what is under way. */
export const startWorkers = async (
  connection: NativeConnection,
  fakes: FakeStages,
  code: string,
  roles: readonly Role[],
  namespace = 'default',
): Promise<{ stop: () => Promise<void> }> => {
  const create = (role: Role) => {
    const options: WorkerOptions = {
      connection,
      namespace,
      taskQueue: TASK_QUEUES[role],
      activities: activitiesOf(role, fakes),
      dataConverter: converter,
      interceptors: { activity: [withFaults({ retries: RETRIES })] },
      maxHeartbeatThrottleInterval: '100ms',
      ...(role === 'workflows' ? { workflowBundle: { code } } : {}),
    };
    return Worker.create(options);
  };
  const workers = await Promise.all(roles.map(create));
  const running = workers.map((worker) => worker.run());
  return {
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(running);
    },
  };
};

export const ALL_ROLES = Object.keys(TASK_QUEUES) as Role[];

export interface TestBed {
  readonly env: TestWorkflowEnvironment;
  readonly fakes: FakeStages;
  readonly code: string;
  /** Stops the workers and lets other ones take over, as after an outage of all workers. */
  readonly restart: (whileDown: () => Promise<void>) => Promise<void>;
  /** Epoch ms on the server's clock. */
  readonly now: () => Promise<number>;
  /** Skips time until the server's clock shows the moment. */
  readonly sleepUntil: (epochMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const quietRuntime = (): void => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'error' } } });
};

export const openTestBed = async (): Promise<TestBed> => {
  quietRuntime();
  const path = serverSetting('ROUNDS_TEST_SERVER');
  const [code, env] = await Promise.all([
    workflowBundle(),
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
      client: { dataConverter: converter },
    }),
  ]);
  const { INDEXED_VALUE_TYPE_KEYWORD } = proto.temporal.api.enums.v1.IndexedValueType;
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(SEARCH_ATTRIBUTES.map((name) => [name, INDEXED_VALUE_TYPE_KEYWORD])),
  });
  const fakes = new FakeStages();
  const start = () => startWorkers(env.nativeConnection, fakes, code, ALL_ROLES);
  let workers = await start();
  const now = () => env.currentTimeMs();
  return {
    env,
    fakes,
    code,
    now,
    restart: async (whileDown) => {
      await workers.stop();
      await whileDown();
      workers = await start();
    },
    sleepUntil: async (epochMs) => {
      const left = epochMs - (await now());
      if (left > 0) await env.sleep(left);
    },
    close: async () => {
      await workers.stop();
      await env.teardown();
    },
  };
};
