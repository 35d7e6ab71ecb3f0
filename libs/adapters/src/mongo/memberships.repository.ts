import type { MembershipDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';

export interface Grant extends Scope {
  readonly studyId: string;
  readonly userId: string;
}

/** What a membership lets its user see. */
export const scopeOf = ({ sites, unblinded }: MembershipDocument): Scope => ({ sites, unblinded });

export type MembershipsRepository = ReturnType<typeof createMembershipsRepository>;

export const createMembershipsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const memberships = mongo.collection('memberships');

  return {
    /**
     * Replaces what the user held on the study.
     *
     * @returns what that was, null for nothing
     */
    grant: async (
      { studyId, userId, sites, unblinded }: Grant,
      at: Date,
      audited: Audited,
    ): Promise<{ readonly before: MembershipDocument | null }> => ({
      before: await memberships.findOneAndUpdate(
        { _id: `${studyId}|${userId}` },
        { $set: { studyId, userId, sites, unblinded, grantedAt: at } },
        { upsert: true, returnDocument: 'before', ...audited },
      ),
    }),

    /** @returns what the user held; null: nothing */
    revoke: (studyId: string, userId: string, audited: Audited): Promise<MembershipDocument | null> =>
      memberships.findOneAndDelete({ _id: `${studyId}|${userId}` }, audited),

    /** The right on a study, or null: the study may not exist, or the user may have none there. */
    find: (studyId: string, userId: string): Promise<MembershipDocument | null> =>
      memberships.findOne({ _id: `${studyId}|${userId}` }),

    findMany: (studyId: string, userIds: readonly string[]): Promise<MembershipDocument[]> =>
      memberships.find({ studyId, userId: { $in: [...userIds] } }).toArray(),

    ofUser: (userId: string): Promise<MembershipDocument[]> =>
      memberships.find({ userId }).sort({ studyId: 1 }).toArray(),
  };
};
