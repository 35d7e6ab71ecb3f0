import { Inject, Injectable } from '@nestjs/common';
import {
  createMembershipsRepository,
  revisionOf,
  scopeOf,
  type Grant,
  type MembershipsRepository,
} from '@rounds/adapters/mongo/memberships.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { MembershipDocument, UserDocument } from '@rounds/contracts/collections';
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { inOrder, maySee, scopeKey, type Scope } from '@rounds/contracts/scope';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { Authority } from '../rights/authority.service.ts';
import { demandMatch } from '../http/entity-tag.ts';
import { cutPageBy, type Page } from '../http/page.dto.ts';
import { REASON_HEADER } from '../http/reason.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import {
  createStudyDocumentsRepository,
  type StudyDocumentsRepository,
} from '../studies/study-documents.repository.ts';
import { People } from './people.service.ts';
import type { MemberAnswer, MemberBody, MembersQuery } from './members.dto.ts';

const present = (
  { userId, sites, unblinded, manages = false, grantedAt, ...membership }: MembershipDocument,
  user: UserDocument | undefined,
): MemberAnswer => ({
  ...{ userId, email: user?.email ?? userId, name: user?.name ?? null },
  ...{ sites, unblinded, manages, grantedAt: grantedAt.toISOString(), revision: revisionOf(membership) },
});

const tooFast = () =>
  new RoundsError('CONFLICT', 'Somebody else changed this member at the same time: read it again.');

/** Who may see a study, and who says so. Rights are asked of the record each time, so a change holds at once. */
@Injectable()
export class MembersService {
  constructor(
    @Inject(createMembershipsRepository) private readonly memberships: MembershipsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(createStudyDocumentsRepository) private readonly study: StudyDocumentsRepository,
    @Inject(Authority) private readonly authority: Authority,
    @Inject(People) private readonly people: People,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async list(
    caller: Caller,
    studyId: string,
    { limit, cursor: after }: MembersQuery,
  ): Promise<Page<MemberAnswer>> {
    const { sites } = await this.authority.toRead(caller, studyId);
    const found = await this.memberships.ofStudy(studyId, sites, { after, limit: limit + 1 });
    const { items, nextCursor } = cutPageBy(found, limit, ({ grantedAt }) => grantedAt);
    const users = await this.users.findMany(items.map(({ userId }) => userId));
    const userOf = (id: string) => users.find(({ _id }) => _id === id);
    return { items: items.map((membership) => present(membership, userOf(membership.userId))), nextCursor };
  }

  /**
   * Replaces what the person held on the study.
   *
   * @param person user id, or an e-mail address, by which they become known here
   * @throws RoundsError STUDY_NOT_FOUND, FORBIDDEN (more than the caller holds, who holds more, oneself), NOT_FOUND,
   * UNPROCESSABLE (no such site), INVALID_INPUT (unblinded without a reason), PRECONDITION_FAILED, CONFLICT
   */
  async set(caller: Caller, studyId: string, person: string, asked: MemberBody): Promise<MemberAnswer> {
    const held = await this.authority.toChange(caller, studyId);
    const scope = inOrder(asked);
    demandMayGive(held, scope);
    await this.demandSites(studyId, scope);
    const known = await this.people.find(person);
    demandOther(caller, known?._id);
    const before = known === null ? null : await this.memberships.find(studyId, known._id);
    demandMayTouch(held, before);
    demandMatch(caller, before === null ? null : revisionOf(before));
    demandUnblindingReason(caller, before, scope);
    this.audit.demandReason(caller, { action: 'membership.grant', id: person, studyId });
    const user = known ?? (await this.people.make(caller, person));
    const grant = { studyId, userId: user._id, ...scope, manages: asked.manages };
    return present(
      before !== null && isEqual(before, grant) ? before : await this.write(caller, before, grant),
      user,
    );
  }

  /** @throws RoundsError STUDY_NOT_FOUND, FORBIDDEN (who holds more), NOT_FOUND, PRECONDITION_FAILED, CONFLICT */
  async remove(caller: Caller, studyId: string, person: string): Promise<void> {
    const held = await this.authority.toChange(caller, studyId);
    const user = await this.people.find(person);
    const before = user === null ? null : await this.memberships.find(studyId, user._id);
    if (before === null) throw new RoundsError('NOT_FOUND', 'There is no such member of this study.');
    demandMayTouch(held, before);
    demandMatch(caller, revisionOf(before));
    const removed = await this.audit.change(
      caller,
      async (audited) => {
        demandMayTouch(await this.authority.toChange(caller, studyId, audited), before);
        return this.memberships.remove(before, audited);
      },
      () => ({
        ...{ action: 'membership.revoke', id: before.userId, studyId },
        ...valuesOf('membership', before, null),
      }),
    );
    if (removed === null) throw tooFast();
  }

  /** The caller's own right is asked again by the write: somebody may have taken it meanwhile. */
  private async write(
    caller: Caller,
    before: MembershipDocument | null,
    { studyId, userId, ...right }: Grant,
  ): Promise<MembershipDocument> {
    const grant = { studyId, userId, ...right };
    const written = await this.audit.change(
      caller,
      async (audited) => {
        const held = await this.authority.toChange(caller, studyId, audited);
        demandMayGive(held, grant);
        demandMayTouch(held, before);
        return this.memberships.replace(before, grant, new Date(this.now()), audited);
      },
      (after) => ({
        ...{ action: 'membership.grant', id: userId, studyId },
        details: { sites: right.sites, unblinded: right.unblinded, manages: right.manages ?? false },
        ...valuesOf('membership', before, after),
      }),
    );
    if (written === null) throw tooFast();
    return written;
  }

  /** A right on a site that no subject has is a slip of the pen. */
  private async demandSites(studyId: string, { sites }: Scope): Promise<void> {
    if (sites === 'all') return;
    const known = new Set(await this.study.sites(studyId));
    const fields = sites.flatMap((site, place) =>
      known.has(site) ? [] : [broken(`sites.${place}`, 'unknown-site')],
    );
    if (fields.length > 0) throw new RoundsError('UNPROCESSABLE', 'The study has no such site.', { fields });
  }
}

/** @throws RoundsError FORBIDDEN */
const demandWithin = (held: Scope, scope: Scope, what: string): void => {
  if (!maySee(held, scope)) throw new RoundsError('FORBIDDEN', `You may not ${what}.`);
};

/** @throws RoundsError FORBIDDEN */
const demandMayGive = (held: Scope, scope: Scope): void => {
  demandWithin(held, scope, 'give more of this study than you hold yourself');
};

/** @throws RoundsError FORBIDDEN */
const demandMayTouch = (held: Scope, before: MembershipDocument | null): void => {
  if (before !== null) demandWithin(held, scopeOf(before), 'change who holds more of this study than you do');
};

/** Nobody gives a right to themselves: a second person is in it, whatever one's role. @throws RoundsError FORBIDDEN */
const demandOther = ({ userId }: Caller, person: string | undefined): void => {
  if (userId === person)
    throw new RoundsError('FORBIDDEN', 'Your own rights are for somebody else to change.');
};

/** @throws RoundsError INVALID_INPUT */
const demandUnblindingReason = (
  { reason }: Caller,
  before: MembershipDocument | null,
  { unblinded }: Scope,
): void => {
  if (!unblinded || before?.unblinded === true || reason !== undefined) return;
  throw invalidInput('header', [broken(REASON_HEADER, 'unblinding-unexplained')]);
};

const isEqual = (before: MembershipDocument, grant: Grant): boolean =>
  scopeKey(before) === scopeKey(grant) && (before.manages ?? false) === grant.manages;
