import type { NotifyInput } from '@rounds/contracts/activities';
import type { DeliveryOutcome, OnlyChanged, RunOutcome } from '@rounds/contracts/run';
import { CancelledFailure, isCancellation } from '@temporalio/workflow';
import { isCertain, runFaultOf } from './faults.ts';
import type { Made, MadeReport } from './making.ts';
import type { Run } from './run.ts';
import { NOTHING_CHANGED } from './unchanged.ts';

type Mail = Omit<NotifyInput, 'run'>;

/** What became of the mails with the report, and of those who get none because nothing changed for them. */
export interface Delivered {
  readonly reports: readonly DeliveryOutcome[];
  readonly unchanged: readonly DeliveryOutcome[];
}

/**
 * Mails every recipient of a run that was made. One that fails stops no other.
 *
 * @param onlyChanged whether those for whom nothing changed get a note
 * @throws CancelledFailure when the run was cancelled before each mail was answered for
 */
export const deliver = async (run: Run, made: Made, onlyChanged?: OnlyChanged): Promise<Delivered> => {
  run.progress.at('storing-file');
  const left = eachOf(made.unchanged);
  const notes =
    onlyChanged?.note === true ? left.map((mail) => ({ ...mail, note: 'unchanged' as const })) : [];
  const reports = eachOf(made.reports);
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
  reason: NOTHING_CHANGED,
});

const deliverOne = async (
  run: Run,
  mail: Mail,
): Promise<{ outcome: DeliveryOutcome; interrupted: boolean }> => {
  try {
    const outcome = await run.stages.notify.notify({ run: run.request, ...mail });
    return { outcome, interrupted: false };
  } catch (error) {
    const interrupted = isCancellation(error);
    const fault = runFaultOf(error, run.progress.step);
    const reason = interrupted ? 'The run was cancelled while this mail was under way.' : fault.message;
    const status = !interrupted && isCertain(fault) ? 'failed' : 'unknown';
    return { outcome: { recipientId: mail.recipientId, status, reason }, interrupted };
  }
};

/** What becomes of a run: as its reports fared, or `unchanged` when there was none to send. */
export const endingOf = ({ reports, unchanged }: Delivered): Pick<RunOutcome, 'status' | 'reason'> => {
  if (unchanged.length === 0) return statusAfter(reports);
  const notes = statusAfter(unchanged.filter(({ reason }) => reason !== NOTHING_CHANGED)).reason;
  if (reports.length === 0)
    return {
      status: 'unchanged',
      reason: notes === undefined ? NOTHING_CHANGED : `${NOTHING_CHANGED} ${notes}`,
    };
  const all = String(reports.length + unchanged.length);
  const { status, reason } = statusAfter(reports);
  const words = `Nothing changed for ${String(unchanged.length)} of ${all} recipients.`;
  return { status, reason: reason === undefined ? words : `${reason} ${words}` };
};

/** What the deliveries make of a run: without recipients, or with one mail accepted, it is completed. */
const statusAfter = (deliveries: readonly DeliveryOutcome[]): Pick<RunOutcome, 'status' | 'reason'> => {
  const undelivered = deliveries.filter(({ status }) => status === 'failed' || status === 'unknown');
  const why = undelivered.find(({ reason }) => reason !== undefined)?.reason ?? 'no reason given';
  if (deliveries.length === 0) return { status: 'completed' };
  if (deliveries.every(({ status }) => status === 'suppressed'))
    return { status: 'suppressed', reason: deliveries[0]?.reason ?? 'No recipient was to be mailed.' };
  if (deliveries.some(({ status }) => status === 'accepted'))
    return undelivered.length === 0
      ? { status: 'completed' }
      : {
          status: 'completed',
          reason: `${String(undelivered.length)} of ${String(deliveries.length)} mails not delivered: ${why}`,
        };
  return { status: 'failed', reason: `No recipient could be mailed: ${why}` };
};
