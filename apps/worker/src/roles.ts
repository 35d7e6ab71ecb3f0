/** One row a role: what it needs to know, and what it does. The task queue bears the role's name. */
import { fileURLToPath } from 'node:url';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { createHousekeepingActivities } from '@rounds/activities-housekeeping/housekeeping.activities';
import { createNotifyActivities } from '@rounds/activities-notify/notify.activities';
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import { createRenderActivities } from '@rounds/activities-render/render.activities';
import {
  linkEnvironment,
  mailEnvironment,
  mongoEnvironment,
  s3Environment,
} from '@rounds/adapters/config/environment';
import { createMailSender } from '@rounds/adapters/mail/create-mail-sender';
import { connectTemporal } from '@rounds/adapters/temporal/client';
import { activityBeat } from '@rounds/adapters/temporal/heartbeat';
import type { RenderInput } from '@rounds/contracts/activities';
import type { Role } from '@rounds/contracts/queues';
import { cancellationSignal } from '@temporalio/activity';
import { z } from 'zod';
import { retryFirstMs, runTimeoutMs, workersPerQueue, type WorkerConfig } from './config.ts';
import { openMongo, openObjects, role, type RoleWiring } from './wiring.ts';

/** A scheduled run outlasts an outage of a night; after a day its week is over and people must look. */
const STAGE_DEADLINE_MS = 24 * 60 * 60 * 1000;

/** Beside the program in dist/, where the build puts them. */
const workflowBundle = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));
const drawingThread = fileURLToPath(new URL('./pdf-worker.js', import.meta.url));

const policyOf = (config: WorkerConfig) => ({
  firstRetryMs: retryFirstMs(config),
  attemptTimeoutMs: runTimeoutMs(config),
  stageDeadlineMs: STAGE_DEADLINE_MS,
  onDemandRetryMs: runTimeoutMs(config),
});

const data = z.object({ ...mongoEnvironment.shape, ...s3Environment.shape });

export const ROLE_WIRINGS: Readonly<Record<Role, RoleWiring>> = {
  workflows: role(z.object({}), (_none, { config }) => ({
    activities: createPlanActivities({ policy: policyOf(config) }),
    options: { workflowBundle: { codePath: workflowBundle }, enableNonLocalActivities: false },
  })),

  fetch: role(data, (environment, context) => ({
    activities: createFetchActivities({
      mongo: openMongo(environment, 'fetch', context),
      objects: openObjects(environment, context),
      codeVersion: context.config.ROUNDS_CODE_VERSION,
      now: () => new Date(),
      beat: activityBeat,
    }),
  })),

  aggregate: role(s3Environment, (environment, context) => ({
    activities: createAggregateActivities({
      objects: openObjects(environment, context),
      codeVersion: context.config.ROUNDS_CODE_VERSION,
      beat: activityBeat,
    }),
  })),

  render: role(data, (environment, context) => {
    const rendering = createRenderActivities({
      mongo: openMongo(environment, 'render', context),
      objects: openObjects(environment, context),
      drawing: { file: drawingThread, threads: workersPerQueue(context.config) },
      beat: activityBeat,
      signal: cancellationSignal,
    });
    context.onClose(() => rendering.close());
    return { activities: { render: (input: RenderInput) => rendering.render(input) } };
  }),

  notify: role(
    z.object({ ...data.shape, ...linkEnvironment.shape, ...mailEnvironment.shape }),
    (environment, context) => ({
      activities: createNotifyActivities({
        mongo: openMongo(environment, 'notify', context),
        objects: openObjects(environment, context),
        mail: createMailSender(environment),
        settings: {
          linkSecret: environment.ROUNDS_LINK_SECRET,
          publicUrl: environment.ROUNDS_PUBLIC_URL,
          linkDays: environment.ROUNDS_LINK_DAYS,
          from: environment.ROUNDS_MAIL_FROM,
        },
      }),
    }),
  ),

  housekeeping: role(mongoEnvironment, (environment, context) => {
    const temporal = connectTemporal(context.config);
    context.onClose(() => temporal.close());
    return {
      activities: createHousekeepingActivities({
        mongo: openMongo(environment, 'housekeeping', context),
        client: temporal.client,
        log: context.log,
      }),
    };
  }),
};
