/**
 * The ledger: one row for each run × recipient × channel (docs/decisions/0005-delivery-ledger.md).
 *
 *   (none) ─┬─> suppressed
 *           └─> intended ─┬─> accepted     the provider took it
 *      failed ──────^     ├─> failed       certainly not sent: a later attempt may intend it again
 *                         └─> unknown      cannot be told: nobody sends again on a guess
 *
 * `accepted` is knowledge and stands over every other state; an attempt that was believed lost may still bring it.
 */
import type { DeliveryDocument } from '@rounds/contracts/collections';
import { deliveryId } from '@rounds/contracts/ids';
import { MongoServerError } from 'mongodb';
import type { Mongo } from './client.ts';

/** What a row is about. */
export type DeliverySubject = Pick<
  DeliveryDocument,
  'runId' | 'studyId' | 'subscriptionId' | 'recipientId' | 'channel'
>;

export interface IntentTimes {
  readonly at: Date;
  /** An intent younger than this may be sent again: the provider still recognises its id. */
  readonly recognisedSince: Date;
}

export type DeliveriesRepository = ReturnType<typeof createDeliveriesRepository>;

const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11_000;

const idOf = ({ runId, recipientId, channel }: DeliverySubject): string =>
  deliveryId(runId, recipientId, channel);

export const createDeliveriesRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const deliveries = mongo.collection('deliveries');

  const find = (subject: DeliverySubject): Promise<DeliveryDocument | null> =>
    deliveries.findOne({ _id: idOf(subject), studyId: subject.studyId });

  /** Only one of several writers can insert the row; the others find its. */
  const insertFirst = async (row: DeliveryDocument): Promise<boolean> => {
    try {
      await deliveries.insertOne(row);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };

  /** The row as it is after `change`, or as it stands when none of `from` is its state. */
  const move = async (
    subject: DeliverySubject,
    from: object,
    change: Partial<DeliveryDocument>,
    at: Date,
  ): Promise<DeliveryDocument> => {
    const moved = await deliveries.findOneAndUpdate(
      { _id: idOf(subject), studyId: subject.studyId, ...from },
      { $set: { ...change, updatedAt: at } },
      { returnDocument: 'after' },
    );
    const row = moved ?? (await find(subject));
    if (row === null) throw new Error('A row of the ledger has vanished.');
    return row;
  };

  /** An intent that certainly sent nothing is open again; so is none at all. */
  const reopen = (subject: DeliverySubject, intent: Partial<DeliveryDocument>) =>
    deliveries.findOneAndUpdate(
      { _id: idOf(subject), status: 'failed' },
      { $set: intent, $unset: { reason: 1 } },
      { returnDocument: 'after' },
    );

  /** Sends once more under an intent whose outcome is unknown, while the provider still recognises its id. */
  const join = (subject: DeliverySubject, messageHash: string, { at, recognisedSince }: IntentTimes) =>
    deliveries.findOneAndUpdate(
      {
        _id: idOf(subject),
        status: { $in: ['intended', 'unknown'] },
        messageHash,
        intendedAt: { $gt: recognisedSince },
      },
      { $set: { status: 'intended', updatedAt: at }, $inc: { attempts: 1 }, $unset: { reason: 1 } },
      { returnDocument: 'after' },
    );

  /**
   * Records a send before it happens. Only the answer `intended` allows the send; its `attempts` is 1 unless
   * an earlier attempt's outcome is not known.
   */
  const intend = async (
    subject: DeliverySubject,
    messageHash: string,
    times: IntentTimes,
  ): Promise<DeliveryDocument> => {
    const intent = {
      status: 'intended',
      intendedAt: times.at,
      messageHash,
      attempts: 1,
      updatedAt: times.at,
    } as const;
    const first = { _id: idOf(subject), ...subject, ...intent };
    if (await insertFirst(first)) return first;
    const held = (await reopen(subject, intent)) ?? (await join(subject, messageHash, times));
    if (held !== null) return held;
    const reason = 'An earlier attempt was not answered, and sending again could bring a second mail.';
    const row = await move(subject, { status: 'intended' }, { status: 'unknown', reason }, times.at);
    // Another attempt let go of the intent while this one looked.
    return row.status === 'failed' ? intend(subject, messageHash, times) : row;
  };

  return {
    find,
    intend,

    accept: async (subject: DeliverySubject, providerId: string, at: Date): Promise<void> => {
      await deliveries.updateOne(
        { _id: idOf(subject), studyId: subject.studyId },
        { $set: { status: 'accepted', providerId, acceptedAt: at, updatedAt: at }, $unset: { reason: 1 } },
      );
    },

    /** Certainly not sent. Holds only while no other attempt shares the intent: that one may have been sent. */
    fail: (subject: DeliverySubject, reason: string, at: Date): Promise<DeliveryDocument> =>
      move(subject, { status: 'intended', attempts: 1 }, { status: 'failed', reason }, at),

    /** Sent or not cannot be told. */
    doubt: (subject: DeliverySubject, reason: string, at: Date): Promise<DeliveryDocument> =>
      move(subject, { status: 'intended' }, { status: 'unknown', reason }, at),

    /** Not sent on purpose. Where an earlier attempt may have sent, that cannot be claimed: `unknown`. */
    suppress: async (subject: DeliverySubject, reason: string, at: Date): Promise<DeliveryDocument> => {
      const row = { _id: idOf(subject), ...subject, status: 'suppressed', reason, updatedAt: at } as const;
      if (await insertFirst(row)) return row;
      const found = await move(subject, { status: 'failed' }, { status: 'suppressed', reason }, at);
      if (found.status !== 'intended') return found;
      return move(subject, { status: 'intended' }, { status: 'unknown', reason }, at);
    },

    /** The run is over: intents that nobody will follow up any more are visible as unknown. */
    doubtOpenIntents: async (runId: string, reason: string, at: Date): Promise<void> => {
      await deliveries.updateMany(
        { runId, status: 'intended' },
        { $set: { status: 'unknown', reason, updatedAt: at } },
      );
    },
  };
};
