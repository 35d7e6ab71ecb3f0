/**
 * What each notice says: short, with what to do next. It may reach operators, who see subscriptions and jobs but
 * no report: ids, codes and dates, nothing of what a report says.
 */
import type { Finding } from '@rounds/contracts/gate';
import type { NoticeAbout } from '@rounds/contracts/notice';
import { dateWords, periodWords } from '../mail/words.ts';

export interface NoticeWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Where to go on. */
  readonly action?: { readonly label: string; readonly url: string };
}

export interface NoticeContext {
  /** Where people reach the API, without a trailing slash. */
  readonly publicUrl: string;
  /** Of the user that the notice is about, where it is about one. */
  readonly concerned?: string;
  /** The fresh link of `link-renewed`. */
  readonly linkUrl?: string;
  /** Of `run-quarantined`: what this reader may know, and how much more there is. */
  readonly found?: { readonly findings: readonly Finding[]; readonly others: number };
}

const jobUrl = (publicUrl: string, runId: string): string =>
  `${publicUrl}/api/v1/jobs/${encodeURIComponent(runId)}`;

const subscriptionUrl = (publicUrl: string, id: string): string =>
  `${publicUrl}/api/v1/subscriptions/${encodeURIComponent(id)}`;

type About<K extends NoticeAbout['kind']> = Extract<NoticeAbout, { kind: K }>;
type Writers = {
  readonly [K in NoticeAbout['kind']]: (about: About<K>, context: NoticeContext) => NoticeWords;
};

const WRITERS: Writers = {
  'run-failed': ({ runId, studyId, reportType, due, fault }, { publicUrl }) => ({
    subject: `${studyId}: the report due ${dateWords(due)} failed`,
    paragraphs: [
      `The report ${reportType} of the study ${studyId}, due ${dateWords(due)}, could not be made or sent. None of its recipients has it.`,
      ...(fault === undefined ? [] : [`What went wrong: ${fault.message} (${fault.code})`]),
      'Nothing is lost: once the cause is mended, the run can be taken up where it stopped, on the same data. The next report comes as scheduled.',
    ],
    action: { label: 'See the run', url: jobUrl(publicUrl, runId) },
  }),
  'run-quarantined': ({ runId, studyId, reportType, due }, { publicUrl, found }) => ({
    subject: `${studyId}: the report due ${dateWords(due)} is held back`,
    paragraphs: [
      `The report ${reportType} of the study ${studyId}, due ${dateWords(due)}, was made, but the check before sending found something wrong with it. Those for whom it was made do not have it.`,
      ...(found?.findings ?? []).map(({ check, where, message }) => `${check}, ${where}: ${message}`),
      ...(found === undefined || found.others === 0 ? [] : [`Not listed here: ${found.others} more.`]),
      'It waits for you: mend the cause and redrive the run, which makes it anew on the same data, or look at it and release it as it is, saying why. The next report comes as scheduled.',
    ],
    action: { label: 'See the run', url: jobUrl(publicUrl, runId) },
  }),
  'webhook-given-up': ({ runId, studyId, host, reason, webhookDeliveryId }, { publicUrl }) => ({
    subject: `${studyId}: the webhook to ${host} was given up`,
    paragraphs: [
      `The end of the run ${runId} could not be told to ${host}: ${reason}`,
      'It is not tried again by itself. Once the receiver answers, ask for it to be sent again.',
    ],
    action: {
      label: 'See the attempts',
      url: `${publicUrl}/api/v1/webhooks/deliveries/${encodeURIComponent(webhookDeliveryId)}`,
    },
  }),
  'address-suppressed': ({ why, studyId, subscriptionId, suppressionId }, { publicUrl, concerned }) => ({
    subject: `${studyId === undefined ? '' : `${studyId}: `}${concerned ?? 'a recipient'} gets no more mail`,
    paragraphs: [
      why === 'bounced'
        ? `Mail to ${concerned ?? 'a recipient'} came back for good: the address does not exist or takes no mail.`
        : `${concerned ?? 'A recipient'} reported a mail as unwanted.`,
      'No more mail goes to this address. Others receive their reports as before. Correct the address, or take the recipient off; if the address is right after all, an operator can lift this.',
      `For operators: ${suppressionId}`,
    ],
    ...(subscriptionId === undefined
      ? {}
      : { action: { label: 'See the subscription', url: subscriptionUrl(publicUrl, subscriptionId) } }),
  }),
  'owner-left': ({ studyId, reportType, subscriptionId, pausesAt }, { publicUrl }) => ({
    subject: `${studyId}: a subscription has lost its owner`,
    paragraphs: [
      `The owner of a subscription to ${reportType} of the study ${studyId} may no longer see the study.`,
      `Its reports go on until ${dateWords(new Date(pausesAt).toISOString().slice(0, 10))}; then it is paused, unless it is handed over to someone else.`,
    ],
    action: { label: 'See the subscription', url: subscriptionUrl(publicUrl, subscriptionId) },
  }),
  'subscription-paused-owner-left': ({ studyId, reportType, subscriptionId }, { publicUrl }) => ({
    subject: `${studyId}: a subscription without an owner was paused`,
    paragraphs: [
      `The subscription to ${reportType} of the study ${studyId} was paused, because its owner may no longer see the study and nobody took it over.`,
      'Hand it over to someone and resume it, or cancel it.',
    ],
    action: { label: 'See the subscription', url: subscriptionUrl(publicUrl, subscriptionId) },
  }),
  'subscription-handed-over': ({ studyId, reportType, subscriptionId }, { publicUrl }) => ({
    subject: `${studyId}: a subscription has another owner`,
    paragraphs: [
      `An operator handed the subscription to ${reportType} of the study ${studyId} over to another owner. You were its owner, or are it from now on.`,
      'Its schedule and who receives it stay as they were. Whoever owns it may change, pause or cancel it.',
    ],
    action: { label: 'See the subscription', url: subscriptionUrl(publicUrl, subscriptionId) },
  }),
  'study-closed': ({ studyId, reportType, subscriptionId }, { publicUrl }) => ({
    subject: `${studyId}: the study was closed, and its reports end`,
    paragraphs: [
      `The study ${studyId} was closed. The subscription to ${reportType} has ended with it; reports that were made are kept.`,
    ],
    action: { label: 'See the subscription', url: subscriptionUrl(publicUrl, subscriptionId) },
  }),
  'subscription-ended': ({ studyId, reportType, subscriptionId, reason }, { publicUrl }) => ({
    subject: `${studyId}: a subscription has ended`,
    paragraphs: [
      `The subscription to ${reportType} of the study ${studyId} has ended: ${reason}`,
      'If the report is still useful, subscribe again.',
    ],
    action: { label: 'See the subscription', url: subscriptionUrl(publicUrl, subscriptionId) },
  }),
  'link-renewed': ({ studyId, reportType, period }, { linkUrl }) => ({
    subject: `${studyId}: a fresh link to the report of ${periodWords(period)}`,
    paragraphs: [
      `Here is the fresh link that was asked for: ${reportType} of the study ${studyId}, ${periodWords(period)}.`,
      'The link is yours alone and opens after a check of your rights. If you did not ask for it, somebody opened the old link of your mail: nothing was shown to them.',
    ],
    ...(linkUrl === undefined ? {} : { action: { label: 'Open the report', url: linkUrl } }),
  }),
};

export const noticeWords = (about: NoticeAbout, context: NoticeContext): NoticeWords => {
  const write = WRITERS[about.kind] as (about: NoticeAbout, context: NoticeContext) => NoticeWords;
  return write(about, context);
};
