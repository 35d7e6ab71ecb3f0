/**
 * One run: fetch → aggregate → render → notify. Making the report and delivering it stay apart, so that many
 * subscriptions of equal scope can share one making. However a run ends, that is recorded.
 */
import type { OpenedRun, RunOutcome, RunRequest, ScopeOutput } from '@rounds/contracts/run';
import { because, whyOf } from '@rounds/contracts/why';
import { CancellationScope, isCancellation, patched, setHandler } from '@temporalio/workflow';
import { deliver, endingOf, hasReached } from './delivery.ts';
import { demandFit } from './doors.ts';
import { failureOf, runFaultOf } from './faults.ts';
import { GATE, quarantineOf } from './gate.ts';
import { haltable } from './halts.ts';
import { make, type Ready } from './making.ts';
import { soFarQuery, trackProgress } from './progress.ts';
import { soFar, takeUp, type Run } from './run.ts';
import { planning, records, stagesOf } from './stages.ts';

/** A run is closed as cancelled once its stage has stopped: what it leaves can then be removed for good. */
const STOPS_FIRST = 'a-cancelled-stage-stops-first';

/** A run of which nobody knows whether its mails were sent is no failed one: it is partly delivered. */
const IN_DOUBT = 'mails-in-doubt-are-no-failure';

/**
 * @returns how the run ended: completed, suppressed, or as was recorded before
 * @throws ApplicationFailure under the fault's code when the run failed, CancelledFailure when it was cancelled,
 * either after the record was written
 */
export async function report(request: RunRequest): Promise<RunOutcome> {
  demandFit('runRequest', request);
  const outputs: ScopeOutput[] = [];
  const progress = trackProgress(request, outputs);
  // Not cancellable: a run that was cancelled before it began must still record that.
  const policy = await CancellationScope.nonCancellable(() => planning.runPolicy());
  const tried = stagesOf(policy, request.trigger, patched(STOPS_FIRST));
  const stages = {
    ...tried,
    fetch: haltable(request.studyId, tried.fetch),
    render: haltable(request.studyId, tried.render),
    notify: haltable(request.studyId, tried.notify),
    opening: haltable(request.studyId, tried.opening),
  };
  const run: Run = {
    ...{ request, stages, progress, outputs, isGated: patched(GATE) },
    ...{ datasets: [], held: [], deliveries: [], mailedBefore: false },
  };
  setHandler(soFarQuery, () => soFar(run));
  try {
    const opened = await stages.opening.openRun(request);
    return await (opened.state === 'ready' ? makeAndDeliver(run, opened) : endAtOnce(run, opened));
  } catch (error) {
    if (isCancellation(error)) await endCancelled(run);
    else await endFailed(run, error);
    throw error;
  }
}

const makeAndDeliver = async (run: Run, ready: Ready): Promise<RunOutcome> => {
  if (ready.made !== undefined) takeUp(run, ready.made);
  const made = await make(run, ready);
  if (made.reports.length + made.unchanged.length === 0) demandNoneHeld(run);
  const delivered = await deliver(run, made, ready);
  const { status, why, fault } = endingOf(delivered);
  // After the others got theirs: a report that is held back holds up no other.
  demandNoneHeld(run);
  // Before, one that ended so with no mail accepted failed, and must fail when it is replayed.
  const isReplayed = status === 'partly-delivered' && !hasReached(delivered) && !patched(IN_DOUBT);
  if (status === 'failed' || isReplayed)
    throw failureOf({ code: fault?.code ?? 'MAIL_REJECTED', why: why ?? [] });
  return close(run, {
    status,
    ...(why === undefined ? {} : { why }),
    ...(fault === undefined ? {} : { fault }),
  });
};

/** @throws ApplicationFailure QUARANTINED */
const demandNoneHeld = (run: Run): void => {
  if (run.held.length > 0) throw failureOf(quarantineOf(run));
};

const endAtOnce = async (run: Run, opened: Exclude<OpenedRun, Ready>): Promise<RunOutcome> => {
  if (opened.state === 'suppressed') return close(run, { status: 'suppressed', why: whyOf(opened) ?? [] });
  // Done before, by a run that was reset or started twice: its record stands.
  const outcome = outcomeOf(run, { status: opened.status });
  run.progress.ended(outcome);
  return outcome;
};

/** @throws ApplicationFailure: the run ends red in Temporal too, under the code and words of its record */
const endFailed = async (run: Run, error: unknown): Promise<never> => {
  const fault = runFaultOf(error, run.progress.step);
  if (fault.code === 'QUARANTINED')
    await close(run, { status: 'quarantined', fault: quarantineOf(run), held: run.held });
  else await close(run, { status: 'failed', fault });
  throw failureOf(fault);
};

/** The record comes first, because the caller waits for it. What mails were sent of is evidence and stays. */
const endCancelled = async (run: Run): Promise<void> => {
  await close(run, { status: 'cancelled', why: because('cancelled-in', { step: run.progress.step }) });
  if (run.deliveries.length === 0 && !run.mailedBefore)
    await CancellationScope.nonCancellable(() => discard(run));
};

const discard = async ({ request: { runId }, stages }: Run): Promise<void> => {
  await stages.fetch.discardCut({ runId });
  if (patched(STOPS_FIRST)) await stages.render.discardArtefacts({ runId });
};

type Ending = Pick<RunOutcome, 'status' | 'why' | 'fault' | 'held'>;

const outcomeOf = (run: Run, ending: Ending): RunOutcome => ({
  runId: run.request.runId,
  ...ending,
  ...soFar(run),
});

/** Recorded even when the run is being cancelled: otherwise it would look under way for ever. */
const close = async (run: Run, ending: Ending): Promise<RunOutcome> => {
  const outcome = outcomeOf(run, ending);
  await CancellationScope.nonCancellable(() => records.closeRun(outcome));
  run.progress.ended(outcome);
  return outcome;
};
