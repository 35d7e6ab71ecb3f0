/**
 * What each notice says: short, with what to do next. It may reach operators, who see subscriptions and jobs but
 * no report: ids, codes and dates, nothing of what a report says.
 */
import type { NoticeAbout } from '@rounds/contracts/notice';
import { sentence, type Voice } from '@rounds/report-types/model/words/voice';
import { titleOf, type NoticeContext, type NoticeWords, type Writer } from './notice-writer.ts';
import { fileGone, hiddenFromBlinded, mailsUndelivered, runFailed, runQuarantined } from './run-notices.ts';
import {
  handedOver,
  invitedToReceive,
  ownerLeft,
  pausedOwnerLeft,
  pausedUnread,
  seeSubscription,
  studyClosed,
  subscriptionEnded,
} from './subscription-notices.ts';

type Writers = { readonly [K in NoticeAbout['kind']]: Writer<K> };

const addressSuppressed: Writer<'address-suppressed'> = (
  { why, studyId: study, subscriptionId, suppressionId: id },
  context,
  voice,
) => {
  const { say } = voice;
  const who = context.concerned ?? say('a recipient');
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
      say('For operators: {command}', { command: `rounds admin release ${id}` }),
    ],
    ...(subscriptionId === undefined
      ? { action: { label: say('See the address'), url: context.page('address', id) } }
      : seeSubscription(context, subscriptionId, voice)),
  };
};

const linkRenewed: Writer<'link-renewed'> = (
  { studyId: study, reportType, period: days },
  { linkUrl },
  voice,
) => {
  const { say } = voice;
  const period = voice.shortPeriod(days);
  return {
    subject: say('{study}: a fresh link to the report of {period}', { study, period }),
    paragraphs: [
      say('Here is the fresh link that was asked for: {type} of the study {study}, {period}.', {
        type: titleOf(reportType, voice),
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

const webhookGivenUp: Writer<'webhook-given-up'> = (
  { runId: run, studyId: study, host, reason, webhookDeliveryId },
  { page },
  { say },
) => ({
  subject: say('{study}: the webhook to {host} was given up', { study, host }),
  paragraphs: [
    say('That the report {run} is done could not be told to {host}: {reason}', { run, host, reason }),
    say('It is not tried again by itself. Once the receiver answers, ask for it to be sent again.'),
  ],
  action: { label: say('See the attempts'), url: page('webhook', webhookDeliveryId) },
});

const WRITERS: Writers = {
  'run-failed': runFailed,
  'run-quarantined': runQuarantined,
  'hidden-from-blinded': hiddenFromBlinded,
  'mails-undelivered': mailsUndelivered,
  'file-gone': fileGone,
  'address-suppressed': addressSuppressed,
  'link-renewed': linkRenewed,
  'webhook-given-up': webhookGivenUp,
  'owner-left': ownerLeft,
  'subscription-paused-owner-left': pausedOwnerLeft,
  'subscription-paused-unread': pausedUnread,
  'invited-to-receive': invitedToReceive,
  'subscriptions-handed-over': handedOver,
  'study-closed': studyClosed,
  'subscription-ended': subscriptionEnded,
};

export const noticeWords = (about: NoticeAbout, context: NoticeContext, voice: Voice): NoticeWords => {
  const write = WRITERS[about.kind] as (
    about: NoticeAbout,
    context: NoticeContext,
    voice: Voice,
  ) => NoticeWords;
  return write(about, context, voice);
};
