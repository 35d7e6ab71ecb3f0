/** Keeps the records of runs and subscriptions true to their workflows. Everything here may be done twice. */
import type { Clock } from '@rounds/adapters/clock';
import type { Logger } from '@rounds/adapters/logging/logger';
import { createAuditRepository } from '@rounds/adapters/mongo/audit.repository';
import { createChangeSubscription } from '@rounds/adapters/mongo/change-subscription';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createDeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import { createRecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { createRunsRepository } from '@rounds/adapters/mongo/runs.repository';
import { createSetAsidesRepository } from '@rounds/adapters/mongo/set-asides.repository';
import { createStudyClosingRepository } from '@rounds/adapters/mongo/study-closing.repository';
import { createSubscriptionUpkeepRepository } from '@rounds/adapters/mongo/subscription-upkeep.repository';
import { createSubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import { createUnsettledRunsRepository } from '@rounds/adapters/mongo/unsettled-runs.repository';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Client } from '@rounds/adapters/temporal/client';
import { createAnnounceEnd } from '@rounds/adapters/temporal/commands/announce-end';
import { createOwnerWatch } from '@rounds/adapters/temporal/commands/owner-watch';
import { faultOf } from '@rounds/adapters/temporal/fault-of';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import { TIME_ZONE_DATA } from '@rounds/adapters/time-zone-data';
import type { HousekeepingActivities, RunActivities } from '@rounds/contracts/activities';
import { createApplyPending } from './apply-pending.ts';
import { createEndSubscription } from './end-subscription.ts';
import { createRecordSteering } from './record-steering.ts';
import { createRemoveExpired, type RetentionPolicy } from './remove-expired.ts';
import { createReplan } from './replan.ts';
import { createSubscriptionProgressRepository } from './subscription-progress.repository.ts';

export interface HousekeepingDependencies {
  readonly mongo: Pick<Mongo, 'client' | 'collection'>;
  readonly objects: ObjectStore;
  readonly client: Client;
  /** As a workflow closes its run. */
  readonly closeRun: RunActivities['closeRun'];
  readonly retention: RetentionPolicy;
  readonly log: Pick<Logger, 'warn'>;
  readonly beat: Beat;
  /** Days for which reports go on after the owner of a subscription has lost the right. */
  readonly ownerGraceDays: number;
  readonly now: Clock;
}

export const createHousekeepingActivities = (
  dependencies: HousekeepingDependencies,
): HousekeepingActivities => {
  const { mongo, objects, client, closeRun, retention, log, beat, ownerGraceDays, now } = dependencies;
  const runs = createRunsRepository(mongo);
  const subscriptions = createSubscriptionsRepository(mongo);
  const ledger = createDeliveriesRepository(mongo);
  const webhooks = createWebhookDeliveriesRepository(mongo);
  const recipients = createRecipientsRepository(mongo);
  const audit = createAuditRepository(mongo);
  const closing = createStudyClosingRepository(mongo);
  const changeSubscription = createChangeSubscription(subscriptions, audit);
  const upkeep = createSubscriptionUpkeepRepository(mongo);
  const changing = { subscriptions, changeSubscription, client, now };
  const owners = createOwnerWatch({ ...changing, upkeep, recipients, graceDays: ownerGraceDays });
  const progress = createSubscriptionProgressRepository(mongo);
  const ending = createEndSubscription({ ...changing, progress, closing });
  const replan = createReplan({ subscriptions, upkeep, audit, log, zones: TIME_ZONE_DATA, now });
  const applyPending = createApplyPending({
    ...{ client, subscriptions, upkeep, closeRun, beat, log, now },
    runs: createUnsettledRunsRepository(mongo),
    setAsides: createSetAsidesRepository(mongo),
    announceEnd: createAnnounceEnd({ client, runs, webhooks, subscriptions, ledger, now }),
  });
  /** What fails in one of them must not keep the others from being done: the next round tries it again. */
  const goOn = async (sweep: string, work: () => Promise<unknown>): Promise<void> => {
    beat({ sweep });
    await work().catch((error: unknown) => {
      log.warn({ sweep, fault: faultOf(error, sweep).code }, 'A part of reconciliation failed.');
    });
  };
  return {
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
