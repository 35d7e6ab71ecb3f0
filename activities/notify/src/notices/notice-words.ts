/**
 * What each notice says: short, with what to do next. It may reach operators, who see subscriptions and jobs but
 * no report: ids, codes and dates, nothing of what a report says.
 */
import type { NoticeAbout } from '@rounds/contracts/notice';
import { toldWords } from '@rounds/report-types/model/parts/why';
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
  const who = context.concerned ?? say('mail.a-recipient');
  return {
    subject:
      study === undefined
        ? sentence(say('mail.address-suppressed.subject', { who }))
        : say('mail.address-suppressed.subject-of-study', { study, who }),
    paragraphs: [
      why === 'bounced'
        ? say('mail.address-suppressed.bounced', { who })
        : sentence(say('mail.address-suppressed.complained', { who })),
      say('mail.address-suppressed.next'),
      say('mail.for-operators', { command: `rounds admin release ${id}` }),
    ],
    ...(subscriptionId === undefined
      ? { action: { label: say('mail.see-the-address'), url: context.page('address', id) } }
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
    subject: say('mail.link-renewed.subject', { study, period }),
    paragraphs: [
      say('mail.link-renewed.what', {
        type: titleOf(reportType, voice),
        study,
        period,
      }),
      say('mail.link-renewed.next'),
    ],
    ...(linkUrl === undefined ? {} : { action: { label: say('mail.open-the-report'), url: linkUrl } }),
  };
};

const webhookGivenUp: Writer<'webhook-given-up'> = (
  { runId: run, studyId: study, host, webhookDeliveryId, ...about },
  { page },
  voice,
) => {
  const { say } = voice;
  const reason = toldWords(about, voice);
  return {
    subject: say('mail.webhook-given-up.subject', { study, host }),
    paragraphs: [say('mail.webhook-given-up.what', { run, host, reason }), say('mail.webhook-given-up.next')],
    action: { label: say('mail.see-the-attempts'), url: page('webhook', webhookDeliveryId) },
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
