/**
 * What each notice says: short, with what to do next. It may reach operators, who see subscriptions and jobs but
 * no report: ids, codes and dates, nothing of what a report says.
 */
import type { NoticeAbout } from '@rounds/contracts/notice';
import { sentence, type Voice } from '@rounds/report-types/model/words/voice';
import type { NoticeContext, NoticeWords, Writer } from './notice-writer.ts';
import { fileGone, hiddenFromBlinded, mailsUndelivered, runFailed, runQuarantined } from './run-notices.ts';

type Writers = { readonly [K in NoticeAbout['kind']]: Writer<K> };

const subscriptionUrl = (publicUrl: string, id: string): string =>
  `${publicUrl}/api/v1/subscriptions/${encodeURIComponent(id)}`;

const seeSubscription = (publicUrl: string, id: string, { say }: Voice) => ({
  action: { label: say('See the subscription'), url: subscriptionUrl(publicUrl, id) },
});

const addressSuppressed: Writer<'address-suppressed'> = (
  { why, studyId: study, subscriptionId, suppressionId: id },
  { publicUrl, concerned },
  voice,
) => {
  const { say } = voice;
  const who = concerned ?? say('a recipient');
  return {
    subject:
      study === undefined
        ? sentence(say('{who} gets no more mail', { who }))
        : say('{study}: {who} gets no more mail', { study, who }),
    paragraphs: [
      why === 'bounced'
        ? say('Mail to {who} came back for good: the address does not exist or takes no mail.', { who })
        : sentence(say('{who} reported a mail as unwanted.', { who })),
      say(
        'No more mail goes to this address. Others receive their reports as before. Correct the address, or take the recipient off; if the address is right after all, an operator can lift this.',
      ),
      say('For operators: {id}', { id }),
    ],
    ...(subscriptionId === undefined ? {} : seeSubscription(publicUrl, subscriptionId, voice)),
  };
};

const linkRenewed: Writer<'link-renewed'> = (
  { studyId: study, reportType: type, period: days },
  { linkUrl },
  voice,
) => {
  const { say } = voice;
  const period = voice.shortPeriod(days);
  return {
    subject: say('{study}: a fresh link to the report of {period}', { study, period }),
    paragraphs: [
      say('Here is the fresh link that was asked for: {type} of the study {study}, {period}.', {
        type,
        study,
        period,
      }),
      say(
        'The link is yours alone and opens after a check of your rights. If you did not ask for it, somebody opened the old link of your mail: nothing was shown to them.',
      ),
    ],
    ...(linkUrl === undefined ? {} : { action: { label: say('Open the report'), url: linkUrl } }),
  };
};

const WRITERS: Writers = {
  'run-failed': runFailed,
  'run-quarantined': runQuarantined,
  'hidden-from-blinded': hiddenFromBlinded,
  'mails-undelivered': mailsUndelivered,
  'file-gone': fileGone,
  'address-suppressed': addressSuppressed,
  'link-renewed': linkRenewed,
  'webhook-given-up': (
    { runId: run, studyId: study, host, reason, webhookDeliveryId },
    { publicUrl },
    { say },
  ) => ({
    subject: say('{study}: the webhook to {host} was given up', { study, host }),
    paragraphs: [
      say('The end of the run {run} could not be told to {host}: {reason}', { run, host, reason }),
      say('It is not tried again by itself. Once the receiver answers, ask for it to be sent again.'),
    ],
    action: {
      label: say('See the attempts'),
      url: `${publicUrl}/api/v1/webhooks/deliveries/${encodeURIComponent(webhookDeliveryId)}`,
    },
  }),
  'owner-left': ({ studyId: study, reportType: type, subscriptionId, pausesAt }, { publicUrl }, voice) => ({
    subject: voice.say('{study}: a subscription has lost its owner', { study }),
    paragraphs: [
      voice.say('The owner of a subscription to {type} of the study {study} may no longer see the study.', {
        type,
        study,
      }),
      voice.say(
        'Its reports go on until {day}; then it is paused, unless it is handed over to someone else.',
        { day: voice.instantDay(new Date(pausesAt), 'UTC') },
      ),
    ],
    ...seeSubscription(publicUrl, subscriptionId, voice),
  }),
  'subscription-paused-owner-left': (
    { studyId: study, reportType: type, subscriptionId },
    { publicUrl },
    voice,
  ) => ({
    subject: voice.say('{study}: a subscription without an owner was paused', { study }),
    paragraphs: [
      voice.say(
        'The subscription to {type} of the study {study} was paused, because its owner may no longer see the study and nobody took it over.',
        { type, study },
      ),
      voice.say('Hand it over to someone and resume it, or cancel it.'),
    ],
    ...seeSubscription(publicUrl, subscriptionId, voice),
  }),
  'subscription-paused-unread': (
    { studyId: study, reportType: type, subscriptionId },
    { publicUrl },
    voice,
  ) => ({
    subject: voice.say('{study}: a subscription that nobody receives was paused', { study }),
    paragraphs: [
      voice.say(
        'Nobody receives the report {type} of the study {study} any more: each recipient has unsubscribed, may not see the study, or takes no mail. Your subscription was paused.',
        { type, study },
      ),
      voice.say(
        'Name other recipients and resume it, or invite those who unsubscribed: it goes on with the first who accepts.',
      ),
    ],
    ...seeSubscription(publicUrl, subscriptionId, voice),
  }),
  'invited-to-receive': ({ studyId: study, reportType: type }, { concerned, linkUrl }, { say }) => ({
    subject: say('{study}: you are invited to receive a report again', { study }),
    paragraphs: [
      say(
        '{who} asks whether you want to receive the report {type} of the study {study} by mail again. You unsubscribed from it.',
        { who: concerned ?? 'Rounds', type, study },
      ),
      say('Nothing is mailed to you unless you say so on the page behind this link.'),
    ],
    ...(linkUrl === undefined ? {} : { action: { label: say('Accept, or leave it'), url: linkUrl } }),
  }),
  'subscription-handed-over': (
    { studyId: study, reportType: type, subscriptionId },
    { publicUrl },
    voice,
  ) => ({
    subject: voice.say('{study}: a subscription has another owner', { study }),
    paragraphs: [
      voice.say(
        'An operator handed the subscription to {type} of the study {study} over to another owner. You were its owner, or are it from now on.',
        { type, study },
      ),
      voice.say(
        'Its schedule and who receives it stay as they were. Whoever owns it may change, pause or cancel it.',
      ),
    ],
    ...seeSubscription(publicUrl, subscriptionId, voice),
  }),
  'study-closed': ({ studyId: study, reportType: type, subscriptionId }, { publicUrl }, voice) => ({
    subject: voice.say('{study}: the study was closed, and its reports end', { study }),
    paragraphs: [
      voice.say(
        'The study {study} was closed. The subscription to {type} has ended with it; reports that were made are kept.',
        { study, type },
      ),
    ],
    ...seeSubscription(publicUrl, subscriptionId, voice),
  }),
  'subscription-ended': (
    { studyId: study, reportType: type, subscriptionId, reason },
    { publicUrl },
    voice,
  ) => ({
    subject: voice.say('{study}: a subscription has ended', { study }),
    paragraphs: [
      voice.say('The subscription to {type} of the study {study} has ended: {reason}', {
        type,
        study,
        reason: voice.told(reason),
      }),
      voice.say('If the report is still useful, subscribe again.'),
    ],
    ...seeSubscription(publicUrl, subscriptionId, voice),
  }),
};

export const noticeWords = (about: NoticeAbout, context: NoticeContext, voice: Voice): NoticeWords => {
  const write = WRITERS[about.kind] as (
    about: NoticeAbout,
    context: NoticeContext,
    voice: Voice,
  ) => NoticeWords;
  return write(about, context, voice);
};
