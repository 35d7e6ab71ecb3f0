/**
 * Tokens of mailed links. They are derived, not drawn: a mail that is built again has equal bytes, so that
 * the ledger's message hash and the provider's idempotency key still know it. Without the secret none can be
 * guessed; the database holds only their hashes.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256Of } from '../crypto/sha256.ts';
import type { LocalDate } from '@rounds/contracts/period';

/** Keeps a token of one kind from ever being one of another. */
type Purpose = 'link' | 'unsubscribe' | 'notice';

const sign = (secret: string, purpose: Purpose, parts: readonly string[]): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url');

/**
 * The safe link of one recipient of one run: 43 characters, URL-safe.
 *
 * @param renewal tells a link that was asked for anew from the one that it replaces
 */
export const linkToken = (secret: string, runId: string, recipientId: string, renewal?: string): string =>
  sign(secret, 'link', [runId, recipientId, ...(renewal === undefined ? [] : [renewal])]);

/** What is stored of a token: SHA-256, hex. */
export const hashToken = (token: string): string => sha256Of(token);

export interface Unsubscription {
  readonly subscriptionId: string;
  readonly userId: string;
}

/** Carries its ids (opaque ones) in itself: `<ids>.<signature>`. */
const carrying = (secret: string, purpose: Purpose, ids: readonly string[]): string =>
  `${Buffer.from(JSON.stringify(ids)).toString('base64url')}.${sign(secret, purpose, ids)}`;

const readIds = (encoded: string): readonly string[] => {
  try {
    const ids: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : [];
  } catch {
    return [];
  }
};

const equal = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

/** None for anything that `carrying` did not make for this purpose with this secret. */
const carriedBy = (secret: string, purpose: Purpose, token: string): readonly string[] => {
  const ids = readIds(token.split('.')[0] ?? '');
  return equal(token, carrying(secret, purpose, ids)) ? ids : [];
};

/** It never expires: whoever finds an old mail must be able to end them. */
export const unsubscribeToken = (secret: string, subscriptionId: string, userId: string): string =>
  carrying(secret, 'unsubscribe', [subscriptionId, userId]);

/** Null for anything that `unsubscribeToken` did not make with this secret. */
export const parseUnsubscribeToken = (secret: string, token: string): Unsubscription | null => {
  const [subscriptionId, userId] = carriedBy(secret, 'unsubscribe', token);
  return subscriptionId === undefined || userId === undefined ? null : { subscriptionId, userId };
};

/** What the page of a notice is about; `subscriptions` are all that the reader owns, an `address` is one without mail. */
const NOTICE_PAGES = ['job', 'subscription', 'subscriptions', 'webhook', 'address'] as const;
export type NoticePageKind = (typeof NOTICE_PAGES)[number];

export interface NoticePageRef {
  readonly kind: NoticePageKind;
  /** Of the thing; of `subscriptions` the reader's own. */
  readonly id: string;
  /** To whom the notice was mailed. */
  readonly userId: string;
  /** Last UTC day on which it opens: its buttons act in the reader's name, and mails lie about for years. */
  readonly until: LocalDate;
}

const isPageKind = (kind: string | undefined): kind is NoticePageKind =>
  NOTICE_PAGES.some((each) => each === kind);

export const noticeToken = (secret: string, { kind, id, userId, until }: NoticePageRef): string =>
  carrying(secret, 'notice', [kind, id, userId, until]);

/** Null for anything that `noticeToken` did not make with this secret. */
export const parseNoticeToken = (secret: string, token: string): NoticePageRef | null => {
  const [kind, id, userId, until] = carriedBy(secret, 'notice', token);
  if (!isPageKind(kind) || id === undefined || userId === undefined || until === undefined) return null;
  return { kind, id, userId, until };
};

/** Where a recipient opens the report. `publicUrl` has no trailing slash. */
export const linkUrl = (publicUrl: string, token: string): string => `${publicUrl}/r/${token}`;

/** Page and RFC 8058 one-click address in one. */
export const unsubscribeUrl = (publicUrl: string, token: string): string => `${publicUrl}/u/${token}`;

/** The page of what a notice is about. */
export const noticeUrl = (publicUrl: string, token: string): string => `${publicUrl}/n/${token}`;
