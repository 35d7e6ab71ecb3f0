import type { DeliveryOutcome, RunOutcome } from '@rounds/contracts/run';
import { CancelledFailure, isCancellation } from '@temporalio/workflow';
import { isCertain, runFaultOf } from './faults.ts';
import type { MadeReport } from './making.ts';
import type { Run } from './run.ts';

type Mail = Omit<MadeReport, 'recipients'> & { readonly recipientId: string };

/**
 * Mails every recipient of a run that was made. One that fails stops no other.
 *
 * @throws CancelledFailure when the run was cancelled before each mail was answered for
 */
export const deliver = async (run: Run, made: readonly MadeReport[]): Promise<void> => {
  run.progress.at('storing-file');
  const mails = made.flatMap(({ recipients, ...report }) =>
    recipients.map((recipientId) => ({ recipientId, ...report })),
  );
  const answers = await Promise.all(mails.map((mail) => deliverOne(run, mail)));
  run.deliveries = answers.map(({ outcome }) => outcome);
  if (answers.some(({ interrupted }) => interrupted))
    throw new CancelledFailure('The run was cancelled while its mails were under way.');
};

const deliverOne = async (
  run: Run,
  { recipientId, scope, headlineKey, artefacts }: Mail,
): Promise<{ outcome: DeliveryOutcome; interrupted: boolean }> => {
  try {
    const outcome = await run.stages.notify.notify({
      run: run.request,
      recipientId,
      scope,
      headlineKey,
      artefacts,
    });
    return { outcome, interrupted: false };
  } catch (error) {
    const interrupted = isCancellation(error);
    const fault = runFaultOf(error, run.progress.step);
    const reason = interrupted ? 'The run was cancelled while this mail was under way.' : fault.message;
    const status = !interrupted && isCertain(fault) ? 'failed' : 'unknown';
    return { outcome: { recipientId, status, reason }, interrupted };
  }
};

/** What the deliveries make of a run: without recipients, or with one mail accepted, it is completed. */
export const statusAfter = (
  deliveries: readonly DeliveryOutcome[],
): Pick<RunOutcome, 'status' | 'reason'> => {
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
