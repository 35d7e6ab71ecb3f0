import { Inject, Injectable } from '@nestjs/common';
import {
  createAuditRepository,
  type Audited,
  type AuditRepository,
  type Changed,
} from '@rounds/adapters/mongo/audit.repository';
import type { AuditEntry } from '@rounds/contracts/audit';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';

/** What was done; the kind of its target is the first word of `action`. */
export type Deed = Omit<AuditEntry, 'actorId' | 'requestId' | 'target'> & { readonly id: string };

/** Who asked; of a page that a mailed link opened only the user id is known. */
export type Actor = Pick<Caller, 'userId'> & Partial<Pick<Caller, 'requestId'>>;

const entryOf = ({ userId: actorId, requestId }: Actor, { id, ...deed }: Deed): AuditEntry => {
  const target = { type: deed.action.split('.')[0] ?? deed.action, id };
  const request = requestId === undefined ? {} : { requestId };
  return { actorId, target, ...deed, ...request };
};

/** The one way in which the API records what it did on a person's behalf. */
@Injectable()
export class AuditTrail {
  constructor(
    @Inject(createAuditRepository) private readonly audit: AuditRepository,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Makes a change and enters it, both or neither; what must happen elsewhere happens afterwards.
   *
   * @param write done again where another writer was in between: MongoDB alone; null or false where it changed nothing
   * @param deedOf of what `write` answered
   */
  change<T>(
    actor: Actor,
    write: (audited: Audited) => Promise<T>,
    deedOf: (changed: Changed<T>) => Deed,
  ): Promise<T> {
    return this.audit.change(write, (changed) => entryOf(actor, deedOf(changed)), new Date(this.now()));
  }

  /** Of what changes nothing in MongoDB: before it is done. */
  async record(actor: Actor, deed: Deed): Promise<void> {
    await this.audit.record(entryOf(actor, deed), new Date(this.now()));
  }

  /** As `record`; the same deed of the same occasion is one entry. */
  async recordOnce(actor: Actor, deed: Deed, occasion: string): Promise<void> {
    await this.audit.recordOnce(entryOf(actor, deed), occasion, new Date(this.now()));
  }
}
