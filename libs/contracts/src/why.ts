/**
 * Why a run, a mail or a subscription came out as it did, by code: the words (`why.<code>` in the catalogues) are
 * chosen where a person reads.
 */
import type { CodeValues } from './saying.ts';

export const CAUSE_CODES = [
  /** {text}: a server, a library, a person or an earlier version said so, in words. */
  'as-told',
  'not-recorded',
  // Who gets nothing
  'no-recipients',
  'no-such-recipient',
  'not-a-member',
  'owner-not-a-member',
  'sees-less',
  'unsubscribed',
  'address-bounced',
  'address-complained',
  'takes-no-mail',
  'not-the-invited',
  'link-gone',
  // What became of a mail
  'mail-came-back',
  'mail-not-answered',
  'mail-not-told',
  'mail-not-followed',
  'mail-cancelled',
  'mail-to-send-again',
  'mail-not-at-provider',
  'mail-vouched-for',
  'mail-without-reason',
  /** {provider, text}: `mail` or the name of a service, and what it said. */
  'provider-busy',
  'provider-refuses-us',
  'provider-refuses-it',
  // What they make of the run: {undelivered, all}, before the cause of the first of them; {unchanged, all}
  'nobody-to-mail',
  'nobody-mailed',
  'mails-undelivered',
  'nothing-changed',
  'unchanged-for',
  // The end of a run: {step}; {held, all, found}
  'cancelled',
  'cancelled-in',
  'cancelled-before',
  'held-back',
  'nothing-to-send',
  'files-removed',
  'step-too-long',
  'step-silent',
  'step-out-of-time',
  'step-unexpected',
  'workflow-terminated',
  'workflow-timed-out',
  'workflow-failed',
  'workflow-gone',
  'workflow-cancelled',
  /** {server, symptom} */
  'server-silent',
  // The end of a subscription: {day}
  'subscription-cancelled',
  'subscription-gone',
  'owner-left',
  'study-closed',
  'last-day-passed',
  /** {status}, of HTTP */
  'receiver-answered',
  'call-not-tried',
] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];

export interface Cause {
  readonly code: CauseCode;
  readonly values?: CodeValues;
}

/** Said one after another. */
export type Why = readonly Cause[];

export const because = (code: CauseCode, values?: CodeValues): Why => [{ code, ...(values && { values }) }];

export const asTold = (text: string): Why => because('as-told', { text });

/**
 * Earlier versions say it in words, of a fault as its `message`: such payloads stand in histories. Where both are
 * there, a worker of theirs wrote last.
 */
export interface InWords {
  readonly why?: Why | undefined;
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
}

export const whyOf = ({ why, reason, message = reason }: InWords): Why | undefined =>
  message === undefined ? why : asTold(message);

/** For Temporal's own pages and logs, which speak no language: `unchanged-for 2 3`. */
export const inShort = (why: Why): string =>
  why
    .map(({ code, values = {} }) =>
      [...(code === 'as-told' ? [] : [code]), ...Object.values(values).map(String)].join(' '),
    )
    .join(', ');
