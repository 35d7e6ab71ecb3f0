import { Inject, Injectable } from '@nestjs/common';
import { createAuditRepository, type AuditRepository } from '@rounds/adapters/mongo/audit.repository';
import type { AuditEntry } from '@rounds/contracts/audit';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';

/** What was done; the kind of its target is the first word of `action`. */
export type Deed = Omit<AuditEntry, 'actorId' | 'requestId' | 'target'> & { readonly id: string };

/** The one way in which the API records what it did on a person's behalf: after it was done, before the answer. */
@Injectable()
export class AuditTrail {
  constructor(
    @Inject(createAuditRepository) private readonly audit: AuditRepository,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @param actor who asked; of a page that a mailed link opened only the user id is known */
  async record(
    { userId: actorId, requestId }: Pick<Caller, 'userId'> & Partial<Pick<Caller, 'requestId'>>,
    { id, ...deed }: Deed,
  ): Promise<void> {
    const target = { type: deed.action.split('.')[0] ?? deed.action, id };
    const request = requestId === undefined ? {} : { requestId };
    await this.audit.record({ actorId, target, ...deed, ...request }, new Date(this.now()));
  }
}
