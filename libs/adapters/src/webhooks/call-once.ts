/** One signed call of Standard Webhooks, and how it went in words for people. */
import { Webhook } from 'standardwebhooks';
import type { Clock } from '../clock.ts';
import { NoAnswer, postOnce, type PostSettings } from './post-once.ts';

export interface Call {
  /** The `webhook-id` that the receiver sees. */
  readonly id: string;
  readonly url: string;
  /** The bytes that are signed and sent. */
  readonly body: string;
  /** `whsec_…`: one signature each; none: the call is not signed. */
  readonly secrets: readonly string[];
}

export interface Outcome {
  readonly at: Date;
  /** Null when no answer came. */
  readonly statusCode: number | null;
  /** Milliseconds. */
  readonly duration: number;
  /** Null when the receiver took it. */
  readonly error: string | null;
  /** The Retry-After header as it came. */
  readonly retryAfter: string | undefined;
}

/** Redirects too: they are not followed, and whoever answers with one has not taken the call. */
const errorOf = (statusCode: number): string | null => {
  if (statusCode >= 200 && statusCode < 300) return null;
  if (statusCode >= 300 && statusCode < 400)
    return 'The receiver answered with a redirect, which is not followed.';
  return `The receiver answered ${String(statusCode)}.`;
};

const headersOf = ({ id, body, secrets }: Call, at: Date): Record<string, string> => {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' ');
  return {
    'content-type': 'application/json',
    'user-agent': 'Rounds-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    ...(signatures === '' ? {} : { 'webhook-signature': signatures }),
  };
};

export const callOnce = async (call: Call, settings: PostSettings, now: Clock): Promise<Outcome> => {
  const at = now();
  const headers = headersOf(call, at);
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const { statusCode, retryAfter } = await postOnce(call.url, headers, call.body, settings);
    return { at, statusCode, duration: took(), error: errorOf(statusCode), retryAfter };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { at, statusCode: null, duration: took(), error: error.message, retryAfter: undefined };
  }
};
