/** The worker processes in this one: real workflows, planning and housekeeping, the fakes for the other stages. */
import { systemClock } from '@rounds/adapters/clock';
import { createHousekeepingActivities } from '@rounds/activities-housekeeping/housekeeping.activities';
import { createRunActivities } from '@rounds/activities-run/run.activities';
import { createNoticeActivities } from '@rounds/activities-notify/notices/notice.activities';
import { createWebhookActivities } from '@rounds/activities-notify/webhooks/webhook.activities';
import { createPlanActivities } from '@rounds/activities-plan/plan.activities';
import { parseSecretKeys } from '@rounds/adapters/crypto/sealed';
import { createLogger } from '@rounds/adapters/logging/logger';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createResendMailSender } from '@rounds/adapters/mail/resend-mail-sender';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { connectTemporal } from '@rounds/adapters/temporal/client';
import { parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { dataConverter } from '@rounds/adapters/temporal/data-converter';
import { activityBeat } from '@rounds/adapters/temporal/heartbeat';
import { withFaults } from '@rounds/adapters/temporal/with-faults';
import { BUILT_WORKFLOWS, serverSetting } from '@rounds/adapters/testing/servers';
import { TASK_QUEUES, type Queue } from '@rounds/contracts/queues';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { ApiConfig } from '../src/config.ts';
import type { StageFakes } from './stage-fakes.ts';

const POLICY = {
  firstRetryMs: 1_000,
  attemptTimeoutMs: 60_000,
  stageDeadlineMs: 600_000,
  onDemandRetryMs: 10_000,
};

export interface Workers {
  readonly stop: () => Promise<void>;
}

let installed = false;
const quietRuntime = (): void => {
  if (installed) return;
  installed = true;
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'error' } } });
};

export const mailing = (config: ApiConfig) => ({
  mail: createResendMailSender({
    apiKey: serverSetting('RESEND_API_KEY'),
    baseUrl: serverSetting('RESEND_BASE_URL'),
  }),
  settings: {
    publicUrl: config.ROUNDS_PUBLIC_URL,
    from: 'Rounds <rounds@example.org>',
    linkSecret: config.ROUNDS_LINK_SECRET,
    linkDays: config.ROUNDS_LINK_DAYS,
  },
  keys: parseSecretKeys(config.ROUNDS_SECRET_KEYS),
  calls: {
    allowPrivate: true,
    allowHttp: true,
    timeoutMs: config.ROUNDS_WEBHOOK_TIMEOUT_S * 1_000,
  },
});

/** What goes outside beside the reports' mails is real: notices through the mail provider, webhooks over HTTP. */
export const messagesOf = (config: ApiConfig, mongo: Mongo) => {
  const now = systemClock;
  const { keys, calls: posts, ...mails } = mailing(config);
  const calls = { publicUrl: config.ROUNDS_PUBLIC_URL, logDays: 30, ...posts };
  const webhooks = createWebhookActivities({ mongo, keys, settings: calls, now });
  return {
    notify: { ...createNoticeActivities({ mongo, ...mails, now }), ...webhooks },
    webhooks,
  };
};

/** Real stages instead of the fakes. */
export type Stages = Partial<Record<Queue, object>>;

export const startWorkers = async (
  config: ApiConfig,
  mongo: Mongo,
  fakes: StageFakes,
  stages: Stages = {},
): Promise<Workers> => {
  quietRuntime();
  const temporal = connectTemporal(config);
  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const log = createLogger('test', 'error');
  const messages = messagesOf(config, mongo);
  const shared = { mongo, client: temporal.client, ownerGraceDays: 14, now: systemClock };
  const runs = createRunActivities(shared);
  const activities: Record<Queue, object> = {
    workflows: createPlanActivities({ policy: POLICY }),
    fetch: { freezeCut: fakes.freezeCut, discardCut: fakes.discardCut },
    aggregate: { aggregate: fakes.aggregate },
    render: { render: fakes.render, inspect: fakes.inspect, discardArtefacts: fakes.discardArtefacts },
    notify: { notify: fakes.notify, ...messages.notify },
    webhooks: messages.webhooks,
    housekeeping: {
      ...runs,
      ...createHousekeepingActivities({
        ...{ ...shared, closeRun: (outcome) => runs.closeRun(outcome), log, beat: activityBeat },
        objects: roleObjects('housekeeping', fakes.objects),
        retention: { temporaryMs: 3_600_000, redriveMs: 86_400_000 },
      }),
    },
    ...stages,
  };
  const workers = await Promise.all(
    Object.entries(activities).map(([role, implementation]) =>
      Worker.create({
        connection,
        namespace: config.TEMPORAL_NAMESPACE,
        taskQueue: TASK_QUEUES[role as Queue],
        activities: implementation,
        dataConverter: dataConverter(parseCodecKeys(config.ROUNDS_CODEC_KEYS)),
        interceptors: { activity: [withFaults({ retries: 1 })] },
        maxHeartbeatThrottleInterval: '100ms',
        ...(role === 'workflows' ? { workflowBundle: BUILT_WORKFLOWS } : {}),
      }),
    ),
  );
  const running = workers.map((worker) => worker.run());
  return {
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(running);
      await connection.close();
      await temporal.close();
    },
  };
};
