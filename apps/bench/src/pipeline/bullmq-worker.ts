/**
 * A worker of one role on BullMQ, for the benchmark `pipeline`: the product's own activities on the product's servers,
 * as many at once, with queues in Redis between them and nothing else.
 *
 * bullmq-worker.js ROLE PORT, Redis' port, in the product's environment
 */
import { createLogger } from '@rounds/adapters/logging/logger';
import { ROLES } from '@rounds/contracts/queues';
import { parseConfig, workerEnvironment, workersPerQueue } from '@rounds/worker/config';
import { serveHealth } from '@rounds/worker/health';
import { ROLE_WIRINGS } from '@rounds/worker/roles';
import { MockActivityEnvironment } from '@temporalio/testing';
import { Queue, Worker } from 'bullmq';
import { queueOf, STAGES, TRIES, type Job, type Stage } from './job.ts';
import { WORK, type Activities } from './stages.ts';

const [, , name, port] = process.argv;
const role = ROLES.find((each) => each === name);
if (role === undefined) throw new Error(`There is no role ${name}.`);
const connection = { host: '127.0.0.1', port: Number(port) };

const config = parseConfig(workerEnvironment);
const closers: (() => Promise<void>)[] = [];
const { activities } = await ROLE_WIRINGS[role].wire({
  config,
  log: createLogger(`bullmq-${role}`, config.ROUNDS_LOG_LEVEL),
  onStart: () => undefined,
  onClose: (close) => closers.unshift(close),
});

/** The activities ask their context to beat and for a signal. */
const inContext = new Proxy(activities as Activities, {
  get:
    (target, activity: keyof Activities) =>
    (input: never): Promise<unknown> =>
      new MockActivityEnvironment().run(target[activity], input),
});

const queues = new Map(Object.values(STAGES).map((each) => [each, new Queue(queueOf(each), { connection })]));

const stages = Object.keys(STAGES) as Stage[];

const doStage = async (stage: Stage, job: Job): Promise<void> => {
  const done: Job = { ...job, ...(await WORK[stage](job, inContext)) };
  const next = stages[stages.indexOf(stage) + 1];
  if (next !== undefined) await queues.get(STAGES[next])?.add(next, done, TRIES);
};

const worker = new Worker<Job>(queueOf(role), (job) => doStage(job.name as Stage, job.data), {
  connection,
  concurrency: workersPerQueue(config),
});
worker.on('failed', (job, error) => {
  process.stderr.write(`${job?.name}: ${error.stack}\n`);
});
await worker.waitUntilReady();
const stopHealth = await serveHealth(config, () => ({ [worker.name]: 'RUNNING' }));
process.once('SIGTERM', () => {
  stopHealth();
  void worker
    .close()
    .then(() => Promise.all([...queues.values()].map((queue) => queue.close())))
    .then(async () => {
      for (const close of closers) await close();
      process.exit(0);
    });
});
