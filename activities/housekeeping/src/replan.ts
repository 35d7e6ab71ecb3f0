/**
 * New rules of a time zone: a run that was planned before them is due at another moment now. Its subscription is informed
 * to plan anew, a few hundred a round, so that ten thousand sleepers do not wake at once.
 */
import type { AuditRepository } from '@rounds/adapters/mongo/audit.repository';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { SubscriptionUpkeepRepository } from '@rounds/adapters/mongo/subscription-upkeep.repository';
import type { SubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { timetableOf } from '@rounds/contracts/timetable';
import { runToMake } from '@rounds/contracts/timetable-arithmetic';

export interface ReplanDependencies {
  readonly subscriptions: Pick<SubscriptionsRepository, 'change'>;
  readonly upkeep: Pick<SubscriptionUpkeepRepository, 'plannedBy' | 'plannedOtherwise'>;
  readonly audit: Pick<AuditRepository, 'change'>;
  readonly log: Pick<Logger, 'warn'>;
  /** Version of the time-zone data of this process. */
  readonly zones: string;
  readonly now: () => Date;
}

const AT_MOST = 500;
/** While workers of two versions run side by side, a plan may come back from the older one. */
const ASKED_AGAIN_AFTER_MS = 10 * 60_000;

export const createReplan = ({ subscriptions, upkeep, audit, log, zones, now }: ReplanDependencies) => {
  const replan = async (subscription: SubscriptionDocument): Promise<void> => {
    const at = now();
    const { _id: id, studyId, ownerId, catchUp, nextRunAt } = subscription;
    const next = runToMake({ ...timetableOf(subscription), catchUp, after: at.getTime(), now: at.getTime() });
    if (nextRunAt === undefined || next?.at === nextRunAt.getTime()) {
      await upkeep.plannedBy(subscription, zones);
      return;
    }
    // It is due: to be made late is better than to be passed over.
    if (nextRunAt <= at) return;
    const details = {
      before: nextRunAt.toISOString(),
      after: next === null ? '' : new Date(next.at).toISOString(),
      zones,
    };
    const target = { type: 'subscription', id };
    const changed = await audit.change(
      (audited) => subscriptions.change(subscription, {}, at, audited),
      () => ({ actorId: ownerId, action: 'subscription.replan', target, studyId, details }),
      at,
    );
    if (changed !== null)
      log.warn({ id, ...details }, 'New rules of its time zone move the next run of a subscription.');
  };

  return async (): Promise<void> => {
    const before = new Date(now().getTime() - ASKED_AGAIN_AFTER_MS);
    for (const subscription of await upkeep.plannedOtherwise(zones, before, AT_MOST))
      await replan(subscription);
  };
};
