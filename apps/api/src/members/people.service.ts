import { Inject, Injectable } from '@nestjs/common';
import { readAddress } from '@rounds/adapters/mail/email-address';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { UserDocument } from '@rounds/contracts/collections';
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import { brokenBy } from '@rounds/contracts/rules';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';

const MOST_FOUND = 20;

/** People by what others call them: their id, or their address. */
@Injectable()
export class People {
  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @param part of address or name */
  search(part: string): Promise<UserDocument[]> {
    return this.users.search(part, MOST_FOUND);
  }

  async find(person: string): Promise<UserDocument | null> {
    if (!person.includes('@')) return this.users.find(person);
    const [user] = await this.users.findByEmails([person]);
    return user ?? null;
  }

  /**
   * Somebody of whom only the address is known yet: an account without any right, as at a first sign-in.
   *
   * @throws RoundsError NOT_FOUND for an id, INVALID_INPUT for what is no address
   */
  async make(caller: Caller, person: string): Promise<UserDocument> {
    if (!person.includes('@')) throw new RoundsError('NOT_FOUND', 'There is no such user.');
    const read = readAddress(person);
    if ('breach' in read) throw invalidInput('path', [brokenBy('user', read.breach)]);
    const user = { _id: opaqueId('usr'), email: read.address, name: null };
    const made = await this.audit.change(
      caller,
      (audited) => this.users.insert(user, new Date(this.now()), audited),
      (after) => ({ action: 'user.create', id: user._id, ...valuesOf('user', null, after) }),
    );
    return made ?? (await this.users.findNewestByEmail(read.address)) ?? this.make(caller, person);
  }
}
