/** Calls that tell a program of the end of a run: Standard Webhooks (standardwebhooks.com), docs/webhooks.md. */
import type { Clock } from '@rounds/adapters/clock';
import type { KeyRing } from '@rounds/adapters/crypto/key-ring';
import { unseal } from '@rounds/adapters/crypto/sealed';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import { createWebhookSecretsRepository } from '@rounds/adapters/mongo/webhook-secrets.repository';
import type { WebhookActivities } from '@rounds/contracts/activities';
import { RoundsError } from '@rounds/contracts/errors';
import type { WebhookAttempt, WebhookDeliveryDocument, WebhookState } from '@rounds/contracts/webhook';
import { Webhook } from 'standardwebhooks';
import { askedMs, backOffMs } from './back-off.ts';
import { bodyOf } from './payload.ts';
import { NoAnswer, postOnce, type PostSettings } from './post-once.ts';

export interface WebhookDependencies {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly keys: KeyRing;
  readonly settings: PostSettings & {
    /** Where callers reach the API, without a trailing slash. */
    readonly publicUrl: string;
    /** Days for which the log of a call is kept. */
    readonly logDays: number;
    /** Calls at once: slow receivers must not take the worker from the mails. */
    readonly atOnce: number;
  };
  readonly now: Clock;
}

const DAY_MS = 86_400_000;
const GONE = 410;

interface Result {
  readonly attempt: WebhookAttempt;
  readonly retryAfter: string | undefined;
}

/** Redirects too: they are not followed, and whoever answers with one has not taken the call. */
const errorOf = (statusCode: number): string | null => {
  if (statusCode >= 200 && statusCode < 300) return null;
  if (statusCode >= 300 && statusCode < 400)
    return 'The receiver answered with a redirect, which is not followed.';
  return `The receiver answered ${String(statusCode)}.`;
};

const stateAfter = ({ statusCode, error }: WebhookAttempt): WebhookState | undefined => {
  if (error === null) return 'delivered';
  return statusCode === GONE ? 'gone' : undefined;
};

/** Lets so many at once do `work`; the others are asked to come back, and lose nothing by it. */
const atMost = (limit: number) => {
  let busy = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy >= limit) {
      const retryAfterMs = 1_000 + Math.round(Math.random() * 2_000);
      throw new RoundsError('RATE_LIMITED', 'Enough receivers are being called.', { retryAfterMs });
    }
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
    }
  };
};

export const createWebhookActivities = (dependencies: WebhookDependencies): WebhookActivities => {
  const { mongo, keys, settings, now } = dependencies;
  const calls = createWebhookDeliveriesRepository(mongo);
  const secrets = createWebhookSecretsRepository(mongo);
  const gate = atMost(settings.atOnce);

  /** One signature for each secret that signs now: while one is rotated, its successor's beside it. */
  const signaturesOf = async (call: WebhookDeliveryDocument, at: Date, body: string): Promise<string> => {
    const sealed =
      call.sealedSecret === undefined
        ? (await secrets.signing(call.ownerId, at)).map((each) => each.sealed)
        : [call.sealedSecret];
    return sealed.map((each) => new Webhook(unseal(keys, each)).sign(call._id, at, body)).join(' ');
  };

  const headersOf = async (call: WebhookDeliveryDocument, body: string): Promise<Record<string, string>> => {
    const at = now();
    const signatures = await signaturesOf(call, at, body);
    return {
      'content-type': 'application/json',
      'user-agent': 'Rounds-Webhooks/1',
      'webhook-id': call._id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      ...(signatures === '' ? {} : { 'webhook-signature': signatures }),
    };
  };

  const tryOnce = async (call: WebhookDeliveryDocument): Promise<Result> => {
    const replay = call.replays;
    const body = bodyOf(call, settings.publicUrl);
    const headers = await headersOf(call, body);
    const at = now();
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    try {
      const { statusCode, retryAfter } = await postOnce(call.url, headers, body, settings);
      const attempt = { replay, at, statusCode, duration: took(), error: errorOf(statusCode) };
      return { attempt, retryAfter };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const attempt = { replay, at, statusCode: null, duration: took(), error: error.message };
      return { attempt, retryAfter: undefined };
    }
  };

  return {
    postWebhook: async ({ webhookDeliveryId, replay }) => {
      const call = await calls.find(webhookDeliveryId);
      // Forgotten by the log, answered before, or done by a newer replay.
      if (call?.replays !== replay || call.state !== 'pending') return 'superseded';
      const { attempt, retryAfter } = await gate(() => tryOnce(call));
      const state = stateAfter(attempt);
      const expiresAt = new Date(attempt.at.getTime() + settings.logDays * DAY_MS);
      await calls.record(webhookDeliveryId, attempt, {
        ...(state === undefined ? {} : { state }),
        expiresAt,
      });
      if (state === 'delivered' || state === 'gone') return state;
      const earlier = call.attempts.filter((each) => each.replay === replay);
      const waited = backOffMs(earlier.length + 1);
      throw new RoundsError('DEPENDENCY_DOWN', attempt.error ?? '', {
        retryAfterMs: Math.max(waited, askedMs(retryAfter, attempt.at.getTime()) ?? 0),
      });
    },

    giveUpWebhook: async ({ webhookDeliveryId, replay }) => {
      const call = await calls.giveUp(webhookDeliveryId, replay);
      if (call === null) return null;
      const about = {
        kind: 'webhook-given-up',
        webhookDeliveryId,
        ...{ runId: call.runId, studyId: call.studyId, host: new URL(call.url).host },
        reason: call.attempts.at(-1)?.error ?? 'it could not be tried.',
        occasion: String(replay),
      } as const;
      return { about, to: [call.ownerId], operators: true };
    },
  };
};
