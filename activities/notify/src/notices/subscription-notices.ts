/** What is said of subscriptions that paused, ended or changed hands, and to who is asked to receive one again. */
import type { OfSubscription } from '@rounds/contracts/notice';
import { toldWords } from '@rounds/report-types/model/parts/why';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { titleOf, type NoticeContext, type NoticeWords, type Writer } from './notice-writer.ts';

export const seeSubscription = ({ page }: NoticeContext, id: string, { say }: Voice) => ({
  action: { label: say('mail.see-the-subscription'), url: page('subscription', id) },
});

/** Leads to the page of the subscription. @param write gets the names of its study and its report */
const ofSubscription =
  <About extends OfSubscription>(
    write: (
      names: { readonly study: string; readonly type: string },
      voice: Voice,
      about: About,
    ) => Omit<NoticeWords, 'action'>,
  ) =>
  (about: About, context: NoticeContext, voice: Voice): NoticeWords => ({
    ...write({ study: about.studyId, type: titleOf(about.reportType, voice) }, voice, about),
    ...seeSubscription(context, about.subscriptionId, voice),
  });

export const ownerLeft: Writer<'owner-left'> = ofSubscription(
  ({ study, type }, { say, instantDay }, { pausesAt }) => ({
    subject: say('mail.owner-left.subject', { study }),
    paragraphs: [
      say('mail.owner-left.what', {
        type,
        study,
      }),
      say('mail.owner-left.next', {
        day: instantDay(new Date(pausesAt), 'UTC'),
      }),
    ],
  }),
);

export const pausedOwnerLeft: Writer<'subscription-paused-owner-left'> = ofSubscription(
  ({ study, type }, { say }) => ({
    subject: say('mail.paused-owner-left.subject', { study }),
    paragraphs: [say('mail.paused-owner-left.what', { type, study }), say('mail.paused-owner-left.next')],
  }),
);

export const pausedUnread: Writer<'subscription-paused-unread'> = ofSubscription(
  ({ study, type }, { say }) => ({
    subject: say('mail.paused-unread.subject', { study }),
    paragraphs: [say('mail.paused-unread.what', { type, study }), say('mail.paused-unread.next')],
  }),
);

export const invitedToReceive: Writer<'invited-to-receive'> = (
  { studyId: study, reportType },
  { concerned, linkUrl },
  voice,
) => {
  const { say } = voice;
  return {
    subject: say('mail.invited-to-receive.subject', { study }),
    paragraphs: [
      say('mail.invited-to-receive.what', {
        who: concerned ?? 'Rounds',
        type: titleOf(reportType, voice),
        study,
      }),
      say('mail.invited-to-receive.next'),
    ],
    ...(linkUrl === undefined ? {} : { action: { label: say('mail.accept-or-leave-it'), url: linkUrl } }),
  };
};

export const handedOver: Writer<'subscriptions-handed-over'> = (
  { subscriptions, count },
  { page, people = { by: '?', from: '?', to: '?' } },
  voice,
) => {
  const { say } = voice;
  const { by, from, to } = people;
  const others = count - subscriptions.length;
  return {
    subject: say('mail.handed-over.subject', { n: count, to }),
    paragraphs: [
      say('mail.handed-over.what', {
        ...{ by, from, to, n: count },
      }),
      ...subscriptions.map(({ studyId, reportType }) => `${studyId}: ${titleOf(reportType, voice)}`),
      ...(others === 0 ? [] : [say('mail.not-listed-here', { n: others })]),
      say('mail.handed-over.next', {
        to,
      }),
    ],
    action: { label: say('mail.see-your-subscriptions'), url: page('subscriptions', 'mine') },
  };
};

export const studyClosed: Writer<'study-closed'> = ofSubscription(({ study, type }, { say }) => ({
  subject: say('mail.study-closed.subject', { study }),
  paragraphs: [say('mail.study-closed.what', { study, type })],
}));

export const subscriptionEnded: Writer<'subscription-ended'> = ofSubscription(
  ({ study, type }, voice, about) => ({
    subject: voice.say('mail.subscription-ended.subject', { study }),
    paragraphs: [
      voice.say('mail.subscription-ended.what', { type, study, reason: toldWords(about, voice) }),
      voice.say('mail.subscription-ended.next'),
    ],
  }),
);
