/** Temporal names shared by every process: namespace, task queues, workflow types, search attributes. */
export const NAMESPACE = 'rounds';

/** The four stages of a run, in their order. One word each: folder, queue, role, policy and metric. */
export const STAGES = ['fetch', 'aggregate', 'render', 'notify'] as const;
export type Stage = (typeof STAGES)[number];

/** A worker role polls the task queue of the same name. */
export const ROLES = ['workflows', ...STAGES, 'housekeeping'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `webhooks` is polled by the process of `notify` beside its own: it has slots enough for receivers that hang, and none
 * of them is a mail's.
 */
export const QUEUES = [...ROLES, 'webhooks'] as const;
export type Queue = (typeof QUEUES)[number];

export const TASK_QUEUES = {
  workflows: 'workflows',
  fetch: 'fetch',
  aggregate: 'aggregate',
  render: 'render',
  notify: 'notify',
  housekeeping: 'housekeeping',
  webhooks: 'webhooks',
} as const satisfies Record<Queue, string>;

export const WORKFLOW_TYPES = {
  subscription: 'subscription',
  report: 'report',
  reconciliation: 'reconciliation',
  retention: 'retention',
  notice: 'notice',
  redelivery: 'redelivery',
  webhook: 'webhook',
  webhookTest: 'webhookTest',
} as const;

/** Temporal Schedules, each named as the workflow that it starts. */
export const SCHEDULES = {
  reconciliation: WORKFLOW_TYPES.reconciliation,
  retention: WORKFLOW_TYPES.retention,
} as const;

/** Registered by `rounds setup` before any worker starts: an unregistered one fails workflow tasks for ever. */
export const SEARCH_ATTRIBUTES = [
  'StudyId',
  'ReportType',
  'RunStatus',
  'SubscriptionId',
  'RequestedBy',
  'Period',
] as const;
export type SearchAttribute = (typeof SEARCH_ATTRIBUTES)[number];

/** Temporal's priority of a run: a smaller one goes first, 3 is what a workflow without any has. */
export const PRIORITY_KEYS = { high: 2, normal: 3, low: 4 } as const;
