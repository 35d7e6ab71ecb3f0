/** Mails about something that needs a person. The words come from ids and codes; nothing of a report is read. */
import type { Clock } from '@rounds/adapters/clock';
import { noticeToken, noticeUrl, unsubscribeToken, unsubscribeUrl } from '@rounds/adapters/links/link-tokens';
import type { MailSender } from '@rounds/adapters/mail/mail-sender';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createLinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createNoticesRepository, type NoticeSubject } from '@rounds/adapters/mongo/notices.repository';
import { createRecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import { createSuppressionsRepository } from '@rounds/adapters/mongo/suppressions.repository';
import { createUsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { NoticeActivities } from '@rounds/contracts/activities';
import { channelName } from '@rounds/contracts/channel';
import type { UserDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { DAY_MS } from '@rounds/contracts/durations';
import {
  noticeId,
  type HeldBack,
  type Notice,
  type NoticeAbout,
  type NoticeKind,
} from '@rounds/contracts/notice';
import { maySee } from '@rounds/contracts/scope';
import { localDateAt } from '@rounds/contracts/schedule-arithmetic';
import { because, type Why } from '@rounds/contracts/why';
import { voiceOf } from '@rounds/report-types/model/words/voice';
import { deliver, outcomeOf } from '../deliver.ts';
import type { LinkSettings } from '../links.ts';
import { composeNoticeMail } from './notice-mail.ts';
import { noticeWords } from './notice-words.ts';
import type { About, NoticeContext } from './notice-writer.ts';
import { createRenewLink } from './renew-link.ts';

export interface NoticeDependencies {
  readonly mongo: Pick<Mongo, 'collection'>;
  readonly mail: MailSender;
  readonly settings: LinkSettings & {
    /** `Name <address>` */
    readonly from: string;
  };
  readonly now: Clock;
}

const subjectOf = (about: NoticeAbout, recipientId: string): NoticeSubject => ({
  noticeId: noticeId(about),
  kind: about.kind,
  ...defined({ studyId: about.studyId }),
  recipientId,
  channel: 'email',
});

/** What the words need beside the notice, or why there is nothing to mail any more. */
type Around = Partial<NoticeContext> | { readonly why: Why };
type Surroundings = {
  readonly [K in NoticeKind]?: (about: About<K>, reader: UserDocument) => Promise<Around>;
};

const surroundingsOf = async (
  surroundings: Surroundings,
  about: NoticeAbout,
  reader: UserDocument,
): Promise<Around> => {
  const look = surroundings[about.kind] as
    | ((about: NoticeAbout, reader: UserDocument) => Promise<Around>)
    | undefined;
  return look === undefined ? {} : look(about, reader);
};

export const createNoticeActivities = (dependencies: NoticeDependencies): NoticeActivities => {
  const { mongo, mail, settings, now } = dependencies;
  const ledger = createNoticesRepository(mongo);
  const halts = createHaltsRepository(mongo);
  const users = createUsersRepository(mongo);
  const suppressions = createSuppressionsRepository(mongo);
  const recipients = createRecipientsRepository(mongo);
  const renewLink = createRenewLink({ links: createLinksRepository(mongo), recipients, settings, now });

  const reachable = async (found: readonly UserDocument[]): Promise<UserDocument[]> => {
    const suppressed = await suppressions.ofEmails(found.map(({ email }) => email));
    return found.filter(({ email }) => !suppressed.has(email));
  };

  /** Operators see every record; anybody else what their rights on the study cover. */
  const foundFor = async (
    studyId: string,
    held: readonly HeldBack[],
    { _id, roles }: UserDocument,
  ): Promise<NonNullable<NoticeContext['found']>> => {
    const [answer] = await recipients.checkRights(studyId, [_id]);
    const own = answer?.eligible === true ? answer.recipient.scope : undefined;
    const seen = held.filter(
      ({ scope }) => roles.includes('operator') || (own !== undefined && maySee(own, scope)),
    );
    const findings = seen.flatMap((each) => each.findings);
    return { findings, others: held.reduce((sum, { count }) => sum + count, 0) - findings.length };
  };

  /** In their order: the mail's bytes must not depend on the attempt. */
  const addressesOf = async (userIds: readonly string[]): Promise<string[]> => {
    const found = await users.emails(userIds);
    return userIds.flatMap((userId) => found.get(userId) ?? channelName(userId) ?? []);
  };

  const concern = async (userId: string): Promise<Partial<NoticeContext>> => {
    const [concerned] = await addressesOf([userId]);
    return concerned === undefined ? {} : { concerned };
  };

  const invitationOf = async (
    { subscriptionId, userId, inviterId }: About<'invited-to-receive'>,
    recipient: UserDocument,
  ): Promise<Around> => {
    if (recipient._id !== userId) return { why: because('not-the-invited') };
    const token = unsubscribeToken(settings.linkSecret, subscriptionId, userId);
    return { linkUrl: unsubscribeUrl(settings.publicUrl, token), ...(await concern(inviterId)) };
  };

  const peopleOf = async ({ byId, fromId, toId }: About<'subscriptions-handed-over'>) => {
    const found = await users.emails([byId, fromId, toId]);
    const emailOf = (userId: string) => found.get(userId) ?? userId;
    return { by: emailOf(byId), from: emailOf(fromId), to: emailOf(toId) };
  };

  const surroundings: Surroundings = {
    'link-renewed': (about, { _id }) => renewLink(about, _id),
    'invited-to-receive': invitationOf,
    'run-quarantined': async ({ studyId, held }, reader) => ({
      found: await foundFor(studyId, held, reader),
    }),
    'hidden-from-blinded': async ({ studyId, held }, reader) => ({
      found: await foundFor(studyId, held, reader),
    }),
    'mails-undelivered': async ({ userIds }) => ({ undelivered: await addressesOf(userIds) }),
    'subscriptions-handed-over': async (about) => ({ people: await peopleOf(about) }),
    'address-suppressed': ({ userId }) => concern(userId),
  };

  /** @param mailedAt of the first attempt: the mail's bytes must not depend on the attempt */
  const pageOf = ({ _id: userId }: UserDocument, mailedAt: Date): NoticeContext['page'] => {
    const until = localDateAt(mailedAt.getTime() + settings.linkDays * DAY_MS, 'UTC');
    return (kind, id) =>
      noticeUrl(settings.publicUrl, noticeToken(settings.linkSecret, { kind, id, userId, until }));
  };

  return {
    noticeRecipients: async ({ to, operators }: Notice) => {
      const concerned = await reachable(await users.findMany(to));
      const needed = operators || (to.length > 0 && concerned.length === 0);
      const others = needed ? await reachable(await users.operators()) : [];
      return [...new Set([...concerned, ...others].map(({ _id }) => _id))];
    },

    sendNotice: async ({ notice: { about }, recipientId }) => {
      const subject = subjectOf(about, recipientId);
      const earlier = await ledger.find(subject);
      if (earlier?.status === 'accepted' || earlier?.status === 'suppressed') return outcomeOf(earlier);
      const [user] = await reachable(await users.findMany([recipientId]));
      if (user === undefined)
        return outcomeOf(await ledger.suppress(subject, because('takes-no-mail'), now()));
      await halts.demandNone(about.studyId);
      const around = await surroundingsOf(surroundings, about, user);
      if ('why' in around) return outcomeOf(await ledger.suppress(subject, around.why, now()));
      const voice = voiceOf(user.language);
      const context = { page: pageOf(user, earlier?.intendedAt ?? now()), ...around };
      const content = composeNoticeMail(noticeWords(about, context, voice), voice);
      return await deliver({ ledger, sender: mail, now }, subject, {
        from: settings.from,
        to: user.email,
        ...content,
      });
    },
  };
};
