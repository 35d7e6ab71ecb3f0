import { Inject, Injectable } from '@nestjs/common';
import {
  createAuditRepository,
  type Audited,
  type AuditRepository,
  type Changed,
} from '@rounds/adapters/mongo/audit.repository';
import { demandReason, type AuditEntry } from '@rounds/contracts/audit';
import { defined } from '@rounds/contracts/defined';
import { HOUR_MS } from '@rounds/contracts/durations';
import type { Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { REASON_HEADER } from '../http/reason.ts';
import { CLOCK, CONFIG, type Clock } from '../platform/tokens.ts';

/** What was done; the kind of its target is the first word of `action`. */
export type Deed = Omit<AuditEntry, 'actorId' | 'requestId' | 'target'> & { readonly id: string };

/** Who asked; of a page that a mailed link opened only the user id is known. */
export type Actor = Pick<Caller, 'userId'> & Partial<Pick<Caller, 'requestId' | 'reason' | 'roles'>>;

const entryOf = ({ userId: actorId, requestId, reason }: Actor, { id, ...deed }: Deed): AuditEntry => {
  const target = { type: deed.action.split('.')[0] ?? deed.action, id };
  return {
    ...{ actorId, target, ...deed },
    ...defined({ requestId, reason }),
  };
};

/** The one way in which the API records what it did on a person's behalf. */
@Injectable()
export class AuditTrail {
  constructor(
    @Inject(createAuditRepository) private readonly audit: AuditRepository,
    @Inject(CONFIG) private readonly config: Pick<ApiConfig, 'ROUNDS_AUDIT_REASONS'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Makes a change and enters it, both or neither; what must happen elsewhere happens afterwards.
   *
   * @param write done again where another writer was in between: MongoDB alone; null or false where it changed nothing
   * @param deedOf of what `write` answered
   * @throws RoundsError INVALID_INPUT where the policy asks for a reason and none was given: nothing is changed then
   */
  change<T>(
    actor: Actor,
    write: (audited: Audited) => Promise<T>,
    deedOf: (changed: Changed<T>) => Deed,
  ): Promise<T> {
    return this.audit.change(write, (changed) => this.entryOf(actor, deedOf(changed)), new Date(this.now()));
  }

  /**
   * Asked before the first of several changes, where a later one may be refused for want of a reason.
   *
   * @throws RoundsError INVALID_INPUT
   */
  demandReason(actor: Actor, deed: Deed): void {
    this.entryOf(actor, deed);
  }

  /** Of what changes nothing in MongoDB: before it is done. */
  async record(actor: Actor, deed: Deed): Promise<void> {
    await this.audit.record(this.entryOf(actor, deed), new Date(this.now()));
  }

  /** As `record`; the same deed of the same occasion is one entry. */
  async recordOnce(actor: Actor, deed: Deed, occasion: string): Promise<void> {
    await this.audit.recordOnce(entryOf(actor, deed), occasion, new Date(this.now()));
  }

  /** Of what a person may try a thousand times: one entry an hour. @param among what tells occasions within it apart */
  async recordHourly(actor: Actor, deed: Deed, among: readonly unknown[]): Promise<void> {
    const hour = Math.floor(this.now() / HOUR_MS);
    await this.recordOnce(actor, deed, JSON.stringify([...among, hour]));
  }

  /** Whoever asked without a token cannot be asked why. */
  private entryOf(actor: Actor, deed: Deed): AuditEntry {
    const entry = entryOf(actor, deed);
    if (actor.roles !== undefined) demandReason(entry, this.config.ROUNDS_AUDIT_REASONS, REASON_HEADER);
    return entry;
  }
}
