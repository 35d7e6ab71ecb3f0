/**
 * The ledger of mails: one row for each recipient of one thing (docs/decisions/0005-delivery-ledger.md).
 *
 *   (none) ─┬─> suppressed
 *           └─> intended ─┬─> accepted     the provider took it
 *      failed ──────^     ├─> failed       certainly not sent: a later attempt may intend it again
 *                         └─> unknown      sent or not: nobody sends again on a guess; the provider's books or a
 *                                          person make it accepted or failed
 *
 * A mail that is sent again on purpose leaves what was known of the one before it in `former`, and has another id at the
 * provider, which would else take it for that one.
 *
 * `accepted` is knowledge and stands over every other state; an attempt that was believed lost may still bring it.
 */
import type { ErrorCode } from '@rounds/contracts/errors';
import type { LedgerRow } from '@rounds/contracts/ledger';
import { because, type Why } from '@rounds/contracts/why';
import { createLedgerCorrections } from './ledger-corrections.ts';
import { createLedgerRows, type LedgerOptions, type LedgerRows } from './ledger-rows.ts';

export interface IntentTimes {
  readonly at: Date;
  /** An intent younger than this may be sent again: the provider still recognises its id. */
  readonly recognisedSince: Date;
}

export type Ledger<Subject extends object> = ReturnType<typeof createLedger<Subject>>;

const NO_CAUSE = { $unset: { why: 1, code: 1 } };

const createIntend = <Subject extends object>({ insert, change, move }: LedgerRows<Subject>) => {
  /** After an intent that certainly sent nothing. */
  const reopen = (subject: Subject, intent: object) =>
    change(subject, { status: 'failed' }, { $set: intent, ...NO_CAUSE });

  /** Sends once more under an intent whose outcome is unknown, while the provider still recognises its id. */
  const join = (subject: Subject, messageHash: string, { at, recognisedSince }: IntentTimes) =>
    change(
      subject,
      { status: { $in: ['intended', 'unknown'] }, messageHash, intendedAt: { $gt: recognisedSince } },
      { $set: { status: 'intended', updatedAt: at }, $inc: { attempts: 1 }, ...NO_CAUSE },
    );

  /**
   * Records a send before it happens. Only the answer `intended` allows the send; its `attempts` is 1 unless
   * an earlier attempt's outcome is not known.
   */
  const intend = async (
    subject: Subject,
    messageHash: string,
    times: IntentTimes,
  ): Promise<Subject & LedgerRow> => {
    const { at } = times;
    const intent = { status: 'intended', intendedAt: at, messageHash, attempts: 1, updatedAt: at } as const;
    const held =
      (await insert(subject, intent)) ??
      (await reopen(subject, intent)) ??
      (await join(subject, messageHash, times));
    if (held !== null) return held;
    const unknown = { status: 'unknown', why: because('mail-not-answered') } as const;
    const row = await move(subject, { status: 'intended' }, unknown, at);
    // Another attempt let go of the intent while this one looked.
    return row.status === 'failed' ? intend(subject, messageHash, times) : row;
  };
  return intend;
};

const createSends = <Subject extends object>({ insert, change, move }: LedgerRows<Subject>) => ({
  accept: async (subject: Subject, providerId: string, at: Date): Promise<void> => {
    const accepted = { status: 'accepted', providerId, acceptedAt: at, updatedAt: at };
    await change(subject, {}, { $set: accepted, ...NO_CAUSE });
  },

  /** Certainly not sent. Holds only while no other attempt shares the intent: that one may have been sent. */
  fail: (subject: Subject, why: Why, code: ErrorCode, at: Date) =>
    move(subject, { status: 'intended', attempts: 1 }, { status: 'failed', why, code }, at),

  /** Nothing was begun for it, and the run is over. One that was begun after all stays as it is. */
  miss: async (subject: Subject, why: Why, code: ErrorCode, at: Date): Promise<void> => {
    await insert(subject, { status: 'failed', why, code, updatedAt: at });
  },

  /** Nobody knows whether it was sent. */
  markUnknown: (subject: Subject, why: Why, at: Date) =>
    move(subject, { status: 'intended' }, { status: 'unknown', why }, at),

  /** Not sent on purpose. Where an earlier attempt may have sent, that cannot be claimed: `unknown`. */
  suppress: async (subject: Subject, why: Why, at: Date) => {
    const first = await insert(subject, { status: 'suppressed', why, updatedAt: at });
    if (first !== null) return first;
    const found = await move(subject, { status: 'failed' }, { status: 'suppressed', why }, at);
    if (found.status !== 'intended') return found;
    return move(subject, { status: 'intended' }, { status: 'unknown', why }, at);
  },
});

export const createLedger = <Subject extends object>(options: LedgerOptions<Subject>) => {
  const rows = createLedgerRows(options);
  return {
    find: rows.find,
    intend: createIntend(rows),
    ...createSends(rows),
    ...createLedgerCorrections(rows),
  };
};
