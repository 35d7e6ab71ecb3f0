/**
 * Reports a second of the whole product, each of a scope of its own, against the same activities under BullMQ on Redis:
 * as many at once, on the same servers, of an equal study. Then of many subscriptions that share twenty scopes.
 */
import type { RunRequest } from '@rounds/contracts/run';
import { addDays } from '@rounds/studies/import/shift';
import { byVirtualTime, stampede, waitForMails } from './herd/due.ts';
import { countMails } from './herd/mails.ts';
import { gatherScopes, type Reader } from './herd/readers.ts';
import { rounded } from './measure.ts';
import { hasRedis, startBullmq } from './pipeline/bullmq.ts';
import { withFolder } from './stack/folder.ts';
import { appointOperator, expectStatus } from './stack/people.ts';
import { sleeping } from './stack/sleepers.ts';
import { costOf, UNLIMITED, withStack, type BenchOptions, type Cost, type Stack } from './stack/stack.ts';

const ALONE = 40;
const SCOPES = 20;
/** The goal is said of 1,000. */
const SHARED = 200;
const WARM = 4;
/** Its own processes and the servers of both: the product's workers and Temporal sleep while BullMQ works. */
const OF_BULLMQ = /^(?:bullmq-\w+|redis|mongodb|s3|inbox|resend)$/;

interface Rate {
  readonly reports: number;
  readonly perSecond: number;
  readonly cpuSecondsEach: number;
  readonly byProcess: Cost['byProcess'];
}

const rateOf = (reports: number, { seconds, cpuSeconds, byProcess }: Cost): Rate => ({
  reports,
  perSecond: rounded(reports / seconds),
  cpuSecondsEach: rounded(cpuSeconds / reports),
  byProcess,
});

interface Subscribed {
  readonly id: string;
  readonly nextRuns: readonly [string, ...string[]];
}

/** What the workflow of a subscription of theirs would start when it is due: of the week that the product reports too. */
const requestOf = async ({ person, studyId }: Reader): Promise<RunRequest> => {
  const { schedule } = sleeping(0);
  const wish = { schedule, studyId, reportType: 'study-weekly', evenIfEqual: true };
  const subscribed = await person.call('POST', '/subscriptions', wish);
  const { id, nextRuns } = expectStatus(subscribed, 201) as Subscribed;
  const me = expectStatus(await person.call('GET', '/me'), 200) as { id: string };
  const due = nextRuns[0].slice(0, 10);
  return {
    ...{ runId: `bench-${id}`, trigger: 'schedule', subscriptionId: id, studyId, reportType: 'study-weekly' },
    ...{
      requestedBy: me.id,
      due,
      timeZone: schedule.timeZone,
      period: { start: addDays(due, -7), end: due },
    },
  };
};

type AddRuns = Awaited<ReturnType<typeof startBullmq>>;

/** From the moment when all are put into the queue until the last mail is there. */
const runOnBullmq = async (stack: Stack, add: AddRuns, readers: readonly Reader[]): Promise<Cost> => {
  const requests = await Promise.all(readers.map(requestOf));
  const processes = (await stack.processes()).filter(({ name }) => OF_BULLMQ.test(name));
  const before = await countMails(stack);
  return costOf(processes, async () => {
    await add(requests);
    await waitForMails(stack, before + requests.length);
  });
};

/** Those who are measured, and others of the same study before them: code is compiled, and what is read once is read. */
interface Runners {
  readonly measured: readonly Reader[];
  readonly warm: readonly Reader[];
}

const gather = async (stack: Stack, folder: string, studyId: string, size: number): Promise<Runners> => {
  const readers = await gatherScopes(stack, folder, { studyId, scopes: size + WARM });
  return { measured: readers.slice(0, size), warm: readers.slice(size) };
};

const measureBullmq = async (stack: Stack, { measured, warm }: Runners): Promise<Rate> => {
  const add = await startBullmq(stack);
  await runOnBullmq(stack, add, warm);
  return rateOf(measured.length, await runOnBullmq(stack, add, measured));
};

/** So many subscriptions of the readers in turn. */
const measureProduct = async (stack: Stack, { measured, warm }: Runners, size: number): Promise<Rate> => {
  await stampede(stack, warm, warm.length, byVirtualTime);
  const { cost, lost, twice } = await stampede(stack, measured, size, byVirtualTime);
  if (lost + twice > 0) throw new Error(`${lost} mails were lost, ${twice} came twice.`);
  return rateOf(size, cost);
};

export interface PipelineSize {
  /** Reports of a scope of their own. */
  readonly alone: number;
  readonly scopes: number;
  /** Subscriptions that share the scopes. */
  readonly shared: number;
}

/** Without Redis nothing is compared with BullMQ, and the line says so. */
export const measurePipeline = async (
  stack: Stack,
  folder: string,
  { alone, scopes, shared }: PipelineSize,
) => {
  await appointOperator(stack);
  const product = await measureProduct(stack, await gather(stack, folder, 'PIPE-A', alone), alone);
  const sharing = await measureProduct(stack, await gather(stack, folder, 'PIPE-B', scopes), shared);
  const measured = { product, sharing, ratioShared: rounded(sharing.perSecond / product.perSecond) };
  if (!hasRedis()) return { ratio: null, without: 'redis-server is not on PATH', ...measured };
  const bullmq = await measureBullmq(stack, await gather(stack, folder, 'PIPE-C', alone));
  return {
    ratio: rounded(product.perSecond / bullmq.perSecond),
    ratioCpu: rounded(product.cpuSecondsEach / bullmq.cpuSecondsEach),
    ...measured,
    bullmq,
  };
};

export const pipelineBench = ({ size = SHARED, ...options }: BenchOptions) =>
  withStack({ ...options, servers: UNLIMITED }, (stack) =>
    withFolder((folder) => measurePipeline(stack, folder, { alone: ALONE, scopes: SCOPES, shared: size })),
  );
