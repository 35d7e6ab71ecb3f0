import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  scopeOf,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import type { Studies } from '@rounds/adapters/mongo/study-filter';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { maySee, type Scope } from '@rounds/contracts/scope';
import { seesAll, type Caller } from '../auth/caller.ts';
import { PageError } from '../pages/page-error.ts';

@Injectable()
export class Rights {
  constructor(@Inject(createMembershipsRepository) private readonly memberships: MembershipsRepository) {}

  /**
   * What the user may see of a study.
   *
   * @throws RoundsError STUDY_NOT_FOUND alike for a study that does not exist and one without membership:
   * the difference would tell strangers which studies are run.
   */
  async scopeOn(studyId: string, userId: string): Promise<Scope> {
    const membership = await this.memberships.find(studyId, userId);
    if (membership === null)
      throw new RoundsError('STUDY_NOT_FOUND', 'There is no such study, or you are no member of it.', {
        fields: [broken('studyId', 'not-your-study')],
      });
    return scopeOf(membership);
  }

  /** What the user may see of a study, null without membership. */
  async findScope(studyId: string, userId: string): Promise<Scope | null> {
    const membership = await this.memberships.find(studyId, userId);
    return membership === null ? null : scopeOf(membership);
  }

  /** @throws RoundsError FORBIDDEN unless the user may see, as things are now, what was made for `needed`. */
  async demand(studyId: string, userId: string, needed: Scope): Promise<void> {
    const held = await this.findScope(studyId, userId);
    if (held === null || !maySee(held, needed))
      throw new PageError('FORBIDDEN', ['mail.rights-no-longer-cover', 'mail.ask-owner-or-remake']);
  }

  /** The studies whose subscriptions and jobs the caller may see. */
  async studiesOf(caller: Caller): Promise<Studies> {
    if (seesAll(caller)) return 'every';
    return (await this.memberships.ofUser(caller.userId)).map(({ studyId }) => studyId);
  }
}
