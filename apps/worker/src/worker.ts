import { createLogger, type Logger } from '@rounds/adapters/logging/logger';
import { connectionOptions } from '@rounds/adapters/temporal/client';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { dataConverter } from '@rounds/adapters/temporal/data-converter';
import { assertSearchAttributes } from '@rounds/adapters/temporal/setup';
import { BEAT_MS } from '@rounds/adapters/temporal/heartbeat';
import { withFaults } from '@rounds/adapters/temporal/with-faults';
import { RoundsError } from '@rounds/contracts/errors';
import { TASK_QUEUES, type Role } from '@rounds/contracts/queues';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { parseWorkerConfig, workersPerQueue, type WorkerConfig } from './config.ts';
import { serveHealth } from './health.ts';
import { ROLE_WIRINGS } from './roles.ts';
import { temporalLogger } from './temporal-logger.ts';
import type { Wired, WiringContext } from './wiring.ts';

/** Time for activities under way to end by themselves; less than the 30 s after which orchestrators kill. */
const GRACE = '20s';

/**
 * Works on the queues of the roles until `stop` resolves: then takes no more work, lets what is under way end,
 * and closes the connections last, because what ends still needs them.
 *
 * @throws RoundsError CONFIGURATION before anything is connected, DEPENDENCY_DOWN when Temporal does not answer;
 * whatever ends a worker by itself
 */
export const runWorkers = async (roles: readonly Role[], stop: Promise<unknown>): Promise<void> => {
  const config = parseWorkerConfig(roles.map((role) => ROLE_WIRINGS[role].environment));
  const log = createLogger(`worker-${roles.join('+')}`, config.ROUNDS_LOG_LEVEL);
  installRuntime(log);
  const closers: (() => Promise<void>)[] = [];
  const checks: (() => Promise<void>)[] = [];
  const context: WiringContext = {
    config,
    log,
    onStart: (check) => checks.push(check),
    onClose: (close) => closers.unshift(close),
  };
  const connection = await connect(config);
  context.onClose(() => connection.close());
  try {
    if (roles.includes('workflows')) await assertSearchAttributes(connection, config.TEMPORAL_NAMESPACE);
    const workers = await Promise.all(roles.map((role) => createWorkers(role, connection, context)));
    for (const check of checks) await check();
    await run(workers.flat(), config, stop);
  } finally {
    for (const close of closers) await close();
  }
};

/** The SDK's own signal handlers would stop the workers before we know of it. */
const installRuntime = (log: Logger): void => {
  Runtime.install({
    logger: temporalLogger(log),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
};

const connect = async (config: WorkerConfig): Promise<NativeConnection> => {
  try {
    return await NativeConnection.connect(connectionOptions(config));
  } catch (cause) {
    throw new RoundsError('DEPENDENCY_DOWN', `Temporal does not answer at ${config.TEMPORAL_ADDRESS}.`, {
      cause,
    });
  }
};

const createWorkers = async (
  role: Role,
  connection: NativeConnection,
  context: WiringContext,
): Promise<Worker[]> => {
  const { beside, ...wired } = await ROLE_WIRINGS[role].wire(context);
  const queues = [{ queue: role, ...wired }, ...(beside === undefined ? [] : [beside])];
  return Promise.all(queues.map((each) => createWorker(each, connection, context)));
};

const createWorker = async (
  { queue, activities, options }: NonNullable<Wired['beside']>,
  connection: NativeConnection,
  { config }: WiringContext,
): Promise<Worker> =>
  Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: TASK_QUEUES[queue],
    activities,
    dataConverter: dataConverter(parseCodecKeys(config.ROUNDS_CODEC_KEYS)),
    interceptors: { activity: [withFaults({ retries: config.ROUNDS_RETRIES })] },
    maxConcurrentActivityTaskExecutions: workersPerQueue(config),
    // Otherwise an activity would hear that it was cancelled only after most of its heartbeat time-out.
    maxHeartbeatThrottleInterval: BEAT_MS,
    shutdownGraceTime: GRACE,
    ...options,
  });

const run = async (
  workers: readonly Worker[],
  config: WorkerConfig,
  stop: Promise<unknown>,
): Promise<void> => {
  const running = workers.map((worker) => worker.run());
  const stopHealth = await serveHealth(config, () =>
    Object.fromEntries(workers.map((worker) => [worker.options.taskQueue, worker.getState()])),
  );
  try {
    await Promise.race([stop, Promise.all(running)]);
  } finally {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.allSettled(running);
    stopHealth();
  }
  await Promise.all(running);
};
