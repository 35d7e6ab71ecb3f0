import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import type { CutRef, RunStatus } from '@rounds/contracts/run';
import type { Document, Filter, MatchKeysAndValues } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { recordDelivered } from './delivered-cuts.ts';
import { NEWEST } from './newest.ts';
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

/** Neither cancelled nor ended. */
export const LIVE = { status: { $in: ['active', 'paused'] } } satisfies Filter<SubscriptionDocument>;

/** The revision that the workflow has applied, and in the same step whether it lacks a newer one. `set` goes with it. */
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

    find: (id: string, studies: Studies): Promise<SubscriptionDocument | null> =>
      subscriptions.findOne({ _id: id, ...within(studies) }),

    /** As it is at this moment. */
    findNewest: (id: string): Promise<SubscriptionDocument | null> =>
      subscriptions.findOne({ _id: id }, NEWEST),

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
