/** What opens and closes a run, and sends its mails again. Everything here may be done twice. */
import type { Clock } from '@rounds/adapters/clock';
import { createAuditRepository } from '@rounds/adapters/mongo/audit.repository';
import { createChangeSubscription } from '@rounds/adapters/mongo/change-subscription';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createRecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { createRunsRepository } from '@rounds/adapters/mongo/runs.repository';
import { createStudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createSubscriptionUpkeepRepository } from '@rounds/adapters/mongo/subscription-upkeep.repository';
import { createSubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { createTemplatesRepository } from '@rounds/adapters/mongo/templates.repository';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import type { Client } from '@rounds/adapters/temporal/client';
import { createAnnounceEnd } from '@rounds/adapters/temporal/commands/announce-end';
import { createOwnerWatch } from '@rounds/adapters/temporal/commands/owner-watch';
import { createPauseUnread } from '@rounds/adapters/temporal/commands/pause-unread';
import { createSettleMails } from '@rounds/adapters/temporal/commands/settle-mails';
import type { RunActivities } from '@rounds/contracts/activities';
import { lookAgainMs } from '@rounds/contracts/halt';
import { createCloseRun } from './close-run.ts';
import { createCountRun } from './count-run.ts';
import { createOpenRun } from './open-run.ts';
import { createRedelivery } from './redelivery.ts';
import { createRunTemplates } from './run-templates.ts';

export interface RunDependencies {
  readonly mongo: Pick<Mongo, 'client' | 'collection'>;
  readonly client: Client;
  /** Days for which reports go on after the owner of a subscription has lost the right. */
  readonly ownerGraceDays: number;
  readonly now: Clock;
}

export const createRunActivities = ({
  mongo,
  client,
  ownerGraceDays,
  now,
}: RunDependencies): RunActivities => {
  const runs = createRunsRepository(mongo);
  const halts = createHaltsRepository(mongo);
  const subscriptions = createSubscriptionsRepository(mongo);
  const ledger = createDeliveriesRepository(mongo);
  const recipients = createRecipientsRepository(mongo);
  const webhooks = createWebhookDeliveriesRepository(mongo);
  const audit = createAuditRepository(mongo);
  const changeSubscription = createChangeSubscription(subscriptions, audit);
  const changing = { subscriptions, changeSubscription, client, now };
  const announceEnd = createAnnounceEnd({ client, runs, webhooks, subscriptions, ledger, now });
  const settleMails = createSettleMails({ client, runs, subscriptions, ledger, announceEnd, now });
  return {
    openRun: createOpenRun({
      ...{ runs, subscriptions, ledger, recipients, halts, now },
      owners: createOwnerWatch({
        ...changing,
        upkeep: createSubscriptionUpkeepRepository(mongo),
        recipients,
        graceDays: ownerGraceDays,
      }),
      pauseUnread: createPauseUnread(changing),
      studies: createStudiesRepository(mongo),
      templates: createRunTemplates(createTemplatesRepository(mongo), now),
    }),
    heldBy: async ({ studyId }) => {
      const halt = await halts.over(studyId);
      if (halt === null) return null;
      return { haltId: halt._id, lookAgainMs: lookAgainMs(now().getTime() - halt.at.getTime()) };
    },
    closeRun: createCloseRun({
      ...{ client: mongo.client, runs, ledger, audit, settleMails, announceEnd, now },
      countRun: createCountRun(mongo),
    }),
    ...createRedelivery({ runs, ledger, settleMails, now }),
  };
};
