/**
 * The ledger of mails: one row for each recipient of one thing (docs/decisions/0005-delivery-ledger.md).
 *
 *   (none) ─┬─> suppressed
 *           └─> intended ─┬─> accepted     the provider took it
 *      failed ──────^     ├─> failed       certainly not sent: a later attempt may intend it again
 *                         └─> unknown      cannot be told: nobody sends again on a guess; the provider's books or a
 *                                          person make it accepted or failed
 *
 * A mail that is sent again on purpose leaves what was known of the one before it in `former`, and has another id at the
 * provider, which would else take it for that one.
 *
 * `accepted` is knowledge and stands over every other state; an attempt that was believed lost may still bring it.
 */
import type { ErrorCode } from '@rounds/contracts/errors';
import type { FormerMail, LedgerRow } from '@rounds/contracts/ledger';
import type { Receipts } from '@rounds/contracts/receipt';
import { because, type Why } from '@rounds/contracts/why';
import type { Collection, Document } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import { isDuplicate } from './duplicate.ts';

export interface IntentTimes {
  readonly at: Date;
  /** An intent younger than this may be sent again: the provider still recognises its id. */
  readonly recognisedSince: Date;
}

/** `Subject`: what a row is about, beside what became of it. */
export interface LedgerOptions<Subject> {
  readonly rows: Collection<LedgerRow & Document>;
  /** What finds its row: the derived id, and the study where it belongs to one. */
  readonly keyOf: (subject: Subject) => { readonly _id: string; readonly studyId?: string };
}

export type Ledger<Subject extends object> = ReturnType<typeof createLedger<Subject>>;

export const createLedger = <Subject extends object>({ rows, keyOf }: LedgerOptions<Subject>) => {
  type Row = Subject & LedgerRow;

  const find = async (subject: Subject): Promise<Row | null> =>
    (await rows.findOne(keyOf(subject))) as Row | null;

  /** Only one of several writers can insert the row; the others find its. */
  const insertFirst = async (row: Row): Promise<boolean> => {
    try {
      await rows.insertOne(row);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };

  const change = async (
    subject: Subject,
    from: object,
    update: object | object[],
    audited?: Audited,
  ): Promise<Row | null> =>
    (await rows.findOneAndUpdate({ ...keyOf(subject), ...from }, update, {
      returnDocument: 'after',
      ...audited,
    })) as Row | null;

  /** The row as it is after `to`, or as it stands when none of `from` is its state. */
  const move = async (subject: Subject, from: object, to: Partial<LedgerRow>, at: Date): Promise<Row> => {
    const moved = await change(subject, from, { $set: { ...to, updatedAt: at } });
    const row = moved ?? (await find(subject));
    if (row === null) throw new Error('A row of the ledger has vanished.');
    return row;
  };

  /** An intent that certainly sent nothing is open again; so is none at all. */
  const reopen = (subject: Subject, intent: Partial<LedgerRow>) =>
    change(subject, { status: 'failed' }, { $set: intent, $unset: { why: 1, code: 1 } });

  /** Sends once more under an intent whose outcome is unknown, while the provider still recognises its id. */
  const join = (subject: Subject, messageHash: string, { at, recognisedSince }: IntentTimes) =>
    change(
      subject,
      { status: { $in: ['intended', 'unknown'] }, messageHash, intendedAt: { $gt: recognisedSince } },
      { $set: { status: 'intended', updatedAt: at }, $inc: { attempts: 1 }, $unset: { why: 1, code: 1 } },
    );

  /**
   * Records a send before it happens. Only the answer `intended` allows the send; its `attempts` is 1 unless
   * an earlier attempt's outcome is not known.
   */
  const intend = async (subject: Subject, messageHash: string, times: IntentTimes): Promise<Row> => {
    const intent = {
      status: 'intended',
      intendedAt: times.at,
      messageHash,
      attempts: 1,
      updatedAt: times.at,
    } as const;
    const first = { ...keyOf(subject), ...subject, ...intent } as unknown as Row;
    if (await insertFirst(first)) return first;
    const held = (await reopen(subject, intent)) ?? (await join(subject, messageHash, times));
    if (held !== null) return held;
    const unknown = { status: 'unknown', why: because('mail-not-answered') } as const;
    const row = await move(subject, { status: 'intended' }, unknown, times.at);
    // Another attempt let go of the intent while this one looked.
    return row.status === 'failed' ? intend(subject, messageHash, times) : row;
  };

  return {
    find,
    intend,

    accept: async (subject: Subject, providerId: string, at: Date): Promise<void> => {
      const accepted = { status: 'accepted', providerId, acceptedAt: at, updatedAt: at };
      await change(subject, {}, { $set: accepted, $unset: { why: 1, code: 1 } });
    },

    /** Certainly not sent. Holds only while no other attempt shares the intent: that one may have been sent. */
    fail: (subject: Subject, why: Why, code: ErrorCode, at: Date): Promise<Row> =>
      move(subject, { status: 'intended', attempts: 1 }, { status: 'failed', why, code }, at),

    /** Nothing was begun for it, and the run is over. One that was begun after all stays as it is. */
    miss: async (subject: Subject, why: Why, code: ErrorCode, at: Date): Promise<void> => {
      const row = { ...keyOf(subject), ...subject, status: 'failed', why, code, updatedAt: at };
      await insertFirst(row as unknown as Row);
    },

    /**
     * The next send begins another mail: somebody wants it sent again. `row` is as it was read: null when it is no
     * longer so.
     */
    begin: (subject: Subject, row: LedgerRow & Receipts, at: Date, audited: Audited): Promise<Row | null> => {
      const { status, updatedAt, why, code, receipt, providerId } = row;
      const former: FormerMail = {
        ...{ status, at },
        ...(why !== undefined && { why }),
        ...(code !== undefined && { code }),
        ...(receipt !== undefined && { receipt }),
        ...(providerId !== undefined && { providerId }),
      };
      const anew = [
        {
          $set: {
            status: 'failed',
            why: { $ifNull: ['$why', { $literal: because('mail-to-send-again') }] },
            code: { $ifNull: ['$code', receipt === undefined ? 'DELIVERY_UNKNOWN' : 'MAIL_BOUNCED'] },
            former: { $concatArrays: [{ $ifNull: ['$former', []] }, [{ $literal: former }]] },
            updatedAt: at,
          },
        },
        { $unset: ['providerId', 'acceptedAt', 'receipt', 'messageHash', 'intendedAt', 'attempts'] },
      ];
      return change(subject, { status, updatedAt }, anew, audited);
    },

    /** Sent or not cannot be told. */
    doubt: (subject: Subject, why: Why, at: Date): Promise<Row> =>
      move(subject, { status: 'intended' }, { status: 'unknown', why }, at),

    /** Known after all, of one whose fate was open: the provider does not have it. `row` is as it was read. */
    release: (subject: Subject, { updatedAt }: LedgerRow, why: Why, at: Date): Promise<Row | null> =>
      change(
        subject,
        { status: 'unknown', updatedAt },
        { $set: { status: 'failed', why, code: 'DELIVERY_UNKNOWN', updatedAt: at } },
      ),

    /** A person says that a mail whose fate is open was sent. Null when something else became of it meanwhile. */
    vouch: (
      subject: Subject,
      { updatedAt }: LedgerRow,
      why: Why,
      at: Date,
      audited: Audited,
    ): Promise<Row | null> =>
      change(
        subject,
        { status: 'unknown', updatedAt },
        { $set: { status: 'accepted', why, updatedAt: at }, $unset: { code: 1 } },
        audited,
      ),

    /** Not sent on purpose. Where an earlier attempt may have sent, that cannot be claimed: `unknown`. */
    suppress: async (subject: Subject, why: Why, at: Date): Promise<Row> => {
      const row = {
        ...keyOf(subject),
        ...subject,
        status: 'suppressed',
        why,
        updatedAt: at,
      } as unknown as Row;
      if (await insertFirst(row)) return row;
      const found = await move(subject, { status: 'failed' }, { status: 'suppressed', why }, at);
      if (found.status !== 'intended') return found;
      return move(subject, { status: 'intended' }, { status: 'unknown', why }, at);
    },
  };
};
