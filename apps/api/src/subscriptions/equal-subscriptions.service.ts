import { Inject, Injectable } from '@nestjs/common';
import type { ClientSession, Mongo } from '@rounds/adapters/mongo/client';
import {
  createSubscriptionListsRepository,
  type SubscriptionListsRepository,
} from '@rounds/adapters/mongo/subscription-lists.repository';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { nextRuns } from '@rounds/contracts/timetable-arithmetic';
import { CLOCK, MONGO, type Clock } from '../platform/tokens.ts';

/** Schedules that have these in common are the same, however they are written. */
const COMPARED_RUNS = 5;

/** Of two equal subscriptions of one owner the second is mostly a mistake. */
@Injectable()
export class EqualSubscriptions {
  constructor(
    @Inject(MONGO) private readonly mongo: Mongo,
    @Inject(createSubscriptionListsRepository) private readonly subscriptions: SubscriptionListsRepository,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * @param session of the transaction that writes the subscription
   * @param before as it was: to stay equal to one is no second mistake
   * @throws RoundsError SUBSCRIPTION_EXISTS
   */
  async demandNone(
    subscription: SubscriptionDocument,
    session: ClientSession,
    before?: SubscriptionDocument,
  ): Promise<void> {
    // Whoever hands one over learns nothing of what its new owner has.
    if (before !== undefined && before.ownerId !== subscription.ownerId) return;
    // All of one owner write this document: two requests at once would not see each other otherwise.
    const admission = { _id: `subscriptions/${subscription.ownerId}` };
    const admissions = this.mongo.collection('admissions');
    await admissions.updateOne(admission, { $inc: { passed: 1 } }, { session, upsert: true });
    const others = await this.subscriptions.alike(subscription, session);
    const now = this.now();
    const equal = others.find(
      (other) =>
        areEqual(other, subscription, now) && !(before !== undefined && areEqual(other, before, now)),
    );
    if (equal !== undefined) refuse(equal);
  }
}

/** Both come to somebody at the same moments, of the same kind and with the same options. */
const areEqual = (one: SubscriptionDocument, other: SubscriptionDocument, now: number): boolean =>
  one.recipients.some((recipient) => other.recipients.includes(recipient)) &&
  contentOf(one, now) === contentOf(other, now);

const contentOf = (
  { templateId, parameters, formats, schedule }: SubscriptionDocument,
  now: number,
): string => {
  const moments = nextRuns({ schedule }, now, COMPARED_RUNS).map(({ at }) => at);
  return canonicalJson({ templateId: templateId ?? null, parameters, formats: [...formats].sort(), moments });
};

const refuse = ({ _id: id }: SubscriptionDocument): never => {
  throw new RoundsError(
    'SUBSCRIPTION_EXISTS',
    `There is an equal subscription of the same owner: ${id}. Change that one, or say evenIfEqual to have a second.`,
    { fields: [broken('evenIfEqual', 'equal-subscription', { id })] },
  );
};
