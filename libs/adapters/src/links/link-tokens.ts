/**
 * Tokens of mailed links. They are derived, not drawn: a mail that is built again has equal bytes, so that
 * the ledger's message hash and the provider's idempotency key still know it. Without the secret none can be
 * guessed; the database holds only their hashes.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** `purpose` keeps a token of one kind from ever being one of another. */
const sign = (secret: string, purpose: 'link' | 'unsubscribe', parts: readonly string[]): string =>
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
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface Unsubscription {
  readonly subscriptionId: string;
  readonly userId: string;
}

/** Carries its ids (opaque ones) in itself: `<ids>.<signature>`; it never expires. */
export const unsubscribeToken = (secret: string, subscriptionId: string, userId: string): string => {
  const ids = Buffer.from(JSON.stringify([subscriptionId, userId])).toString('base64url');
  return `${ids}.${sign(secret, 'unsubscribe', [subscriptionId, userId])}`;
};

const readIds = (encoded: string): readonly unknown[] => {
  try {
    const ids: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
};

const equal = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

/** Null for anything that `unsubscribeToken` did not make with this secret. */
export const parseUnsubscribeToken = (secret: string, token: string): Unsubscription | null => {
  const [subscriptionId, userId] = readIds(token.split('.')[0] ?? '');
  if (typeof subscriptionId !== 'string' || typeof userId !== 'string') return null;
  return equal(token, unsubscribeToken(secret, subscriptionId, userId)) ? { subscriptionId, userId } : null;
};

/** Where a recipient opens the report. `publicUrl` has no trailing slash. */
export const linkUrl = (publicUrl: string, token: string): string => `${publicUrl}/r/${token}`;

/** Page and RFC 8058 one-click address in one. */
export const unsubscribeUrl = (publicUrl: string, token: string): string => `${publicUrl}/u/${token}`;
