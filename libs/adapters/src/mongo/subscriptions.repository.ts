import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { CutRef, RunStatus } from '@rounds/contracts/run';
import type { ClientSession, Document, Filter, MatchKeysAndValues } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { recordDelivered } from './delivered-cuts.ts';
import { following, NEWEST_FIRST, type After } from './page.ts';
import { within, type Studies } from './study-filter.ts';

type Changeable =
  | 'ownerId'
  | 'parameters'
  | 'schedule'
  | 'formats'
  | 'recipients'
  | 'deliver'
  | 'catchUp'
  | 'status'
  | 'exceptions';
type Removable =
  | 'until'
  | 'templateId'
  | 'unchangedNote'
  | 'incomplete'
  | 'callback'
  | 'channels'
  | 'snoozedUntil'
  | 'holidays'
  | 'pausedReason'
  | 'endedWhy'
  | 'ownerLostAt';

/** What a change may touch; what is undefined stays as it is, what is null is removed. */
export type SubscriptionChange = {
  readonly [Field in Changeable]?: SubscriptionDocument[Field] | undefined;
} & { readonly [Field in Removable]?: SubscriptionDocument[Field] | null | undefined };

export interface SubscriptionQuery {
  readonly studies: Studies;
  readonly ownerId?: string | undefined;
  readonly recipientId?: string | undefined;
  readonly reportType?: string | undefined;
  readonly status?: SubscriptionDocument['status'] | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

/** What the workflow knows, and in the same step whether it must still be told. `set` goes with it. */
export const confirmed = (appliedRevision: number, set: Document = {}): Document[] => [
  { $set: { appliedRevision: { $max: ['$appliedRevision', appliedRevision] }, ...set } },
  { $set: { behind: { $lt: ['$appliedRevision', '$revision'] } } },
];

export type SubscriptionsRepository = ReturnType<typeof createSubscriptionsRepository>;

export const createSubscriptionsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const subscriptions = mongo.collection('subscriptions');

  return {
    /** Of its last run, when what became of the mails made it another one. */
    followRun: async (
      { _id, subscriptionId = '', studyId }: RunDocument,
      status: RunStatus,
    ): Promise<void> => {
      const key = { _id: subscriptionId, studyId, 'lastRun.runId': _id };
      await subscriptions.updateOne(key, { $set: { 'lastRun.status': status } });
    },

    /** The cut of a run that reached somebody. */
    recordDelivered: (
      run: Pick<RunDocument, 'subscriptionId' | 'studyId' | 'due'>,
      cut: CutRef,
      scopes: readonly string[],
    ): Promise<void> => recordDelivered(subscriptions, run, cut, scopes),

    /** False: there is one of the same id, which stays as it is. */
    insert: async (subscription: SubscriptionDocument, audited: Audited): Promise<boolean> => {
      const { _id, ...rest } = { ...subscription, behind: true };
      const put = { upsert: true, ...audited };
      return (await subscriptions.updateOne({ _id }, { $setOnInsert: rest }, put)).upsertedCount === 1;
    },

    /** Others of its owner that are not over, on the same report of the same study, with a recipient in common. */
    alike: (
      { _id, ownerId, studyId, reportType, recipients }: SubscriptionDocument,
      session: ClientSession,
    ): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find(
          {
            ...{ _id: { $ne: _id }, ownerId, studyId, reportType },
            ...{ recipients: { $in: [...recipients] }, status: { $in: ['active', 'paused'] } },
          },
          { session },
        )
        .toArray(),

    find: (id: string, studies: Studies): Promise<SubscriptionDocument | null> =>
      subscriptions.findOne({ _id: id, ...within(studies) }),

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
        .find({ $and: [{ recipients: userId, status: { $in: ['active', 'paused'] } }, following(after)] })
        .sort(NEWEST_FIRST)
        .limit(limit)
        .toArray(),

    /** Ids of the subscriptions whose reports reach the user: as owner, as recipient, or by a channel of the study. */
    idsReaching: async (userId: string, studies: Studies): Promise<string[]> => {
      const told = [{ ownerId: userId }, { recipients: userId }, { channels: { $exists: true } }];
      const reaching = { ...within(studies), $or: told };
      const found = subscriptions.find(reaching).project<{ _id: string }>({ _id: 1 });
      return (await found.toArray()).map(({ _id }) => _id);
    },

    /**
     * One step from the revision that was read. Null when another writer was faster (or it is gone): nothing
     * is changed then.
     */
    change: (
      { _id, studyId, revision }: SubscriptionDocument,
      change: SubscriptionChange,
      at: Date,
      audited: Audited,
    ): Promise<SubscriptionDocument | null> => {
      const changes = Object.entries(change).filter(([, value]) => value !== undefined && value !== null);
      const removed = Object.entries(change).filter(([, value]) => value === null);
      const set: MatchKeysAndValues<SubscriptionDocument> = {
        ...Object.fromEntries(changes),
        revision: revision + 1,
        behind: true,
        updatedAt: at,
      };
      return subscriptions.findOneAndUpdate(
        { _id, studyId, revision },
        { $set: set, $unset: Object.fromEntries(removed.map(([name]) => [name, ''])) },
        { returnDocument: 'after', ...audited },
      );
    },

    /** The workflow confirmed a revision; an older confirmation that comes late changes nothing. */
    confirm: async (id: string, appliedRevision: number): Promise<void> => {
      await subscriptions.updateOne({ _id: id }, confirmed(appliedRevision));
    },

    /** Subscriptions whose workflow was not yet told their newest revision, longest waiting first; without those. */
    pending: (limit: number, without: readonly string[]): Promise<SubscriptionDocument[]> =>
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

    /** Those of an owner that are not over; of one study where it is named. */
    ofOwner: (ownerId: string, studies: Studies): Promise<SubscriptionDocument[]> =>
      subscriptions
        .find({ ownerId, ...within(studies), status: { $in: ['active', 'paused'] } })
        .sort({ createdAt: 1 })
        .toArray(),

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

    /** Whether its reports come to the user, as they themselves say. Null: it is so already, or there is none. */
    receive: (
      id: string,
      userId: string,
      receives: boolean,
      audited: Audited,
    ): Promise<SubscriptionDocument | null> =>
      subscriptions.findOneAndUpdate(
        { _id: id, optedOut: receives ? userId : { $ne: userId } },
        receives
          ? [{ $set: { optedOut: { $setDifference: ['$optedOut', [userId]] } } }]
          : { $addToSet: { optedOut: userId } },
        { returnDocument: 'after', ...audited },
      ),
  };
};
