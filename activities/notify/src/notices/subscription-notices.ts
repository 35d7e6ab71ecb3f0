/** What is said of subscriptions that paused, ended or changed hands, and to who is asked to receive one again. */
import type { OfSubscription } from '@rounds/contracts/notice';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { titleOf, type NoticeContext, type NoticeWords, type Writer } from './notice-writer.ts';

export const seeSubscription = ({ page }: NoticeContext, id: string, { say }: Voice) => ({
  action: { label: say('See the subscription'), url: page('subscription', id) },
});

/** Leads to the page of the subscription. @param write told what its study and its report are called */
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
    subject: say('{study}: a subscription has lost its owner', { study }),
    paragraphs: [
      say('The owner of a subscription to {type} of the study {study} may no longer see the study.', {
        type,
        study,
      }),
      say('Its reports go on until {day}; then it is paused, unless it is handed over to someone else.', {
        day: instantDay(new Date(pausesAt), 'UTC'),
      }),
    ],
  }),
);

export const pausedOwnerLeft: Writer<'subscription-paused-owner-left'> = ofSubscription(
  ({ study, type }, { say }) => ({
    subject: say('{study}: a subscription without an owner was paused', { study }),
    paragraphs: [
      say(
        'The subscription to {type} of the study {study} was paused, because its owner may no longer see the study and nobody took it over.',
        { type, study },
      ),
      say('Hand it over to someone and resume it, or cancel it.'),
    ],
  }),
);

export const pausedUnread: Writer<'subscription-paused-unread'> = ofSubscription(
  ({ study, type }, { say }) => ({
    subject: say('{study}: a subscription that nobody receives was paused', { study }),
    paragraphs: [
      say(
        'Nobody receives the report {type} of the study {study} any more: each recipient has unsubscribed, may not see the study, or takes no mail. Your subscription was paused.',
        { type, study },
      ),
      say(
        'Name other recipients and resume it, or invite those who unsubscribed: it goes on with the first who accepts.',
      ),
    ],
  }),
);

export const invitedToReceive: Writer<'invited-to-receive'> = (
  { studyId: study, reportType },
  { concerned, linkUrl },
  voice,
) => {
  const { say } = voice;
  return {
    subject: say('{study}: you are invited to receive a report again', { study }),
    paragraphs: [
      say(
        '{who} asks whether you want to receive the report {type} of the study {study} by mail again. You unsubscribed from it.',
        { who: concerned ?? 'Rounds', type: titleOf(reportType, voice), study },
      ),
      say('Nothing is mailed to you unless you say so on the page behind this link.'),
    ],
    ...(linkUrl === undefined ? {} : { action: { label: say('Accept, or leave it'), url: linkUrl } }),
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
    subject: say('{n## subscription|# subscriptions} handed over to {to}', { n: count, to }),
    paragraphs: [
      say('{by} handed {n## subscription|# subscriptions} of {from} over to {to}:', {
        ...{ by, from, to, n: count },
      }),
      ...subscriptions.map(({ studyId, reportType }) => `${studyId}: ${titleOf(reportType, voice)}`),
      ...(others === 0 ? [] : [say('Not listed here: {n} more.', { n: others })]),
      say('Schedules and recipients stay as they were. From now on {to} may change, pause or cancel them.', {
        to,
      }),
    ],
    action: { label: say('See your subscriptions'), url: page('subscriptions', 'mine') },
  };
};

export const studyClosed: Writer<'study-closed'> = ofSubscription(({ study, type }, { say }) => ({
  subject: say('{study}: the study was closed, and its reports end', { study }),
  paragraphs: [
    say(
      'The study {study} was closed. The subscription to {type} has ended with it; reports that were made are kept.',
      { study, type },
    ),
  ],
}));

export const subscriptionEnded: Writer<'subscription-ended'> = ofSubscription(
  ({ study, type }, { say, told }, { reason }) => ({
    subject: say('{study}: a subscription has ended', { study }),
    paragraphs: [
      say('The subscription to {type} of the study {study} has ended: {reason}', {
        type,
        study,
        reason: told(reason),
      }),
      say('If the report is still useful, subscribe again.'),
    ],
  }),
);
