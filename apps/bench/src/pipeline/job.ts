/** A run as it travels from queue to queue, where no workflow remembers it: with everything that the next stage needs. */
import type { Role } from '@rounds/contracts/queues';
import type { OpenedRun, RunOutcome, RunRequest, ScopeDataset, ScopeOutput } from '@rounds/contracts/run';

export interface Job {
  readonly request: RunRequest;
  readonly ready?: Extract<OpenedRun, { state: 'ready' }>;
  readonly cut?: NonNullable<RunOutcome['cut']>;
  readonly datasets?: readonly ScopeDataset[];
  readonly outputs?: readonly ScopeOutput[];
  readonly deliveries?: RunOutcome['deliveries'];
}

/** In their order, each with the role whose workers do it, as in the product. */
export const STAGES = {
  open: 'housekeeping',
  fetch: 'fetch',
  aggregate: 'aggregate',
  render: 'render',
  notify: 'notify',
  close: 'housekeeping',
} as const satisfies Record<string, Role>;
export type Stage = keyof typeof STAGES;

export const PIPELINE_ROLES: readonly Role[] = [...new Set(Object.values(STAGES))];

export const queueOf = (role: Role): string => `bench-${role}`;

/** A stage of the product is tried again too. */
export const TRIES = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
} as const;
