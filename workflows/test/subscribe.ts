/** Builders: a subscription with valid defaults, and a hand on its workflow. */
import { randomUUID } from 'node:crypto';
import { reportWorkflowId, subscriptionWorkflowId } from '@rounds/contracts/ids';
import type { Desired, SubscriptionState } from '@rounds/contracts/messages';
import type { RunRequest } from '@rounds/contracts/run';
import type { Schedule } from '@rounds/contracts/schedule';
import type { Client, WorkflowHandle, WorkflowHandleWithStartDetails } from '@temporalio/client';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import type { report, subscription } from '../src/index.ts';
import { applyUpdate, runNowUpdate, viewQuery } from '../src/subscription.workflow.ts';
import type { FakeStages } from './fake-stages.ts';

export const DAILY: Schedule = { every: 'day', at: '08:00', timeZone: 'UTC' };
export const MONDAYS: Schedule = { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' };

export const desired = (more: Partial<Desired> = {}): Desired => ({
  revision: 1,
  status: 'active',
  schedule: DAILY,
  catchUp: 'latest',
  ...more,
});

export const state = (now: number, more: Partial<SubscriptionState> = {}): SubscriptionState => ({
  version: 1,
  subscriptionId: `sub_${randomUUID().slice(0, 8)}`,
  studyId: 'STUDY01',
  reportType: 'study-weekly',
  ownerId: 'usr_owner',
  desired: desired(),
  doneUntil: now,
  runCount: 0,
  requested: [],
  ...more,
});

export interface Subscribed {
  readonly id: string;
  readonly handle: WorkflowHandleWithStartDetails<typeof subscription>;
  readonly apply: (wish: Desired) => ReturnType<typeof apply>;
  readonly runNow: (requestId: string) => Promise<{ runId: string }>;
  readonly view: () => ReturnType<typeof view>;
}

type Handle = Subscribed['handle'];
const apply = (handle: Handle, wish: Desired) => handle.executeUpdate(applyUpdate, { args: [wish] });
const view = (handle: Handle) => handle.query(viewQuery);

/** What a subscription's workflow needs around it: a server with workers, and fakes that remember its record. */
export interface Surroundings {
  readonly client: Client;
  readonly fakes: FakeStages;
  readonly now: () => Promise<number>;
}

export const subscribe = async (
  { client, fakes, now }: Surroundings,
  more: Partial<SubscriptionState> = {},
): Promise<Subscribed> => {
  const initial = state(await now(), more);
  fakes.remember(initial.subscriptionId, initial.desired);
  const handle = await client.workflow.start<typeof subscription>('subscription', {
    workflowId: subscriptionWorkflowId(initial.subscriptionId),
    taskQueue: TASK_QUEUES.workflows,
    args: [initial],
  });
  return {
    id: initial.subscriptionId,
    handle,
    apply: (wish) => apply(handle, wish),
    runNow: (requestId) =>
      handle.executeUpdate(runNowUpdate, { args: [{ requestId, requestedBy: 'usr_owner' }] }),
    view: () => view(handle),
  };
};

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The next 08:00 UTC after a moment. */
export const nextEight = (now: number): number => {
  const eight = now - (now % DAY) + 8 * HOUR;
  return eight > now ? eight : eight + DAY;
};

/** A run with valid defaults. */
export const request = (more: Partial<RunRequest> = {}): RunRequest => ({
  runId: `sub_1.${randomUUID()}`,
  trigger: 'schedule',
  studyId: 'STUDY01',
  reportType: 'study-weekly',
  subscriptionId: 'sub_1',
  requestedBy: 'usr_1',
  due: '2026-11-23',
  timeZone: 'Europe/Berlin',
  period: { start: '2026-11-16', end: '2026-11-23' },
  ...more,
});

export const startReport = ({ client }: Pick<Surroundings, 'client'>, run: RunRequest) =>
  client.workflow.start<typeof report>('report', {
    workflowId: reportWorkflowId(run.runId),
    taskQueue: TASK_QUEUES.workflows,
    args: [run],
  });

/** Not by `result()`: that skips time with nothing to stop at, up to the end of all time-outs. */
export const closed = async (handle: Pick<WorkflowHandle, 'describe'>): Promise<void> => {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if ((await handle.describe()).status.name !== 'RUNNING') return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('the workflow did not end');
};
