/** The log of webhooks: what was to be sent, every attempt, and what became of it. */
import { defined } from '@rounds/contracts/defined';
import type { WebhookAttempt, WebhookDeliveryDocument, WebhookState } from '@rounds/contracts/webhook';
import type { Collection, Filter } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { following, NEWEST_FIRST, type After } from './page.ts';
import { within, type Studies } from './study-filter.ts';

/** Whose calls a query may see. */
export interface WebhookSight {
  /** Undefined: everyone's. */
  readonly ownerId: string | undefined;
  readonly studies: Studies;
}

export interface WebhookDeliveriesQuery extends WebhookSight {
  readonly runId?: string | undefined;
  readonly state?: WebhookState | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

/** Of one record; a year of replays must not grow it without bound. */
const MOST_ATTEMPTS = 200;

const seenBy = ({ ownerId, studies }: WebhookSight): Filter<WebhookDeliveryDocument> => ({
  ...within(studies),
  ...defined({ ownerId }),
});

const EVERYTHING: WebhookSight = { ownerId: undefined, studies: 'every' };

export type WebhookDeliveriesRepository = ReturnType<typeof createWebhookDeliveriesRepository>;

export const createWebhookDeliveriesRepository = (mongo: Pick<Mongo, 'collection'>) => {
  // The driver's types take no $push on a document with fields of any name.
  const deliveries = mongo.collection('webhookDeliveries') as unknown as Collection<WebhookDeliveryDocument>;
  return {
    /** Inserting the same id again keeps the first. */
    insert: async ({ _id, ...rest }: WebhookDeliveryDocument): Promise<void> => {
      await deliveries.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
    },

    find: (id: string, sight = EVERYTHING): Promise<WebhookDeliveryDocument | null> =>
      deliveries.findOne({ _id: id, ...seenBy(sight) }),

    list: ({ runId, state, after, limit, ...sight }: WebhookDeliveriesQuery) => {
      const wanted: Filter<WebhookDeliveryDocument> = {
        ...seenBy(sight),
        ...defined({ runId, state }),
      };
      return deliveries
        .find({ $and: [wanted, following(after)] })
        .sort(NEWEST_FIRST)
        .limit(limit)
        .toArray();
    },

    /** @param state left as it is when undefined */
    record: async (
      id: string,
      attempt: WebhookAttempt,
      { state, expiresAt }: { readonly state?: WebhookState; readonly expiresAt: Date },
    ): Promise<void> => {
      await deliveries.updateOne(
        { _id: id },
        {
          $push: { attempts: { $each: [attempt], $slice: -MOST_ATTEMPTS } },
          $set: {
            expiresAt,
            ...defined({ state }),
            ...(state === 'delivered' ? { deliveredAt: attempt.at } : {}),
          },
        },
      );
    },

    /** Unless it was answered or replayed meanwhile. Null: it was. */
    giveUp: (id: string, replay: number): Promise<WebhookDeliveryDocument | null> =>
      deliveries.findOneAndUpdate(
        { _id: id, replays: replay, state: { $in: ['pending', 'given-up'] } },
        { $set: { state: 'given-up' } },
        { returnDocument: 'after' },
      ),

    /** Counts a replay: from now on only its workflow sends. Null when there is no such record. */
    replay: (id: string, audited: Audited): Promise<WebhookDeliveryDocument | null> =>
      deliveries.findOneAndUpdate(
        { _id: id },
        { $inc: { replays: 1 }, $set: { state: 'pending' } },
        { returnDocument: 'after', ...audited },
      ),
  };
};
