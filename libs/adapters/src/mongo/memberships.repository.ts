import type { MembershipDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import type { Audited } from './audit.repository.ts';
import type { Filter, Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';
import { following, newestFirst, type After } from './page.ts';

export interface Grant extends Scope {
  readonly studyId: string;
  readonly userId: string;
  readonly manages?: boolean | undefined;
}

export const revisionOf = ({ revision = 1 }: Pick<MembershipDocument, 'revision'>): number => revision;

/** What a membership lets its user see. */
export const scopeOf = ({ sites, unblinded }: MembershipDocument): Scope => ({ sites, unblinded });

const idOf = ({ studyId, userId }: Pick<Grant, 'studyId' | 'userId'>): string => `${studyId}|${userId}`;

const within = (sites: Scope['sites']): Filter<MembershipDocument> =>
  sites === 'all' ? {} : { sites: { $type: 'array', $not: { $elemMatch: { $nin: [...sites] } } } };

export type MembershipsRepository = ReturnType<typeof createMembershipsRepository>;

export const createMembershipsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const memberships = mongo.collection('memberships');
  const users = mongo.collection('users');

  const nextRevision = async (
    before: MembershipDocument | null,
    userId: string,
    audited: Audited,
  ): Promise<number> => {
    if (before !== null) return revisionOf(before) + 1;
    const { takenRevision = 0 } = (await users.findOne({ _id: userId }, audited)) ?? {};
    return takenRevision + 1;
  };

  /** What was taken leaves its revision with the user. */
  const taken = async (
    membership: MembershipDocument | null,
    audited: Audited,
  ): Promise<MembershipDocument | null> => {
    if (membership === null) return null;
    const $max = { takenRevision: revisionOf(membership) };
    await users.updateOne({ _id: membership.userId }, { $max }, audited);
    return membership;
  };

  /** As it then stands; without `manages` where they do not. */
  const standing = ({ studyId, userId, sites, unblinded, manages }: Grant, grantedAt: Date) => ({
    $set: { studyId, userId, sites, unblinded, grantedAt, ...(manages === true && { manages }) },
    ...(manages === true ? {} : { $unset: { manages: true as const } }),
  });

  /** What stands, if it is still as it was read. */
  const asRead = ({ _id, revision, grantedAt }: MembershipDocument): Filter<MembershipDocument> => ({
    ...{ _id, grantedAt },
    revision: revision ?? { $exists: false },
  });

  return {
    /**
     * Replaces what the user held on the study.
     *
     * @returns what that was, null for nothing
     */
    grant: async (
      grant: Grant,
      at: Date,
      audited: Audited,
    ): Promise<{ readonly before: MembershipDocument | null }> => {
      const _id = idOf(grant);
      const before = await memberships.findOne({ _id }, audited);
      const change = standing(grant, at);
      const revision = await nextRevision(before, grant.userId, audited);
      const $set = { ...change.$set, revision };
      await memberships.updateOne({ _id }, { ...change, $set }, { upsert: true, ...audited });
      return { before };
    },

    /**
     * As `grant`, for who has looked at what stands.
     *
     * @returns null where somebody else was faster
     */
    replace: async (
      before: MembershipDocument | null,
      grant: Grant,
      at: Date,
      audited: Audited,
    ): Promise<MembershipDocument | null> => {
      const change = standing(grant, at);
      const revision = await nextRevision(before, grant.userId, audited);
      const $set = { ...change.$set, revision };
      if (before !== null)
        return memberships.findOneAndUpdate(
          asRead(before),
          { ...change, $set },
          { returnDocument: 'after', ...audited },
        );
      const made = { _id: idOf(grant), ...$set };
      return (await insertNew(memberships, made, audited)) ? made : null;
    },

    /** @returns null where it has changed since, or is gone */
    remove: async (before: MembershipDocument, audited: Audited): Promise<MembershipDocument | null> =>
      taken(await memberships.findOneAndDelete(asRead(before), audited), audited),

    /** @returns what the user held; null: nothing */
    revoke: async (studyId: string, userId: string, audited: Audited): Promise<MembershipDocument | null> =>
      taken(await memberships.findOneAndDelete({ _id: idOf({ studyId, userId }) }, audited), audited),

    /** The right on a study, or null: the study may not exist, or the user may have none there. */
    find: (studyId: string, userId: string): Promise<MembershipDocument | null> =>
      memberships.findOne({ _id: idOf({ studyId, userId }) }),

    /** As `find`, for a change that rests on the right: whoever takes it away meanwhile comes before or after it. */
    use: (studyId: string, userId: string, audited: Audited): Promise<MembershipDocument | null> =>
      memberships.findOneAndUpdate(
        { _id: idOf({ studyId, userId }) },
        { $inc: { uses: 1 } },
        { returnDocument: 'after', ...audited },
      ),

    findMany: (studyId: string, userIds: readonly string[]): Promise<MembershipDocument[]> =>
      memberships.find({ studyId, userId: { $in: [...userIds] } }).toArray(),

    /** Newest first. @param sites those who see no others */
    ofStudy: (
      studyId: string,
      sites: Scope['sites'],
      { after, limit }: { readonly after?: After | undefined; readonly limit: number },
    ): Promise<MembershipDocument[]> =>
      memberships
        .find({ $and: [{ studyId }, within(sites), following(after, 'grantedAt')] })
        .sort(newestFirst('grantedAt'))
        .limit(limit)
        .toArray(),

    managesAny: async (userId: string): Promise<boolean> =>
      (await memberships.findOne({ userId, manages: true })) !== null,

    ofUser: (userId: string): Promise<MembershipDocument[]> =>
      memberships.find({ userId }).sort({ studyId: 1 }).toArray(),
  };
};
