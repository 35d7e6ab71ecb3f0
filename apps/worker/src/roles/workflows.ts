import { fileURLToPath } from 'node:url';
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import { DAY_MS } from '@rounds/contracts/durations';
import { retryFirstMs, runTimeoutMs, type WorkerConfig } from '../config.ts';
import type { Wired, WiringContext } from '../wiring.ts';

/** A scheduled run outlasts an outage of a night; after a day its week is over and people must look. */
const STAGE_DEADLINE_MS = DAY_MS;

/**
 * Their work is done in milliseconds by one thread. Many at once would only let runs overtake each other that were
 * asked for in the same moment: each schedules its next stage when it is done.
 */
const WORKFLOW_TASKS_AT_ONCE = 4;

/**
 * Of sleepers and runs, each with a context of its own of nearly 1 MB: by default the SDK keeps as many as its memory
 * limit seems to allow, which is thousands. Whoever wakes without one is replayed from a history of some dozen events.
 */
const WORKFLOWS_IN_MEMORY = 200;

/** Beside the program in dist/, where the build puts it. */
const workflowBundle = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));

const policyOf = (config: WorkerConfig) => ({
  firstRetryMs: retryFirstMs(config),
  attemptTimeoutMs: runTimeoutMs(config),
  stageDeadlineMs: STAGE_DEADLINE_MS,
  onDemandRetryMs: runTimeoutMs(config),
});

export const wireWorkflows = (_none: object, { config }: WiringContext): Wired => ({
  activities: createPlanActivities({ policy: policyOf(config) }),
  options: {
    workflowBundle: { codePath: workflowBundle },
    enableNonLocalActivities: false,
    maxConcurrentWorkflowTaskExecutions: WORKFLOW_TASKS_AT_ONCE,
    maxCachedWorkflows: WORKFLOWS_IN_MEMORY,
  },
});
