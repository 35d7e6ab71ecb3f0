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

/** The version of what a user holds; 0: they hold nothing. */
export const revisionOf = (membership: Pick<MembershipDocument, 'revision'> | null): number =>
  membership === null ? 0 : (membership.revision ?? 1);

/** What a membership lets its user see. */
export const scopeOf = ({ sites, unblinded }: MembershipDocument): Scope => ({ sites, unblinded });

const idOf = ({ studyId, userId }: Pick<Grant, 'studyId' | 'userId'>): string => `${studyId}|${userId}`;

const within = (sites: Scope['sites']): Filter<MembershipDocument> =>
  sites === 'all' ? {} : { sites: { $type: 'array', $not: { $elemMatch: { $nin: [...sites] } } } };

export type MembershipsRepository = ReturnType<typeof createMembershipsRepository>;

export const createMembershipsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const memberships = mongo.collection('memberships');

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
      const $set = { ...change.$set, revision: revisionOf(before) + 1 };
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
      const $set = { ...change.$set, revision: revisionOf(before) + 1 };
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
    remove: (before: MembershipDocument, audited: Audited): Promise<MembershipDocument | null> =>
      memberships.findOneAndDelete(asRead(before), audited),

    /** @returns what the user held; null: nothing */
    revoke: (studyId: string, userId: string, audited: Audited): Promise<MembershipDocument | null> =>
      memberships.findOneAndDelete({ _id: `${studyId}|${userId}` }, audited),

    /** The right on a study, or null: the study may not exist, or the user may have none there. */
    find: (studyId: string, userId: string): Promise<MembershipDocument | null> =>
      memberships.findOne({ _id: `${studyId}|${userId}` }),

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
