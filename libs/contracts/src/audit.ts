/** The audit trail: who changed what, when. Entries are written once and never changed. */

import { RoundsError } from './errors.ts';
import { broken } from './rules.ts';

/** What is done on a person's behalf, as `<what>.<verb>`. */
export const AUDIT_ACTIONS = [
  'subscription.create',
  'subscription.change',
  'subscription.pause',
  'subscription.resume',
  'subscription.cancel',
  'subscription.skip-next',
  'subscription.snooze',
  'subscription.move',
  'subscription.restore',
  'subscription.run-now',
  'subscription.preview',
  'subscription.reassign',
  'subscription.unsubscribe',
  'subscription.resubscribe',
  'subscription.invite',
  'subscription.replan',
  'subscription.end',
  'report.generate',
  'job.cancel',
  'job.redrive',
  'job.release',
  'job.hide',
  'delivery.retry',
  'delivery.decide',
  'template.create',
  'template.change',
  'template.retire',
  'flag.set',
  'webhook.create',
  'webhook.change',
  'webhook.delete',
  'webhook.replay',
  'webhook.test',
  'link.renew',
  'link.revoke',
  'link.refuse',
  'address.release',
  'document.upload',
  'document.open',
  'document.remove',
  'study.close',
  'study.reopen',
  'study.import',
  'study.refuse-import',
  'study.link-policy',
  'study.preview-recipients',
  'membership.grant',
  'membership.revoke',
  'role.grant',
  'user.create',
  'user.change',
  'user.bind',
  'user.sign-in',
  'user.refuse',
  'halt.set',
  'halt.lift',
  'payloads.decode',
  'access.refuse',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * Ids, names of fields, counts: never a name or an address, nor a value that a person wrote, but for the reason of a
 * `job.release` or of a halt: who vouches for an incomplete report, or stops everybody's, says why, where nobody can
 * change it.
 */
export type AuditDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** By name of field what stands there: those of AUDIT_FIELDS. */
export type AuditValues = Readonly<Record<string, unknown>>;

export interface AuditEntry {
  /** User id of the person on whose behalf it was done; `host:<name>` for who ran a command on a server, `housekeeping` for what nobody asked for. */
  readonly actorId: string;
  readonly action: AuditAction;
  readonly target: {
    /** The word before the dot of `action`, e.g. `subscription`; of `access` the id is method and route. */
    readonly type: string;
    readonly id: string;
  };
  readonly studyId?: string;
  /** Names the HTTP request in the logs. */
  readonly requestId?: string;
  readonly details?: AuditDetails;
  /** Of what was changed; absent where there was nothing. */
  readonly before?: AuditValues;
  /** Absent where nothing is left. */
  readonly after?: AuditValues;
  /** Why, in the words of who did it; names no patient. */
  readonly reason?: string;
}

/**
 * What the installation's policy asks of an entry.
 *
 * @param asked actions that need a reason
 * @param field where the reason was to be given
 * @throws RoundsError INVALID_INPUT
 */
export const demandReason = (
  { action, reason, details }: Pick<AuditEntry, 'action' | 'reason' | 'details'>,
  asked: readonly AuditAction[],
  field: string,
): void => {
  if (!asked.includes(action) || (reason ?? details?.reason) !== undefined) return;
  const missing = broken(field, 'reason-required', { action });
  throw new RoundsError('INVALID_INPUT', `${field}: ${missing.rule}.`, { fields: [missing] });
};

export interface AuditDocument extends AuditEntry {
  readonly _id: string;
  readonly at: Date;
}
