/** Calls of a callback: one record for each end of a run, with every attempt (docs/webhooks.md). */
import type { ErrorCode } from './errors.ts';
import { isFinished, RUN_STATUSES, type RunStatus } from './run.ts';
import type { Why } from './why.ts';

/** Ends for which `onSuccess` is called; `onFailure` for every other one. */
export const SUCCESSES = ['completed', 'unchanged'] as const satisfies readonly RunStatus[];
export const isSuccess = (status: RunStatus): boolean => SUCCESSES.some((each) => each === status);
export const FAILURES = RUN_STATUSES.filter((each) => isFinished(each) && !isSuccess(each));

export const WEBHOOK_STATES = ['pending', 'delivered', 'gone', 'given-up'] as const;
/**
 * `pending`: being tried; `delivered`: answered with 2xx; `gone`: answered with 410, not tried again;
 * `given-up`: not answered for a day.
 */
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** What the receiver gets. Instants are ISO 8601 in UTC. */
export interface WebhookPayload {
  readonly jobId: string;
  readonly status: RunStatus;
  /** Path of the result at the API's public address; absolute when it is sent. */
  readonly link?: string;
  readonly error?: { readonly code: ErrorCode | 'CANCELLED' | 'SUPPRESSED'; readonly why: Why };
  readonly completedAt?: string;
  readonly failedAt?: string;
  /** Redrives of the run before this end. */
  readonly retryCount: number;
  /** Of a test call: there is no such run. */
  readonly test?: true;
}

/** A call that a caller wants to see made once. */
export interface WebhookTest {
  /** `test_…`: the `webhook-id` that the receiver sees. */
  readonly id: string;
  /** Whose secrets sign. */
  readonly callerId: string;
  /** `{url, secret?}` as JSON, sealed by the key ring ROUNDS_SECRET_KEYS: histories hold neither. */
  readonly sealed: string;
}

export interface WebhookTestOutcome {
  /** Null when no answer came. */
  readonly statusCode: number | null;
  /** Milliseconds. */
  readonly duration: number;
  /** Null when the receiver took it. */
  readonly error: string | null;
  /** How many secrets signed it. */
  readonly signatures: number;
}

export interface WebhookAttempt {
  /** 0: of the first sending. */
  readonly replay: number;
  readonly at: Date;
  /** Null when no answer came. */
  readonly statusCode: number | null;
  /** Milliseconds. */
  readonly duration: number;
  readonly error: string | null;
}

/** The log of one call. */
export interface WebhookDeliveryDocument {
  /** webhookDeliveryId(runId, ended): also the `webhook-id` that the receiver sees. */
  readonly _id: string;
  readonly runId: string;
  readonly studyId: string;
  /** Whose secrets sign, and who sees the log. */
  readonly ownerId: string;
  readonly url: string;
  readonly style: 'rounds' | 'pdf-queue';
  readonly payload: WebhookPayload;
  /** Of the request itself; absent: the owner's secrets sign. */
  readonly sealedSecret?: string;
  readonly state: WebhookState;
  /** Times it was asked to be sent again; an older request's workflow stops when it sees a newer number. */
  readonly replays: number;
  readonly attempts: readonly WebhookAttempt[];
  readonly createdAt: Date;
  readonly deliveredAt?: Date;
  /** When the log forgets it. */
  readonly expiresAt?: Date;
}

/** A caller's own signing secret. */
export interface WebhookSecretDocument {
  /** Opaque: `whs_…`. */
  readonly _id: string;
  readonly ownerId: string;
  /** Sealed by the key ring ROUNDS_SECRET_KEYS. */
  readonly sealed: string;
  readonly createdAt: Date;
  /** Set when it was rotated: until then it signs beside its successor. */
  readonly signsUntil?: Date;
}

/** An address to which no more mail goes: it bounced for good, or its holder complained. */
export interface SuppressionDocument {
  /** Opaque: `sup_…`. */
  readonly _id: string;
  /** SHA-256 of the address in lower case, hex: the list holds no address. */
  readonly addressHash: string;
  /** Whose address it was. */
  readonly userId: string;
  readonly why: 'bounced' | 'complained';
  readonly createdAt: Date;
}
