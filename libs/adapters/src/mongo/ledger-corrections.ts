/** What somebody finds out or decides about a mail afterwards. `row` is as it was read: null when it has changed since. */
import type { FormerMail, LedgerRow } from '@rounds/contracts/ledger';
import type { Receipts } from '@rounds/contracts/receipt';
import { defined } from '@rounds/contracts/defined';
import { because, type Why } from '@rounds/contracts/why';
import type { Audited } from './audit.repository.ts';
import type { LedgerRows } from './ledger-rows.ts';

const formerOf = (row: LedgerRow & Receipts, at: Date): FormerMail => {
  const { status, why, code, receipt, providerId } = row;
  return { status, at, ...defined({ why, code, receipt, providerId }) };
};

/** As after a failure: the next send begins another mail. */
const toSendAgain = (row: LedgerRow & Receipts, at: Date): object[] => [
  {
    $set: {
      status: 'failed',
      why: { $ifNull: ['$why', { $literal: because('mail-to-send-again') }] },
      code: { $ifNull: ['$code', row.receipt === undefined ? 'DELIVERY_UNKNOWN' : 'MAIL_BOUNCED'] },
      former: { $concatArrays: [{ $ifNull: ['$former', []] }, [{ $literal: formerOf(row, at) }]] },
      updatedAt: at,
    },
  },
  { $unset: ['providerId', 'acceptedAt', 'receipt', 'messageHash', 'intendedAt', 'attempts'] },
];

export const createLedgerCorrections = <Subject extends object>({ change }: LedgerRows<Subject>) => ({
  /** Somebody wants it sent again: the next send begins another mail. */
  begin: (subject: Subject, row: LedgerRow & Receipts, at: Date, audited: Audited) =>
    change(subject, { status: row.status, updatedAt: row.updatedAt }, toSendAgain(row, at), audited),

  /** An `unknown` one was not sent after all: the provider does not have it. */
  release: (subject: Subject, { updatedAt }: LedgerRow, why: Why, at: Date) =>
    change(
      subject,
      { status: 'unknown', updatedAt },
      { $set: { status: 'failed', why, code: 'DELIVERY_UNKNOWN', updatedAt: at } },
    ),

  /** A person says that an `unknown` one was sent. */
  vouch: (subject: Subject, { updatedAt }: LedgerRow, why: Why, at: Date, audited: Audited) =>
    change(
      subject,
      { status: 'unknown', updatedAt },
      { $set: { status: 'accepted', why, updatedAt: at }, $unset: { code: 1 } },
      audited,
    ),
});
