import { createNoticeActivities } from '@rounds/activities-notify/notices/notice.activities';
import { createNotifyActivities } from '@rounds/activities-notify/notify.activities';
import { createWebhookActivities } from '@rounds/activities-notify/webhooks/webhook.activities';
import { systemClock } from '@rounds/adapters/clock';
import { parseSecretKeys } from '@rounds/adapters/crypto/sealed';
import { createMailSender } from '@rounds/adapters/mail/create-mail-sender';
import { openMongo, openObjects } from '../open.ts';
import type { NotifyEnvironment } from '../sections.ts';
import type { Wired, WiringContext } from '../wiring.ts';

/** Of webhooks: they wait for their receivers and cost nothing else. Fifty that hang have their share in it. */
const CALLS_AT_ONCE = 200;

export const wireNotify = (environment: NotifyEnvironment, context: WiringContext): Wired => {
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
};
