/** Calls that tell a program of the end of a run: Standard Webhooks (standardwebhooks.com), docs/webhooks.md. */
import type { Clock } from '@rounds/adapters/clock';
import type { KeyRing } from '@rounds/adapters/crypto/key-ring';
import { unseal } from '@rounds/adapters/crypto/sealed';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createWebhookDeliveriesRepository } from '@rounds/adapters/mongo/webhook-deliveries.repository';
import { createWebhookSecretsRepository } from '@rounds/adapters/mongo/webhook-secrets.repository';
import { callOnce, type Outcome } from '@rounds/adapters/webhooks/call-once';
import type { PostSettings } from '@rounds/adapters/webhooks/post-once';
import type { WebhookActivities } from '@rounds/contracts/activities';
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import { RoundsError } from '@rounds/contracts/errors';
import type { WebhookAttempt, WebhookDeliveryDocument, WebhookState } from '@rounds/contracts/webhook';
import { asTold, because, type Why } from '@rounds/contracts/why';
import { askedMs, backOffMs } from './back-off.ts';
import { bodyOf, testBody } from './payload.ts';
import { createReceivers, type Heard } from './receivers.ts';

export interface WebhookDependencies {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly keys: KeyRing;
  readonly settings: PostSettings & {
    /** Where callers reach the API, without a trailing slash. */
    readonly publicUrl: string;
    /** Days for which the log of a call is kept. */
    readonly logDays: number;
  };
  readonly now: Clock;
}

const GONE = 410;

const whyNot = (last?: WebhookAttempt): Why => {
  const { statusCode: status = null, error = null } = last ?? {};
  if (error === null) return because('call-not-tried');
  return status === null ? asTold(error) : because('receiver-answered', { status });
};

const stateAfter = ({ statusCode, error }: WebhookAttempt): WebhookState | undefined => {
  if (error === null) return 'delivered';
  return statusCode === GONE ? 'gone' : undefined;
};

/** Whoever refuses a call has heard it: only that caller's calls are refused, and the address is not left alone. */
const heardOf = ({ statusCode }: Outcome): Heard =>
  statusCode === null || statusCode >= 500 ? 'silent' : 'answered';

const attemptsOf = ({ attempts, replays }: WebhookDeliveryDocument): readonly WebhookAttempt[] =>
  attempts.filter(({ replay }) => replay === replays);

export const createWebhookActivities = (dependencies: WebhookDependencies): WebhookActivities => {
  const { mongo, keys, settings, now } = dependencies;
  const calls = createWebhookDeliveriesRepository(mongo);
  const secrets = createWebhookSecretsRepository(mongo);
  const admit = createReceivers(settings);

  /** While one is rotated, its successor beside it. */
  const secretsOf = async (ownerId: string): Promise<string[]> => {
    const signing = await secrets.signing(ownerId, now());
    return signing.map(({ sealed }) => unseal(keys, sealed));
  };

  const tryOnce = async (call: WebhookDeliveryDocument): Promise<Outcome> => {
    const { _id: id, url, ownerId, sealedSecret } = call;
    const body = bodyOf(call, settings.publicUrl);
    const signing = sealedSecret === undefined ? await secretsOf(ownerId) : [unseal(keys, sealedSecret)];
    return callOnce({ id, url, body, secrets: signing }, settings, now);
  };

  const inTurn = async (
    url: string,
    isByHand: boolean,
    work: () => Promise<Outcome>,
  ): Promise<Outcome | { waitMs: number }> => {
    const admission = admit(url, isByHand);
    if ('waitMs' in admission) return admission;
    let heard: Heard = 'unknown';
    try {
      const outcome = await work();
      heard = heardOf(outcome);
      return outcome;
    } finally {
      admission.settle(heard);
    }
  };

  /** @throws RoundsError DEPENDENCY_DOWN with the time to wait when the receiver did not take it */
  const conclude = async (call: WebhookDeliveryDocument, { retryAfter, ...outcome }: Outcome) => {
    const attempt = { replay: call.replays, ...outcome };
    const state = stateAfter(attempt);
    const expiresAt = new Date(attempt.at.getTime() + settings.logDays * DAY_MS);
    await calls.record(call._id, attempt, { ...defined({ state }), expiresAt });
    if (state === 'delivered' || state === 'gone') return state;
    const waited = backOffMs(attemptsOf(call).length + 1);
    throw new RoundsError('DEPENDENCY_DOWN', attempt.error ?? '', {
      retryAfterMs: Math.max(waited, askedMs(retryAfter, attempt.at.getTime()) ?? 0),
    });
  };

  return {
    postWebhook: async ({ webhookDeliveryId, replay, mayWait = false }) => {
      const call = await calls.find(webhookDeliveryId);
      // Forgotten by the log, answered before, or done by a newer replay.
      if (call?.replays !== replay || call.state !== 'pending') return 'superseded';
      const isByHand = replay > 0 && attemptsOf(call).length === 0;
      const outcome = await inTurn(call.url, isByHand, () => tryOnce(call));
      if (!('waitMs' in outcome)) return conclude(call, outcome);
      if (mayWait) return outcome;
      throw new RoundsError('RATE_LIMITED', 'The receiver is not called now.', {
        retryAfterMs: outcome.waitMs,
      });
    },

    testWebhook: async ({ id, callerId, sealed }) => {
      const { url, secret } = JSON.parse(unseal(keys, sealed)) as { url: string; secret?: string };
      const signing = secret === undefined ? await secretsOf(callerId) : [secret];
      const body = testBody(now(), settings.publicUrl);
      const outcome = await inTurn(url, true, () =>
        callOnce({ id, url, body, secrets: signing }, settings, now),
      );
      if ('waitMs' in outcome) return outcome;
      const { statusCode, duration, error } = outcome;
      return { statusCode, duration, error, signatures: signing.length };
    },

    giveUpWebhook: async ({ webhookDeliveryId, replay }) => {
      const call = await calls.giveUp(webhookDeliveryId, replay);
      if (call === null) return null;
      const about = {
        kind: 'webhook-given-up',
        webhookDeliveryId,
        ...{ runId: call.runId, studyId: call.studyId, host: new URL(call.url).host },
        why: whyNot(call.attempts.at(-1)),
        occasion: String(replay),
      } as const;
      return { about, to: [call.ownerId], operators: true };
    },
  };
};
