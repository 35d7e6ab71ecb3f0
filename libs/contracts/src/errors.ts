/** Named errors: one code each, mapped once to HTTP (apps/api) and once to Temporal's ApplicationFailure. */
import type { BrokenRule } from './rules.ts';
import type { Why } from './why.ts';

/** HTTP status and whether doing it again can help, by code. The codes are public and stable. */
export const ERROR_CODES = {
  INVALID_INPUT: { status: 400, retryable: false },
  UNAUTHENTICATED: { status: 401, retryable: false },
  TOKEN_EXPIRED: { status: 401, retryable: false },
  FORBIDDEN: { status: 403, retryable: false },
  NOT_FOUND: { status: 404, retryable: false },
  STUDY_NOT_FOUND: { status: 404, retryable: false },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false },
  CONFLICT: { status: 409, retryable: false },
  IDEMPOTENCY_KEY_REUSED: { status: 409, retryable: false },
  /** The caller has an equal subscription already; the refusal names it. */
  SUBSCRIPTION_EXISTS: { status: 409, retryable: false },
  LINK_EXPIRED: { status: 410, retryable: false },
  LINK_REVOKED: { status: 410, retryable: false },
  /** The object store has a file of a run no longer. */
  ARTEFACT_GONE: { status: 410, retryable: false },
  PRECONDITION_FAILED: { status: 412, retryable: false },
  PAYLOAD_TOO_LARGE: { status: 413, retryable: false },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, retryable: false },
  UNPROCESSABLE: { status: 422, retryable: false },
  RATE_LIMITED: { status: 429, retryable: true },
  NOT_A_DATASET: { status: 422, retryable: false },
  DOCUMENT_MISSING: { status: 500, retryable: false },
  CUT_CORRUPT: { status: 500, retryable: false },
  RENDER_INCOMPLETE: { status: 500, retryable: false },
  GLYPH_MISSING: { status: 500, retryable: false },
  /** The gate before sending found something wrong: a person has to look (docs/quarantine.md). */
  QUARANTINED: { status: 409, retryable: false },
  /** Operators halted the installation or the study: nothing is made or mailed until that is lifted. */
  HALTED: { status: 409, retryable: false },
  MAIL_REJECTED: { status: 502, retryable: false },
  /** A channel's receiver refuses messages: its address is gone, or not allowed. */
  CHANNEL_REJECTED: { status: 502, retryable: false },
  /** The provider took the mail, and it came back. */
  MAIL_BOUNCED: { status: 502, retryable: false },
  /** Nobody knows whether a mail was sent: a person decides. */
  DELIVERY_UNKNOWN: { status: 409, retryable: false },
  CONFIGURATION: { status: 500, retryable: false },
  /** A step of a run was not done within its time. */
  RUN_TIMED_OUT: { status: 504, retryable: false },
  /** A server that Rounds needs does not answer: always worth trying again. */
  DEPENDENCY_DOWN: { status: 503, retryable: true },
  INTERNAL: { status: 500, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;
export type ErrorCode = keyof typeof ERROR_CODES;

export interface RoundsErrorOptions {
  readonly fields?: readonly BrokenRule[];
  readonly cause?: unknown;
  /** The same by code, for whoever reads it in another language. */
  readonly why?: Why;
  /** Milliseconds after which trying again makes sense (a provider's Retry-After). */
  readonly retryAfterMs?: number;
}

export class RoundsError extends Error {
  override readonly name = 'RoundsError';
  readonly code: ErrorCode;
  readonly fields: readonly BrokenRule[];
  readonly why: Why | undefined;
  readonly retryAfterMs: number | undefined;

  /** @param message for people: what is wrong and what to do; never holds personal data. */
  constructor(code: ErrorCode, message: string, options: RoundsErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.why = options.why;
    this.retryAfterMs = options.retryAfterMs;
  }

  get status(): number {
    return ERROR_CODES[this.code].status;
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}

/** Of an object or a record that is not there; nothing else is meant by it. */
export const isNotFound = (error: unknown): error is RoundsError =>
  error instanceof RoundsError && error.code === 'NOT_FOUND';

/** One error for everything that is wrong with what came in. */
export const invalidInput = (what: string, fields: readonly BrokenRule[]): RoundsError => {
  const list = fields.map(({ field, rule }) => `${field}: ${rule}`).join('; ');
  return new RoundsError('INVALID_INPUT', `The ${what} is not valid: ${list}`, { fields });
};
