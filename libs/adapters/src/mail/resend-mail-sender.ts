import { sha256Of } from '../crypto/sha256.ts';
import { defined } from '@rounds/contracts/defined';
import { HOUR_MS } from '@rounds/contracts/durations';
import { Resend, type ErrorResponse } from 'resend';
import type { SendResult } from '../channels/sender.ts';
import { needsUtf8, wireAddress } from './email-address.ts';
import { deliveryTags } from './delivery-tag.ts';
import { withoutAddresses, type MailMessage, type MailSender } from './mail-sender.ts';
import { createResendLookUp } from './resend-look-up.ts';
import { watchRequest } from './request-watch.ts';

export interface ResendConfig {
  readonly apiKey: string;
  /** Unset for Resend itself. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds for an answer; the SDK itself would wait for ever. Default 15,000. */
  readonly timeoutMs?: number;
}

/**
 * Resend keeps idempotency keys for 24 hours from the first request. One hour less, so that neither a slow
 * request nor a clock that is off can bring a second one after the key was forgotten.
 */
const RECOGNISES_FOR_MS = 23 * HOUR_MS;
const LONGEST_KEY = 256;

const idempotencyKey = (id: string): string => (id.length <= LONGEST_KEY ? id : sha256Of(id));

/** What every other mail of ours would meet too: the key, the account, the sending domain, the address of the API. */
const isConfiguration = ({ name, statusCode }: ErrorResponse): boolean =>
  [401, 403, 404, 405].includes(statusCode ?? 0) || name === 'invalid_from_address';

type Headers = Readonly<Record<string, string>> | null;

/** Seconds or an HTTP date, as RFC 9110 allows; a date counts from the one that the answer bears itself. */
const retryAfterMs = (headers: Headers): number | undefined => {
  const header = headers?.['retry-after'];
  if (header === undefined) return undefined;
  const after = () => (Date.parse(header) - Date.parse(headers?.date ?? '')) / 1_000;
  const seconds = /^\d+(\.\d+)?$/.test(header) ? Number(header) : after();
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds * 1_000)) : undefined;
};

const busy = (reason: string, headers: Headers): SendResult => {
  const after = retryAfterMs(headers);
  return { status: 'busy', reason, ...defined({ retryAfterMs: after }) };
};

/** What an error of the SDK says about the mail. */
const resultOf = (error: ErrorResponse, headers: Headers): SendResult => {
  const { name, statusCode, message } = error;
  const reason = withoutAddresses(`${name}: ${message}`);
  if (statusCode === 429) return busy(reason, headers);
  // Another attempt under the same key is being served, or was served with another body: a mail may be out.
  if (statusCode === 409) return { status: 'unknown', reason };
  // No status: no answer, or one that broke off. 5xx: a gateway may have lost an answer that meant yes.
  if (statusCode === null || statusCode >= 500) return { status: 'unknown', reason };
  return { status: isConfiguration(error) ? 'misconfigured' : 'refused', reason };
};

/** It takes domains of any script, and before the @ ASCII alone. */
const NEEDS_UTF8: SendResult = {
  status: 'refused',
  reason: 'The mail provider takes only ASCII before the @ of an address. Mail by SMTP can reach it.',
};

/** Mail by Resend's API. */
export const createResendMailSender = ({ apiKey, baseUrl, timeoutMs = 15_000 }: ResendConfig): MailSender => {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  const post = (id: string, message: MailMessage) =>
    resend.emails.send(
      { ...message, to: wireAddress(message.to), headers: { ...message.headers }, tags: deliveryTags(id) },
      { idempotencyKey: idempotencyKey(id), signal: AbortSignal.timeout(timeoutMs) },
    );
  return {
    recognisesForMs: RECOGNISES_FOR_MS,
    lookUp: createResendLookUp(resend),
    send: async (id, message) => {
      if (needsUtf8(message.to)) return NEEDS_UTF8;
      const { result, neverLeft } = await watchRequest(() => post(id, message));
      if (result.error === null) return { status: 'accepted', providerId: result.data.id };
      if (neverLeft) return { status: 'unreachable', reason: 'The mail provider cannot be reached.' };
      return resultOf(result.error, result.headers);
    },
  };
};
