import type { Scope } from '@rounds/contracts/scope';
import type { Mongo } from './client.ts';
import { createMembershipsRepository, scopeOf } from './memberships.repository.ts';
import { createUsersRepository } from './users.repository.ts';

/** A user with the right to see a study, as it is now. */
export interface Recipient {
  readonly userId: string;
  readonly email: string;
  readonly name: string | null;
  /** What their membership lets them see. */
  readonly scope: Scope;
}

/** Who gets a report, or why they do not; the reason stands in the ledger. */
export type Eligibility =
  | { readonly eligible: true; readonly recipient: Recipient }
  | { readonly eligible: false; readonly userId: string; readonly reason: string };

export type RecipientsRepository = ReturnType<typeof createRecipientsRepository>;

/** The one rule of who receives: asked when a run opens, and again just before each mail. */
export const createRecipientsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const users = createUsersRepository(mongo);
  const memberships = createMembershipsRepository(mongo);
  return {
    /** One answer for each of `userIds`, in their order. */
    check: async (
      studyId: string,
      userIds: readonly string[],
      optedOut: readonly string[],
    ): Promise<Eligibility[]> => {
      const [found, held] = await Promise.all([
        users.findMany(userIds),
        memberships.findMany(studyId, userIds),
      ]);
      const userById = new Map(found.map((user) => [user._id, user]));
      const scopeByUser = new Map(held.map((membership) => [membership.userId, scopeOf(membership)]));
      return userIds.map((userId) => {
        const user = userById.get(userId);
        const scope = scopeByUser.get(userId);
        if (optedOut.includes(userId))
          return { eligible: false, userId, reason: 'The recipient unsubscribed.' };
        if (user === undefined || scope === undefined) {
          return { eligible: false, userId, reason: 'The recipient is not a member of the study.' };
        }
        return { eligible: true, recipient: { userId, email: user.email, name: user.name, scope } };
      });
    },
  };
};
