import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  scopeOf,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import type { Audited } from '@rounds/adapters/mongo/audit.repository';
import { createStudiesRepository, type StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { RoundsError } from '@rounds/contracts/errors';
import type { Scope } from '@rounds/contracts/scope';
import { isOperator, seesAll, type Caller } from '../auth/caller.ts';
import { Rights } from './rights.service.ts';

const EVERYTHING: Scope = { sites: 'all', unblinded: true };

/** Who looks after a study's members and documents: operators, and members whom the study lets, as far as they see it themselves. */
@Injectable()
export class Authority {
  constructor(
    @Inject(createMembershipsRepository) private readonly memberships: MembershipsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(createStudiesRepository) private readonly studies: StudiesRepository,
    @Inject(Rights) private readonly rights: Rights,
  ) {}

  /**
   * The most that the caller may give away or take.
   *
   * @param audited of the change that rests on it: asked as it is then, and lost by nobody before the change is made
   * @throws RoundsError STUDY_NOT_FOUND, FORBIDDEN
   */
  async toChange(caller: Caller, studyId: string, audited?: Audited): Promise<Scope> {
    if (await this.operates(caller, audited)) return this.ofAll(studyId);
    const { userId } = caller;
    const membership = await (audited === undefined
      ? this.memberships.find(studyId, userId)
      : this.memberships.use(studyId, userId, audited));
    if (membership === null && !seesAll(caller)) await this.rights.scopeOn(studyId, caller.userId);
    if (membership?.manages === true) return scopeOf(membership);
    throw new RoundsError('FORBIDDEN', 'Only an operator, or a member who manages the study, may do this.');
  }

  /** Likewise of whose members the caller may know. */
  async toRead(caller: Caller, studyId: string): Promise<Scope> {
    return seesAll(caller) ? this.ofAll(studyId) : this.toChange(caller, studyId);
  }

  /**
   * The most of a colleague's right on the study that the caller is told of. The blinded are told of none: a right that
   * is kept from them would be one that unblinds.
   */
  async toBeTold(caller: Caller, studyId: string): Promise<Scope | null> {
    if (seesAll(caller)) return EVERYTHING;
    const membership = await this.memberships.find(studyId, caller.userId);
    if (membership?.manages === true) return { sites: membership.sites, unblinded: true };
    return membership?.unblinded === true ? scopeOf(membership) : null;
  }

  /** @throws RoundsError FORBIDDEN unless the caller looks after some study's members, or sees all */
  async demandAny(caller: Caller): Promise<void> {
    if (seesAll(caller) || (await this.memberships.managesAny(caller.userId))) return;
    throw new RoundsError('FORBIDDEN', 'Only who looks after the members of a study may look for people.');
  }

  private async operates(caller: Caller, audited?: Audited): Promise<boolean> {
    if (!isOperator(caller) || audited === undefined) return isOperator(caller);
    return this.users.useRole(caller.userId, 'operator', audited);
  }

  private async ofAll(studyId: string): Promise<Scope> {
    if ((await this.studies.find(studyId)) !== null) return EVERYTHING;
    throw new RoundsError('STUDY_NOT_FOUND', `There is no study ${studyId}.`);
  }
}
