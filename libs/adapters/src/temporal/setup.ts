/** What Temporal must hold before any worker starts. Run by `rounds setup` at each deployment; again is no harm. */
import { setTimeout as wait } from 'node:timers/promises';
import { DAY_MS } from '@rounds/contracts/durations';
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

/** gRPC's codes. */
const GRPC = {
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  UNIMPLEMENTED: 12,
} as const;
const { INDEXED_VALUE_TYPE_KEYWORD } = proto.temporal.api.enums.v1.IndexedValueType;

export interface TemporalSetup {
  /** Days for which closed workflows stay visible at least; Temporal's own default is three. */
  readonly retentionDays?: number;
  /** Seconds between two reconciliations of records and workflows. */
  readonly reconcileSeconds?: number;
  /** Seconds between two removals of what finished runs no longer need. */
  readonly tidySeconds?: number;
  /** Milliseconds to wait for a new namespace and its attributes to be known to the whole cluster. */
  readonly timeoutMs?: number;
}

/**
 * @returns what Temporal did not let this user do, and a person is to do by hand; nothing of it stops Rounds
 * @throws RoundsError DEPENDENCY_DOWN when Temporal does not answer, or does not settle in time; CONFIGURATION when a
 * person must do something before Rounds can run
 */
export const setupTemporal = async (config: TemporalConfig, setup: TemporalSetup = {}): Promise<string[]> => {
  const { retentionDays = 30, reconcileSeconds = 60, tidySeconds = 600, timeoutMs = 60_000 } = setup;
  const connected = connectTemporal(config);
  const { client, connection } = connected;
  const namespace = config.TEMPORAL_NAMESPACE;
  const until = performance.now() + timeoutMs;
  try {
    return await connection.withDeadline(deadlineIn(timeoutMs), async () => {
      await ensureNamespace(connection, namespace);
      const byHand = await untilSettled(until, () => ensureRetention(connection, namespace, retentionDays));
      await untilSettled(until, () => ensureSearchAttributes(connection, namespace));
      await untilSettled(until, () => probeSearchAttributes(client));
      await ensureSchedule(client, 'reconciliation', reconcileSeconds);
      await ensureSchedule(client, 'retention', tidySeconds);
      return byHand;
    });
  } catch (cause) {
    if (cause instanceof RoundsError) throw cause;
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

/**
 * By queries, which every worker may ask: the operator service, which lists them, is closed to workers of Temporal
 * Cloud and wherever they have no more rights than they need.
 *
 * @throws RoundsError CONFIGURATION: a worker that went on would retry its first upsert for ever
 */
export const assertSearchAttributes = async (
  connection: Pick<Connection, 'workflowService'>,
  namespace: string,
): Promise<void> => {
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length > 0)
    throw new RoundsError(
      'CONFIGURATION',
      `The namespace ${namespace} lacks the search attributes ${missing.join(', ')}: run \`rounds setup\`.`,
    );
};

/** Where someone else makes namespaces, as in Temporal Cloud, it is there before Rounds is. */
const ensureNamespace = async ({ workflowService }: Connection, namespace: string): Promise<void> => {
  try {
    await workflowService.describeNamespace({ namespace });
    return;
  } catch (error) {
    if (!hasCode(error, GRPC.NOT_FOUND)) throw error;
  }
  try {
    await workflowService.registerNamespace({
      namespace,
      description: 'Rounds: weekly reports of clinical trials',
      workflowExecutionRetentionPeriod: msToTs(DAY_MS),
    });
  } catch (error) {
    if (isForbidden(error))
      throw new RoundsError(
        'CONFIGURATION',
        `There is no namespace ${namespace}, and this user may not make one. In Temporal Cloud: \`tcld namespace create --namespace <name>\`, then TEMPORAL_NAMESPACE=<name>.<account>.`,
        { cause: error },
      );
    if (!hasCode(error, GRPC.ALREADY_EXISTS)) throw error;
  }
};

/** Never shortens what an operator made longer. */
const ensureRetention = async (
  { workflowService }: Connection,
  namespace: string,
  days: number,
): Promise<string[]> => {
  const { config } = await workflowService.describeNamespace({ namespace });
  const held = config?.workflowExecutionRetentionTtl ? tsToMs(config.workflowExecutionRetentionTtl) : 0;
  if (held >= days * DAY_MS) return [];
  try {
    await workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs(days * DAY_MS) },
    });
    return [];
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return [
      `Closed workflows stay visible for ${held / DAY_MS} days, and this user may not change it. In Temporal Cloud: \`tcld namespace retention set --namespace ${namespace} --retention-days ${days}\`.`,
    ];
  }
};

const missingSearchAttributes = async (
  { workflowService }: Pick<Connection, 'workflowService'>,
  namespace: string,
): Promise<string[]> => {
  const isMissing = async (name: string): Promise<boolean> => {
    try {
      await workflowService.countWorkflowExecutions({ namespace, query: `${name} = 'probe'` });
      return false;
    } catch (error) {
      if (hasCode(error, GRPC.INVALID_ARGUMENT)) return true;
      throw error;
    }
  };
  const found = await Promise.all(
    SEARCH_ATTRIBUTES.map(async (name) => ((await isMissing(name)) ? [name] : [])),
  );
  return found.flat();
};

const ensureSearchAttributes = async (connection: Connection, namespace: string): Promise<void> => {
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length === 0) return;
  try {
    // What was added a moment ago is listed before it can be asked for.
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const unlisted = missing.filter((name) => customAttributes[name] === undefined);
    if (unlisted.length === 0) return;
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(unlisted.map((name) => [name, INDEXED_VALUE_TYPE_KEYWORD])),
    });
  } catch (error) {
    if (!isForbidden(error)) throw error;
    const flags = missing.map((name) => `--search-attribute ${name}=Keyword`).join(' ');
    throw new RoundsError(
      'CONFIGURATION',
      `The namespace ${namespace} lacks the search attributes ${missing.join(', ')} (each a Keyword), and this user may not add them. In Temporal Cloud: \`tcld namespace search-attributes add --namespace ${namespace} ${flags}\`, then set up again.`,
      { cause: error },
    );
  }
};

/** One may be known and the others not yet: a query for all goes through the cache of starts. */
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

/**
 * A new namespace takes some seconds to reach every part of a cluster, which until then denies knowing it.
 *
 * @param until of `performance.now()`
 */
const untilSettled = async <T>(until: number, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof RoundsError || performance.now() + 500 > until) throw error;
      await wait(500);
    }
  }
};

const hasCode = (error: unknown, code: number): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Temporal Cloud has no operator service; elsewhere a user may have no right to it. */
const isForbidden = (error: unknown): boolean =>
  hasCode(error, GRPC.PERMISSION_DENIED) || hasCode(error, GRPC.UNIMPLEMENTED);
