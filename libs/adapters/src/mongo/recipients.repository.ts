import { channelOf, channelRecipient, type SubscriptionChannel } from '@rounds/contracts/channel';
import { DEFAULT_LANGUAGE, type Language } from '@rounds/contracts/language';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import { because, type Why } from '@rounds/contracts/why';
import type { Mongo } from './client.ts';
import { createMembershipsRepository, scopeOf } from './memberships.repository.ts';
import { createSuppressionsRepository } from './suppressions.repository.ts';
import { createUsersRepository } from './users.repository.ts';

/** Who gets something, with the rights that count for them as they are now. */
export interface Recipient {
  /** Of a user; `teams:chn_…` of a channel. */
  readonly userId: string;
  /** An e-mail address; of a channel, its sealed URL. */
  readonly address: string;
  readonly name: string | null;
  readonly language: Language;
  /** Their own; null: that of the subscription. */
  readonly timeZone: string | null;
  /** What their membership lets them see; of a channel, that of the subscription's owner. */
  readonly scope: Scope;
}

/** Who gets a report, or why they do not, as the ledger keeps it. */
export type Eligibility =
  | { readonly eligible: true; readonly recipient: Recipient }
  | { readonly eligible: false; readonly userId: string; readonly why: Why };

/** What of a subscription decides who receives it. */
type Receiving = Pick<SubscriptionDocument, 'studyId' | 'ownerId' | 'recipients' | 'optedOut' | 'channels'>;

export type RecipientsRepository = ReturnType<typeof createRecipientsRepository>;

const userIdOf = (answer: Eligibility): string => (answer.eligible ? answer.recipient.userId : answer.userId);

const asOwner = (channel: SubscriptionChannel, owner: Eligibility | undefined): Eligibility => {
  const userId = channelRecipient(channel);
  if (owner?.eligible !== true) return { eligible: false, userId, why: because('owner-not-a-member') };
  // On the clock of the subscription: its readers have none in common.
  const recipient = { ...owner.recipient, userId, address: channel.sealedUrl, name: null, timeZone: null };
  return { eligible: true, recipient };
};

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
        return { eligible: false, userId, why: because('not-a-member') };
      }
      const { email: address, name, language = DEFAULT_LANGUAGE, timeZone = null } = user;
      return { eligible: true, recipient: { userId, address, name, language, timeZone, scope } };
    });
  };

  /** Addresses that take no more mail make their users ineligible. */
  const withoutSuppressed = async (answers: readonly Eligibility[]): Promise<Eligibility[]> => {
    const emails = answers.flatMap((answer) => (answer.eligible ? [answer.recipient.address] : []));
    const suppressed = await suppressions.ofEmails(emails);
    return answers.map((answer) => {
      if (!answer.eligible) return answer;
      const found = suppressed.get(answer.recipient.address);
      if (found === undefined) return answer;
      return { eligible: false, userId: answer.recipient.userId, why: because(`address-${found.why}`) };
    });
  };

  const check = async (
    studyId: string,
    userIds: readonly string[],
    optedOut: readonly string[],
  ): Promise<Eligibility[]> => {
    const answers = await checkRights(studyId, userIds);
    const reachable = await withoutSuppressed(answers);
    return reachable.map((answer) => {
      const userId = userIdOf(answer);
      if (!optedOut.includes(userId)) return answer;
      return { eligible: false, userId, why: because('unsubscribed') };
    });
  };

  /** A channel has no rights of its own: the owner put it there, and theirs count. */
  const checkChannels = async ({ studyId, ownerId, channels = [] }: Receiving): Promise<Eligibility[]> => {
    if (channels.length === 0) return [];
    const [owner] = await checkRights(studyId, [ownerId]);
    return channels.map((channel) => asOwner(channel, owner));
  };

  return {
    checkRights,

    /** Who is mailed: one answer for each of `userIds`, in their order. */
    check,

    /** Everybody to whom the subscription's reports go: its recipients, and its channels. */
    checkAll: async (subscription: Receiving): Promise<Eligibility[]> => {
      const { studyId, recipients, optedOut } = subscription;
      const users = await check(studyId, [...new Set(recipients)], optedOut);
      return [...users, ...(await checkChannels(subscription))];
    },

    /** One of them. @param subscription null: of a run on demand */
    checkOne: async (
      studyId: string,
      recipientId: string,
      subscription: Receiving | null,
    ): Promise<Eligibility> => {
      const answers =
        channelOf(recipientId) === 'email'
          ? await check(studyId, [recipientId], subscription?.optedOut ?? [])
          : subscription === null
            ? []
            : await checkChannels(subscription);
      const answer = answers.find((each) => userIdOf(each) === recipientId);
      return answer ?? { eligible: false, userId: recipientId, why: because('no-such-recipient') };
    },
  };
};
