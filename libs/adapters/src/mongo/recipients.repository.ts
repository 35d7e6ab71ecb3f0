import { DEFAULT_LANGUAGE, type Language } from '@rounds/contracts/language';
import type { Scope } from '@rounds/contracts/scope';
import type { Mongo } from './client.ts';
import { createMembershipsRepository, scopeOf } from './memberships.repository.ts';
import { createSuppressionsRepository } from './suppressions.repository.ts';
import { createUsersRepository } from './users.repository.ts';

/** A user with the right to see a study, as it is now. */
export interface Recipient {
  readonly userId: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  /** Their own; null: that of what they are told about. */
  readonly timeZone: string | null;
  /** What their membership lets them see. */
  readonly scope: Scope;
}

/** Who gets a report, or why they do not; the reason stands in the ledger. */
export type Eligibility =
  | { readonly eligible: true; readonly recipient: Recipient }
  | { readonly eligible: false; readonly userId: string; readonly reason: string };

export type RecipientsRepository = ReturnType<typeof createRecipientsRepository>;

const userIdOf = (answer: Eligibility): string => (answer.eligible ? answer.recipient.userId : answer.userId);

/** Why no mail goes to an address, as the ledger says it. */
const WHY_SUPPRESSED = {
  bounced: 'Mail to the recipient came back for good. An operator can lift this.',
  complained: 'The recipient reported a mail as unwanted. An operator can lift this.',
} as const;

/** The one rule of who receives: asked when a run opens, and again just before each mail. */
export const createRecipientsRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const users = createUsersRepository(mongo);
  const memberships = createMembershipsRepository(mongo);
  const suppressions = createSuppressionsRepository(mongo);

  /** Who may see the study, whether or not mail reaches them: for a report that is not mailed. */
  const checkRights = async (studyId: string, userIds: readonly string[]): Promise<Eligibility[]> => {
    const [found, held] = await Promise.all([
      users.findMany(userIds),
      memberships.findMany(studyId, userIds),
    ]);
    const userById = new Map(found.map((user) => [user._id, user]));
    const scopeByUser = new Map(held.map((membership) => [membership.userId, scopeOf(membership)]));
    return userIds.map((userId) => {
      const user = userById.get(userId);
      const scope = scopeByUser.get(userId);
      if (user === undefined || scope === undefined) {
        return { eligible: false, userId, reason: 'The recipient is not a member of the study.' };
      }
      const { email, name, language = DEFAULT_LANGUAGE, timeZone = null } = user;
      return { eligible: true, recipient: { userId, email, name, language, timeZone, scope } };
    });
  };

  /** Those whose address takes no more mail are told apart. */
  const withoutSuppressed = async (answers: readonly Eligibility[]): Promise<Eligibility[]> => {
    const emails = answers.flatMap((answer) => (answer.eligible ? [answer.recipient.email] : []));
    const suppressed = await suppressions.ofEmails(emails);
    return answers.map((answer) => {
      if (!answer.eligible) return answer;
      const found = suppressed.get(answer.recipient.email);
      if (found === undefined) return answer;
      return { eligible: false, userId: answer.recipient.userId, reason: WHY_SUPPRESSED[found.why] };
    });
  };

  return {
    checkRights,

    /** Who is mailed: one answer for each of `userIds`, in their order. */
    check: async (
      studyId: string,
      userIds: readonly string[],
      optedOut: readonly string[],
    ): Promise<Eligibility[]> => {
      const answers = await checkRights(studyId, userIds);
      const reachable = await withoutSuppressed(answers);
      return reachable.map((answer) => {
        const userId = userIdOf(answer);
        if (!optedOut.includes(userId)) return answer;
        return { eligible: false, userId, reason: 'The recipient unsubscribed.' };
      });
    },
  };
};
