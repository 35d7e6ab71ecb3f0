/** Which subscriptions there are, by whose they are and whom they reach. */
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { ClientSession, Filter } from 'mongodb';
import type { Mongo } from './client.ts';
import { following, NEWEST_FIRST, type After } from './page.ts';
import { within, type Studies } from './study-filter.ts';
import { LIVE } from './subscriptions.repository.ts';

export interface SubscriptionQuery {
  readonly studies: Studies;
  readonly ownerId?: string | undefined;
  readonly recipientId?: string | undefined;
  readonly reportType?: string | undefined;
  readonly status?: SubscriptionDocument['status'] | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

export type SubscriptionListsRepository = ReturnType<typeof createSubscriptionListsRepository>;

export const createSubscriptionListsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const subscriptions = mongo.collection('subscriptions');

  return {
    list: (query: SubscriptionQuery): Promise<SubscriptionDocument[]> => {
      const { studies, ownerId, recipientId, reportType, status, after, limit } = query;
      const filter: Filter<SubscriptionDocument> = {
        ...within(studies),
        ...defined({ ownerId, recipients: recipientId, reportType, status }),
        ...following(after),
      };
      return subscriptions.find(filter).sort(NEWEST_FIRST).limit(limit).toArray();
    },

    /** Those that are not over, and whose reports come to the user, or would if they had not unsubscribed. */
    received: (userId: string, after: After | undefined, limit: number): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find({ $and: [{ recipients: userId, ...LIVE }, following(after)] })
        .sort(NEWEST_FIRST)
        .limit(limit)
        .toArray(),

    /** Ids of the subscriptions whose reports reach the user: as owner, as recipient, or by a channel of the study. */
    idsReaching: async (userId: string, studies: Studies): Promise<string[]> => {
      const ways = [{ ownerId: userId }, { recipients: userId }, { channels: { $exists: true } }];
      const reaching = { ...within(studies), $or: ways };
      const found = subscriptions.find(reaching).project<{ _id: string }>({ _id: 1 });
      return (await found.toArray()).map(({ _id }) => _id);
    },

    /** Those of an owner that are not over; of one study where it is named. */
    ofOwner: (ownerId: string, studies: Studies): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find({ ownerId, ...within(studies), ...LIVE })
        .sort({ createdAt: 1 })
        .toArray(),

    /** Others of its owner that are not over, on the same report of the same study, with a recipient in common. */
    alike: (
      { _id, ownerId, studyId, reportType, recipients }: SubscriptionDocument,
      session: ClientSession,
    ): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find(
          {
            ...{ _id: { $ne: _id }, ownerId, studyId, reportType, ...LIVE },
            recipients: { $in: [...recipients] },
          },
          { session },
        )
        .toArray(),
  };
};
