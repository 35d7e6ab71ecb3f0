/**
 * What becomes of a subscription whose owner has no right on the study any more: its reports go on for some days,
 * its owner and the operators get a notice, then it is paused. None of this happens silently.
 */
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { DAY_MS } from '@rounds/contracts/durations';
import { because, type Why } from '@rounds/contracts/why';
import type { Client } from '@temporalio/client';
import type { ChangeSubscription } from '../../mongo/change-subscription.ts';
import type { RecipientsRepository } from '../../mongo/recipients.repository.ts';
import type { SubscriptionUpkeepRepository } from '../../mongo/subscription-upkeep.repository.ts';
import { startNotice } from './start-notice.ts';

export interface OwnerWatchDependencies {
  readonly upkeep: Pick<SubscriptionUpkeepRepository, 'ownerIsLost' | 'ownerIsBack' | 'ownerlessSince'>;
  readonly changeSubscription: ChangeSubscription;
  readonly recipients: Pick<RecipientsRepository, 'checkRights'>;
  readonly client: Client;
  /** Days for which reports go on. */
  readonly graceDays: number;
  readonly now: () => Date;
}

const AT_MOST = 200;

export type OwnerWatch = ReturnType<typeof createOwnerWatch>;

export const createOwnerWatch = (dependencies: OwnerWatchDependencies) => {
  const { upkeep, changeSubscription, recipients, client, graceDays, now } = dependencies;
  const graceMs = graceDays * DAY_MS;

  const notify = async (
    { _id: subscriptionId, studyId, reportType, ownerId }: SubscriptionDocument,
    lostAt: Date,
    kind: 'owner-left' | 'subscription-paused-owner-left',
  ): Promise<void> => {
    const what = { subscriptionId, studyId, reportType, occasion: String(lostAt.getTime()) };
    const about =
      kind === 'owner-left' ? { kind, ...what, pausesAt: lostAt.getTime() + graceMs } : { kind, ...what };
    await startNotice(client, { about, to: [ownerId], operators: true });
  };

  const pause = async (subscription: SubscriptionDocument, lostAt: Date): Promise<Why> => {
    // Another writer may have been faster: whatever they wrote, the next look finds out.
    const pausing = { status: 'paused', pausedReason: 'owner-left' } as const;
    await changeSubscription('subscription.pause', subscription, pausing, now());
    await notify(subscription, lostAt, 'subscription-paused-owner-left');
    return because('owner-left');
  };

  /** @returns why nothing is to be made any more; null while reports go on */
  const look = async (subscription: SubscriptionDocument): Promise<Why | null> => {
    const { studyId, ownerId, ownerLostAt } = subscription;
    const [answer] = await recipients.checkRights(studyId, [ownerId]);
    if (answer?.eligible === true) {
      if (ownerLostAt !== undefined) await upkeep.ownerIsBack(subscription);
      return null;
    }
    const lostAt = await upkeep.ownerIsLost(subscription, now());
    await notify(subscription, lostAt, 'owner-left');
    return lostAt.getTime() + graceMs <= now().getTime() ? pause(subscription, lostAt) : null;
  };

  return {
    look,

    /** Pauses those whose days are over, also where no run was due to find it out. */
    sweep: async (): Promise<void> => {
      const before = new Date(now().getTime() - graceMs);
      for (const subscription of await upkeep.ownerlessSince(before, AT_MOST)) await look(subscription);
    },
  };
};
