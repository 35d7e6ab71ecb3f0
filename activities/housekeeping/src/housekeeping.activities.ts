/** Keeps the records of runs and subscriptions true to their workflows. Everything here may be done twice. */
import type { Clock } from '@rounds/adapters/clock';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createAuditRepository } from '@rounds/adapters/mongo/audit.repository';
import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createRecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { createRunsRepository } from '@rounds/adapters/mongo/runs.repository';
import { createSetAsidesRepository } from '@rounds/adapters/mongo/set-asides.repository';
import { createStudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createStudyClosingRepository } from '@rounds/adapters/mongo/study-closing.repository';
import { createSubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { createTemplatesRepository } from '@rounds/adapters/mongo/templates.repository';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { faultOf } from '@rounds/adapters/temporal/fault-of';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { TIME_ZONE_DATA } from '@rounds/adapters/time-zone-data';
import { createAnnounceEnd } from '@rounds/adapters/temporal/commands/announce-end';
import { createSettleMails } from '@rounds/adapters/temporal/commands/settle-mails';
import type { HousekeepingActivities } from '@rounds/contracts/activities';
import { lookAgainMs } from '@rounds/contracts/halt';
import type { Client } from '@temporalio/client';
import { createApplyPending } from './apply-pending.ts';
import { createChangeSubscription } from '@rounds/adapters/mongo/change-subscription';
import { createCloseRun } from './close-run.ts';
import { createEndSubscription } from './end-subscription.ts';
import { createPauseUnread } from '@rounds/adapters/temporal/commands/pause-unread';
import { createOpenRun } from './open-run.ts';
import { createOwnerWatch } from './owner-watch.ts';
import { createRecordSteering } from './record-steering.ts';
import { createRedelivery } from './redelivery.ts';
import { createRemoveExpired, type RetentionPolicy } from './remove-expired.ts';
import { createReplan } from './replan.ts';
import { createRunTemplates } from './run-templates.ts';
import { createSubscriptionProgressRepository } from './subscription-progress.repository.ts';

const OWNER_GRACE_DAYS = 14;

export interface HousekeepingDependencies {
  readonly mongo: Pick<Mongo, 'client' | 'collection'>;
  readonly objects: ObjectStore;
  readonly client: Client;
  readonly retention: RetentionPolicy;
  readonly log: Pick<Logger, 'warn'>;
  readonly beat: Beat;
  /** Days for which reports go on after the owner of a subscription has lost the right. */
  readonly ownerGraceDays?: number;
  readonly now: Clock;
}

export const createHousekeepingActivities = (
  dependencies: HousekeepingDependencies,
): HousekeepingActivities => {
  const { mongo, objects, client, retention, log, beat, now } = dependencies;
  const { ownerGraceDays: graceDays = OWNER_GRACE_DAYS } = dependencies;
  const runs = createRunsRepository(mongo);
  const halts = createHaltsRepository(mongo);
  const subscriptions = createSubscriptionsRepository(mongo);
  const ledger = createDeliveriesRepository(mongo);
  const progress = createSubscriptionProgressRepository(mongo);
  const webhooks = createWebhookDeliveriesRepository(mongo);
  const announceEnd = createAnnounceEnd({ client, runs, webhooks, subscriptions, ledger, now });
  const settleMails = createSettleMails({ client, runs, subscriptions, ledger, announceEnd, now });
  const audit = createAuditRepository(mongo);
  const closeRun = createCloseRun({
    ...{ client: mongo.client, runs, progress, ledger, audit, settleMails, announceEnd, now },
  });
  const changeSubscription = createChangeSubscription(subscriptions, audit);
  const recipients = createRecipientsRepository(mongo);
  const owners = createOwnerWatch({
    ...{ subscriptions, changeSubscription, recipients, client, graceDays, now },
  });
  const closing = createStudyClosingRepository(mongo);
  const ending = createEndSubscription({
    ...{ subscriptions, changeSubscription, progress, closing, client, now },
  });
  const replan = createReplan({ subscriptions, audit, log, zones: TIME_ZONE_DATA, now });
  const applyPending = createApplyPending({
    client,
    subscriptions,
    runs,
    setAsides: createSetAsidesRepository(mongo),
    closeRun,
    announceEnd,
    beat,
    log,
    now,
  });
  /** What fails in one of them must not keep the others from being done: the next round tries it again. */
  const goOn = async (sweep: string, work: () => Promise<unknown>): Promise<void> => {
    beat({ sweep });
    await work().catch((error: unknown) => {
      log.warn({ sweep, fault: faultOf(error, sweep).code }, 'A part of reconciliation failed.');
    });
  };
  return {
    openRun: createOpenRun({
      runs,
      subscriptions,
      ledger,
      recipients,
      owners,
      pauseUnread: createPauseUnread({ subscriptions, changeSubscription, client, now }),
      halts,
      studies: createStudiesRepository(mongo),
      templates: createRunTemplates(createTemplatesRepository(mongo), now),
      now,
    }),
    heldBy: async ({ studyId }) => {
      const halt = await halts.over(studyId);
      if (halt === null) return null;
      return { haltId: halt._id, lookAgainMs: lookAgainMs(now().getTime() - halt.at.getTime()) };
    },
    closeRun,
    ...createRedelivery({ runs, ledger, settleMails, now }),
    recordSteering: createRecordSteering(subscriptions, changeSubscription, now),
    recordSubscription: ending.record,
    applyPending: async () => {
      await goOn('study closings', () => closing.copyAll(now()));
      await goOn('paused subscriptions past their end', () => ending.endPaused());
      await goOn('owners without a right', () => owners.sweep());
      await goOn('plans of older time-zone data', replan);
      return await applyPending();
    },
    removeExpired: createRemoveExpired({ mongo, objects, policy: retention, beat, now }),
  };
};
