/** What Temporal must hold before any worker starts. Run by `rounds setup` at each deployment; again is no harm. */
import { setTimeout as wait } from 'node:timers/promises';
import { RoundsError } from '@rounds/contracts/errors';
import { SCHEDULES, SEARCH_ATTRIBUTES, TASK_QUEUES } from '@rounds/contracts/queues';
import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type Connection,
  type ScheduleOptions,
} from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { deadlineIn } from '../clock.ts';
import { connectTemporal, type TemporalConfig } from './client.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const GRPC_ALREADY_EXISTS = 6;
const { INDEXED_VALUE_TYPE_KEYWORD } = proto.temporal.api.enums.v1.IndexedValueType;

export interface TemporalSetup {
  /** Days for which closed workflows stay visible at least; Temporal's own default is three. */
  readonly retentionDays?: number;
  /** Seconds between two reconciliations of records and workflows. */
  readonly reconcileSeconds?: number;
  /** Seconds between two removals of what finished runs no longer need. */
  readonly tidySeconds?: number;
  /** Milliseconds to wait for a new namespace and its attributes to be known to the whole cluster. */
  readonly patienceMs?: number;
}

/** @throws RoundsError DEPENDENCY_DOWN when Temporal does not answer, or does not settle in time */
export const setupTemporal = async (config: TemporalConfig, setup: TemporalSetup = {}): Promise<void> => {
  const { retentionDays = 30, reconcileSeconds = 60, tidySeconds = 600, patienceMs = 60_000 } = setup;
  const connected = connectTemporal(config);
  const { client, connection } = connected;
  const namespace = config.TEMPORAL_NAMESPACE;
  const until = performance.now() + patienceMs;
  try {
    await connection.withDeadline(deadlineIn(patienceMs), async () => {
      await ensureNamespace(connection, namespace);
      await untilSettled(until, async () => ensureRetention(connection, namespace, retentionDays));
      await untilSettled(until, async () => ensureSearchAttributes(connection, namespace));
      await untilSettled(until, async () => probeSearchAttributes(client));
      await ensureSchedule(client, 'reconciliation', reconcileSeconds);
      await ensureSchedule(client, 'retention', tidySeconds);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new RoundsError(
      'DEPENDENCY_DOWN',
      `Temporal at ${config.TEMPORAL_ADDRESS} is not set up: ${reason}`,
      {
        cause,
      },
    );
  } finally {
    await connected.close();
  }
};

/** @throws RoundsError CONFIGURATION: a worker that went on would retry its first upsert for ever */
export const assertSearchAttributes = async (
  connection: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<void> => {
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length > 0)
    throw new RoundsError(
      'CONFIGURATION',
      `The namespace ${namespace} lacks the search attributes ${missing.join(', ')}: run \`rounds setup\`.`,
    );
};

const ensureNamespace = async ({ workflowService }: Connection, namespace: string): Promise<void> => {
  try {
    await workflowService.registerNamespace({
      namespace,
      description: 'Rounds: weekly reports of clinical trials',
      workflowExecutionRetentionPeriod: msToTs(DAY_MS),
    });
  } catch (error) {
    if (!hasCode(error, GRPC_ALREADY_EXISTS)) throw error;
  }
};

/** Never shortens what an operator made longer. */
const ensureRetention = async (
  { workflowService }: Connection,
  namespace: string,
  days: number,
): Promise<void> => {
  const { config } = await workflowService.describeNamespace({ namespace });
  const held = config?.workflowExecutionRetentionTtl ? tsToMs(config.workflowExecutionRetentionTtl) : 0;
  if (held >= days * DAY_MS) return;
  await workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs(days * DAY_MS) },
  });
};

const missingSearchAttributes = async (
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<string[]> => {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  return SEARCH_ATTRIBUTES.filter((name) => customAttributes[name] === undefined);
};

const ensureSearchAttributes = async (connection: Connection, namespace: string): Promise<void> => {
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map((name) => [name, INDEXED_VALUE_TYPE_KEYWORD])),
  });
};

/** The listing answers from the database, starts from a cache: a query goes through that cache. */
const probeSearchAttributes = async ({ workflow }: Client): Promise<void> => {
  await workflow.count(SEARCH_ATTRIBUTES.map((name) => `${name} = 'probe'`).join(' AND '));
};

const ensureSchedule = async (
  { schedule }: Client,
  name: keyof typeof SCHEDULES,
  seconds: number,
): Promise<void> => {
  const wanted = {
    spec: { intervals: [{ every: seconds * 1000 }] },
    // One that takes long must not pile up; missed ones need no making up, the next does all there is to do.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10s' as const },
    action: {
      type: 'startWorkflow' as const,
      workflowType: SCHEDULES[name],
      taskQueue: TASK_QUEUES.workflows,
      workflowId: SCHEDULES[name],
    },
  } satisfies Omit<ScheduleOptions, 'scheduleId'>;
  try {
    await schedule.create({ scheduleId: SCHEDULES[name], ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    // What an earlier version defined otherwise becomes as it is now; one that an operator paused stays paused.
    await schedule.getHandle(SCHEDULES[name]).update((held) => ({ ...held, ...wanted }));
  }
};

/** A new namespace takes some seconds to reach every part of a cluster, which until then denies knowing it. */
/** @param until of `performance.now()` */
const untilSettled = async (until: number, work: () => Promise<void>): Promise<void> => {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (performance.now() + 500 > until) throw error;
      await wait(500);
    }
  }
};

const hasCode = (error: unknown, code: number): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
