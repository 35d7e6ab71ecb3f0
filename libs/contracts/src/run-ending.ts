/** What the mails of a run make of it: by its workflow when it ends, and by whoever hears of one of them later. */
import type { ErrorCode } from './errors.ts';
import type { Receipt } from './receipt.ts';
import type { DeliveryStatus, RunFault, RunStatus } from './run.ts';
import { because, type Why } from './why.ts';

/** Of an outcome in a workflow as of a row of the ledger. */
export interface MailFate {
  readonly status: DeliveryStatus;
  readonly why?: Why;
  readonly code?: ErrorCode;
  readonly receipt?: Receipt;
}

export interface MailEnding {
  readonly status: RunStatus;
  readonly why?: Why;
  /** Why mails were not delivered: the cause of the first of them. */
  readonly fault?: RunFault;
}

/** The provider took it, and it did not arrive after all. */
export const hasComeBack = ({ status, receipt }: MailFate): boolean =>
  status === 'accepted' && (receipt === 'bounced' || receipt === 'failed');

/** Neither accepted nor left out on purpose, as far as is known. */
export const isUndelivered = (mail: MailFate): boolean =>
  hasComeBack(mail) || (mail.status !== 'accepted' && mail.status !== 'suppressed');

export const isInDoubt = ({ status }: MailFate): boolean => status === 'unknown' || status === 'intended';

const codeOf = (mail: MailFate): ErrorCode => {
  if (hasComeBack(mail)) return 'MAIL_BOUNCED';
  return isInDoubt(mail) ? 'DELIVERY_UNKNOWN' : (mail.code ?? 'MAIL_REJECTED');
};

const whyNot = (mail: MailFate): Why =>
  mail.why ?? because(hasComeBack(mail) ? 'mail-came-back' : 'mail-without-reason');

/** What certainly failed comes before what is unknown: it names the cause. */
const faultOf = (undelivered: readonly MailFate[]): RunFault => {
  const certain = undelivered.find((mail) => !isInDoubt(mail)) ?? undelivered[0];
  const mail = certain ?? { status: 'unknown' };
  return { code: codeOf(mail), why: whyNot(mail), step: 'storing-file' };
};

const isCertainlyUnsent = (mail: MailFate): boolean =>
  mail.status === 'failed' || mail.status === 'suppressed';

/**
 * Completed is a run of which each mail is accepted, or was rightly left out; without any mail it is that too. Failed
 * is one of which certainly nobody was sent anything.
 */
export const endingAfter = (mails: readonly MailFate[]): MailEnding => {
  if (mails.length === 0) return { status: 'completed' };
  if (mails.every(({ status }) => status === 'suppressed'))
    return { status: 'suppressed', why: mails[0]?.why ?? because('nobody-to-mail') };
  const undelivered = mails.filter(isUndelivered);
  if (undelivered.length === 0) return { status: 'completed' };
  const fault = faultOf(undelivered);
  if (mails.every(isCertainlyUnsent))
    return { status: 'failed', why: [...because('nobody-mailed'), ...fault.why], fault };
  const share = { undelivered: undelivered.length, all: mails.length };
  return { status: 'partly-delivered', why: [...because('mails-undelivered', share), ...fault.why], fault };
};
