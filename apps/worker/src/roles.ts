/** One row a role: what it needs to know, and what it does. The task queue bears the role's name. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { createHousekeepingActivities } from '@rounds/activities-housekeeping/housekeeping.activities';
import { createNoticeActivities } from '@rounds/activities-notify/notices/notice.activities';
import { createNotifyActivities } from '@rounds/activities-notify/notify.activities';
import { createWebhookActivities } from '@rounds/activities-notify/webhooks/webhook.activities';
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import { createRenderActivities } from '@rounds/activities-render/render.activities';
import { createRunActivities } from '@rounds/activities-run/run.activities';
import {
  linkEnvironment,
  mailEnvironment,
  mongoEnvironment,
  retentionEnvironment,
  s3Environment,
  sizeEnvironment,
  subscriptionEnvironment,
  webhookEnvironment,
} from '@rounds/adapters/config/environment';
import { systemClock } from '@rounds/adapters/clock';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { parseSecretKeys } from '@rounds/adapters/crypto/sealed';
import { createMailSender } from '@rounds/adapters/mail/create-mail-sender';
import { createMakings, type Makings } from '@rounds/adapters/s3/makings';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { connectTemporal } from '@rounds/adapters/temporal/client';
import { activityBeat, activitySignal } from '@rounds/adapters/temporal/heartbeat';
import type { InspectInput, RenderInput } from '@rounds/contracts/activities';
import { DAY_MS } from '@rounds/contracts/durations';
import type { Role } from '@rounds/contracts/queues';
import { z } from 'zod';
import { retryFirstMs, runTimeoutMs, workersPerQueue, type WorkerConfig } from './config.ts';
import { openMongo, openObjects, role, type RoleWiring } from './wiring.ts';

/** A scheduled run outlasts an outage of a night; after a day its week is over and people must look. */
const STAGE_DEADLINE_MS = DAY_MS;

/**
 * Their work is done in milliseconds by one thread. Many at once would only let runs overtake each other that were
 * asked for in the same moment: each schedules its next stage when it is done.
 */
const WORKFLOW_TASKS_AT_ONCE = 4;

/** Of webhooks: they wait for their receivers and cost nothing else. Fifty that hang have their share in it. */
const CALLS_AT_ONCE = 200;

/** Beside the program in dist/, where the build puts them. */
const workflowBundle = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));
const drawingThread = fileURLToPath(new URL('./pdf-worker.js', import.meta.url));

/** To the byte, with its drawing thread. */
const program = sha256Of(
  [fileURLToPath(import.meta.url), drawingThread].map((file) => sha256Of(readFileSync(file))).join(),
);

const makingsIn = (objects: ObjectStore): Makings =>
  createMakings({ objects, program, beat: activityBeat, now: systemClock });

const policyOf = (config: WorkerConfig) => ({
  firstRetryMs: retryFirstMs(config),
  attemptTimeoutMs: runTimeoutMs(config),
  stageDeadlineMs: STAGE_DEADLINE_MS,
  onDemandRetryMs: runTimeoutMs(config),
});

const data = z.object({ ...mongoEnvironment.shape, ...s3Environment.shape });
const sized = z.object({ ...data.shape, ...sizeEnvironment.shape });
const kept = z.object({
  ...data.shape,
  ...retentionEnvironment.shape,
  ...subscriptionEnvironment.shape,
});

const retentionOf = (environment: z.infer<typeof retentionEnvironment>) => {
  const { ROUNDS_TEMPORARY_S, ROUNDS_REDRIVE_DAYS, ROUNDS_RESULT_DAYS, ROUNDS_S3_LOCK_DAYS } = environment;
  return {
    temporaryMs: ROUNDS_TEMPORARY_S * 1000,
    redriveMs: ROUNDS_REDRIVE_DAYS * DAY_MS,
    ...(ROUNDS_RESULT_DAYS === undefined ? {} : { resultsMs: ROUNDS_RESULT_DAYS * DAY_MS }),
    ...(ROUNDS_S3_LOCK_DAYS === undefined ? {} : { lockMs: ROUNDS_S3_LOCK_DAYS * DAY_MS }),
  };
};

export const ROLE_WIRINGS: Readonly<Record<Role, RoleWiring>> = {
  workflows: role(z.object({}), (_none, { config }) => ({
    activities: createPlanActivities({ policy: policyOf(config) }),
    options: {
      workflowBundle: { codePath: workflowBundle },
      enableNonLocalActivities: false,
      maxConcurrentWorkflowTaskExecutions: WORKFLOW_TASKS_AT_ONCE,
    },
  })),

  fetch: role(sized, (environment, context) => ({
    activities: createFetchActivities({
      mongo: openMongo(environment, 'fetch', context),
      objects: openObjects(environment, context),
      codeVersion: context.config.ROUNDS_CODE_VERSION,
      now: systemClock,
      beat: activityBeat,
      maxRows: environment.ROUNDS_MAX_ROWS,
    }),
  })),

  aggregate: role(s3Environment, (environment, context) => {
    const objects = openObjects(environment, context);
    return {
      activities: createAggregateActivities({
        ...{ objects, makings: makingsIn(objects), program, beat: activityBeat, log: context.log },
        codeVersion: context.config.ROUNDS_CODE_VERSION,
      }),
    };
  }),

  render: role(sized, (environment, context) => {
    const objects = openObjects(environment, context);
    const rendering = createRenderActivities({
      mongo: openMongo(environment, 'render', context),
      ...{ objects, makings: makingsIn(objects) },
      drawing: {
        file: drawingThread,
        threads: workersPerQueue(context.config),
        maxFileBytes: environment.ROUNDS_MAX_FILE_MB * 1024 * 1024,
      },
      beat: activityBeat,
      signal: activitySignal,
      now: systemClock,
    });
    context.onClose(() => rendering.close());
    return {
      activities: {
        render: (input: RenderInput) => rendering.render(input),
        inspect: (input: InspectInput) => rendering.inspect(input),
        discardArtefacts: (input: { runId: string }) => rendering.discardArtefacts(input),
      },
    };
  }),

  notify: role(
    z.object({
      ...data.shape,
      ...linkEnvironment.shape,
      ...mailEnvironment.shape,
      ...webhookEnvironment.shape,
    }),
    (environment, context) => {
      const mongo = openMongo(environment, 'notify', context);
      const objects = openObjects(environment, context);
      const mail = createMailSender(environment);
      const settings = {
        linkSecret: environment.ROUNDS_LINK_SECRET,
        publicUrl: environment.ROUNDS_PUBLIC_URL,
        linkDays: environment.ROUNDS_LINK_DAYS,
        from: environment.ROUNDS_MAIL_FROM,
      };
      const calls = {
        publicUrl: environment.ROUNDS_PUBLIC_URL,
        allowPrivate: environment.ROUNDS_WEBHOOK_ALLOW_PRIVATE,
        allowHttp: environment.ROUNDS_WEBHOOK_ALLOW_HTTP,
        timeoutMs: environment.ROUNDS_WEBHOOK_TIMEOUT_S * 1_000,
        logDays: environment.ROUNDS_WEBHOOK_LOG_DAYS,
      };
      const keys = parseSecretKeys(environment.ROUNDS_SECRET_KEYS);
      const webhooks = createWebhookActivities({ mongo, keys, settings: calls, now: systemClock });
      return {
        activities: {
          ...createNotifyActivities({ mongo, objects, mail, settings, keys, calls, now: systemClock }),
          ...createNoticeActivities({ mongo, mail, settings, now: systemClock }),
          // The end of a call that was given up, and calls that were begun before they had a queue of their own.
          ...webhooks,
        },
        beside: {
          queue: 'webhooks',
          activities: webhooks,
          options: { maxConcurrentActivityTaskExecutions: CALLS_AT_ONCE },
        },
      };
    },
  ),

  housekeeping: role(kept, (environment, context) => {
    const temporal = connectTemporal(context.config);
    context.onClose(() => temporal.close());
    const shared = {
      mongo: openMongo(environment, 'housekeeping', context),
      client: temporal.client,
      ownerGraceDays: environment.ROUNDS_OWNER_GRACE_DAYS,
      now: systemClock,
    };
    const runs = createRunActivities(shared);
    return {
      activities: {
        ...runs,
        ...createHousekeepingActivities({
          ...shared,
          closeRun: (outcome) => runs.closeRun(outcome),
          objects: openObjects(environment, context),
          retention: retentionOf(environment),
          beat: activityBeat,
          log: context.log,
        }),
      },
    };
  }),
};
