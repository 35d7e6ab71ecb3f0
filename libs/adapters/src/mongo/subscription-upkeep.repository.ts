/** Subscriptions that housekeeping must do something about. */
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { Mongo } from './client.ts';

export type SubscriptionUpkeepRepository = ReturnType<typeof createSubscriptionUpkeepRepository>;

export const createSubscriptionUpkeepRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const subscriptions = mongo.collection('subscriptions');

  return {
    /** Those whose workflow has not applied their newest revision, longest waiting first; `without` these ids. */
    unapplied: (limit: number, without: readonly string[]): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find({ behind: true, _id: { $nin: [...without] } })
        .sort({ updatedAt: 1 })
        .limit(limit)
        .toArray(),

    /** Active ones whose next run was planned by other time-zone data, and that nobody changed since `before`. */
    plannedOtherwise: (zones: string, before: Date, limit: number): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find({
          status: 'active',
          nextRunZones: { $exists: true, $ne: zones },
          behind: false,
          updatedAt: { $lt: before },
        })
        .limit(limit)
        .toArray(),

    /** By these time-zone data the moment is the same. */
    plannedBy: async ({ _id, studyId, revision }: SubscriptionDocument, zones: string): Promise<void> => {
      await subscriptions.updateOne({ _id, studyId, revision }, { $set: { nextRunZones: zones } });
    },

    /** @returns since when: the first that noticed it stands */
    ownerIsLost: async ({ _id, ownerId }: SubscriptionDocument, at: Date): Promise<Date> => {
      await subscriptions.updateOne(
        { _id, ownerId, ownerLostAt: { $exists: false } },
        { $set: { ownerLostAt: at } },
      );
      return (await subscriptions.findOne({ _id }))?.ownerLostAt ?? at;
    },

    ownerIsBack: async ({ _id, ownerId }: SubscriptionDocument): Promise<void> => {
      await subscriptions.updateOne({ _id, ownerId }, { $unset: { ownerLostAt: '' } });
    },

    /** Active ones whose owner lost the right before a moment. */
    ownerlessSince: (before: Date, limit: number): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find({ ownerLostAt: { $lte: before }, status: 'active' })
        .limit(limit)
        .toArray(),
  };
};
