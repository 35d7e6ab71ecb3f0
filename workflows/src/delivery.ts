import type { NotifyInput } from '@rounds/contracts/activities';
import type { DeliveryOutcome } from '@rounds/contracts/run';
import { endingAfter, type MailEnding } from '@rounds/contracts/run-ending';
import { asTold, because, type InWords } from '@rounds/contracts/why';
import { CancelledFailure, isCancellation } from '@temporalio/workflow';
import { isCertain, runFaultOf } from './faults.ts';
import type { Made, MadeReport, Ready } from './making.ts';
import type { Run } from './run.ts';

type Mail = Omit<NotifyInput, 'run'>;

/** What became of the mails with the report, and of those who get none because nothing changed for them. */
export interface Delivered {
  readonly reports: readonly DeliveryOutcome[];
  readonly unchanged: readonly DeliveryOutcome[];
}

/**
 * Mails every recipient of a run that was made. One that fails stops no other.
 *
 * @param ready whether those for whom nothing changed get a note, and when the run was asked for
 * @throws CancelledFailure when the run was cancelled before each mail was answered for
 */
export const deliver = async (
  run: Run,
  made: Made,
  ready: Pick<Ready, 'onlyChanged' | 'askedAt'> = {},
): Promise<Delivered> => {
  run.progress.at('storing-file');
  const left = eachOf(made.unchanged);
  const notes =
    ready.onlyChanged?.note === true ? left.map((mail) => ({ ...mail, note: 'unchanged' as const })) : [];
  const asked = ready.askedAt === undefined ? {} : { askedAt: ready.askedAt };
  const reports = eachOf(made.reports).map((mail) => ({ ...mail, ...asked }));
  const answers = await Promise.all([...reports, ...notes].map((mail) => deliverOne(run, mail)));
  const outcomes = answers.map(({ outcome }) => outcome);
  const unchanged = notes.length === 0 ? left.map(leftOut) : outcomes.slice(reports.length);
  const delivered = { reports: outcomes.slice(0, reports.length), unchanged };
  run.deliveries = [...delivered.reports, ...delivered.unchanged];
  if (answers.some(({ interrupted }) => interrupted))
    throw new CancelledFailure('The run was cancelled while its mails were under way.');
  return delivered;
};

const eachOf = (made: readonly MadeReport[]): Mail[] =>
  made.flatMap(({ recipients, scope, language, headlineKey, artefacts, lacking }) => {
    const more = {
      ...(language === undefined ? {} : { language }),
      ...(lacking === undefined ? {} : { partial: true }),
    };
    return recipients.map((recipientId) => ({ recipientId, scope, headlineKey, artefacts, ...more }));
  });

const leftOut = ({ recipientId }: Mail): DeliveryOutcome => ({
  recipientId,
  status: 'suppressed',
  why: because('nothing-changed'),
});

const deliverOne = async (
  run: Run,
  mail: Mail,
): Promise<{ outcome: DeliveryOutcome; interrupted: boolean }> => {
  try {
    const outcome = await run.stages.notify.notify({ run: run.request, ...mail });
    return { outcome: inCodes(outcome), interrupted: false };
  } catch (error) {
    if (!isCancellation(error)) return { outcome: failedOutcome(error, mail), interrupted: false };
    const why = because('mail-cancelled');
    return { outcome: { recipientId: mail.recipientId, status: 'unknown', why }, interrupted: true };
  }
};

/** Workers of earlier versions say it in words. */
export const inCodes = ({ reason, ...outcome }: DeliveryOutcome & InWords): DeliveryOutcome => ({
  ...outcome,
  ...(reason === undefined ? {} : { why: asTold(reason) }),
});

/** What is known of a mail when its stage has given it up. */
export const failedOutcome = (
  error: unknown,
  { recipientId }: Pick<Mail, 'recipientId'>,
): DeliveryOutcome => {
  const fault = runFaultOf(error, 'storing-file');
  const status = isCertain(fault) ? 'failed' : 'unknown';
  return { recipientId, status, why: fault.why, code: fault.code };
};

/** Whether a report is known to be with anybody. */
export const hasReached = ({ reports }: Delivered): boolean =>
  reports.some(({ status }) => status === 'accepted');

/** What becomes of a run: as its mails fared, or `unchanged` when there was no report to send. */
export const endingOf = ({ reports, unchanged }: Delivered): MailEnding => {
  if (unchanged.length === 0) return endingAfter(reports);
  const notes = unchanged.filter(({ why = [] }) => why.every(({ code }) => code !== 'nothing-changed'));
  if (reports.length === 0) {
    const { why = [] } = endingAfter(notes);
    return { status: 'unchanged', why: [...because('nothing-changed'), ...why] };
  }
  const ending = endingAfter([...reports, ...notes]);
  const share = { unchanged: unchanged.length, all: reports.length + unchanged.length };
  return { ...ending, why: [...(ending.why ?? []), ...because('unchanged-for', share)] };
};
