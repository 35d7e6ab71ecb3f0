import type { AuditRepository } from '@rounds/adapters/mongo/audit.repository';
import type { ClientSession, Mongo } from '@rounds/adapters/mongo/client';
import type { DeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import type { RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { SettleMails } from '@rounds/adapters/temporal/commands/settle-mails';
import { channelOf } from '@rounds/contracts/channel';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { DeliveryOutcome, RunOutcome } from '@rounds/contracts/run';
import { withCauses } from '@rounds/contracts/earlier-words';
import { because } from '@rounds/contracts/why';
import type { CountRun } from './count-run.ts';

export interface CloseRunDependencies {
  readonly client: Pick<Mongo['client'], 'withSession'>;
  readonly runs: RunsRepository;
  readonly countRun: CountRun;
  readonly ledger: DeliveriesRepository;
  readonly audit: Pick<AuditRepository, 'record'>;
  /** What became of its mails may make another end of it; again does no harm. */
  readonly settleMails: SettleMails;
  /** Tells callbacks and people; again does no harm. */
  readonly announceEnd: (run: RunDocument) => Promise<void>;
  readonly now: () => Date;
}

export const createCloseRun =
  ({ client, runs, countRun, ledger, audit, settleMails, announceEnd, now }: CloseRunDependencies) =>
  async (reported: RunOutcome): Promise<void> => {
    const at = now();
    const outcome = inCodes(reported);
    // One transaction: counted if and only if this call closed the run, so that a retry counts nothing.
    await client.withSession((session) =>
      session.withTransaction(async () => {
        const run = await runs.close(outcome, at, session);
        if (run === null) return;
        await recordHidden(audit, run, at, session);
        await countRun(run, outcome, at, session);
      }),
    );
    await ledger.markOpenIntentsUnknown(outcome.runId, because('mail-not-followed'), at);
    // Also by a retry that found the run closed: the attempt before it may have died here.
    const ended = await runs.find(outcome.runId, 'every');
    if (ended === null) return;
    await recordLeftOut(ledger, ended, outcome, at);
    await recordMissed(ledger, ended, outcome.deliveries, at);
    await settleMails({ runId: ended._id, studyId: ended.studyId });
    await announceEnd((await runs.find(ended._id, [ended.studyId])) ?? ended);
  };

/** By code, whatever version of the workflow reported it. */
const inCodes = (outcome: RunOutcome): RunOutcome => ({
  ...withCauses(outcome),
  ...(outcome.fault && { fault: withCauses(outcome.fault) }),
  deliveries: outcome.deliveries.map(withCauses),
});

/** What blinded readers did not get, by place and id: nobody can say later that nobody knew. */
const recordHidden = async (
  audit: CloseRunDependencies['audit'],
  { _id: id, studyId, requestedBy: actorId, datasets = [] }: RunDocument,
  at: Date,
  session: ClientSession,
): Promise<void> => {
  const faults = datasets.flatMap(({ dataset: { blindingFaults = [] } }) => blindingFaults);
  if (faults.length === 0) return;
  const details = {
    places: [...new Set(faults.map(({ where }) => where))],
    documents: [...new Set(faults.flatMap(({ documentId = [] }) => documentId))],
  };
  await audit.record(
    { actorId, action: 'job.hide', target: { type: 'job', id }, studyId, details },
    at,
    session,
  );
};

/** The ledger says why each of them gets nothing; of those whom `notify` refused it says so already. */
const recordLeftOut = async (
  ledger: DeliveriesRepository,
  { _id: runId, studyId, subscriptionId }: RunDocument,
  { deliveries }: RunOutcome,
  at: Date,
): Promise<void> => {
  const subject = { runId, studyId, ...defined({ subscriptionId }) };
  for (const { recipientId, status, why = [] } of deliveries)
    if (status === 'suppressed')
      await ledger.suppress({ ...subject, recipientId, channel: channelOf(recipientId) }, why, at);
};

/** Of a mail that its stage gave up before it was begun the ledger knows nothing yet. */
export const recordMissed = async (
  ledger: Pick<DeliveriesRepository, 'miss'>,
  { _id: runId, studyId, subscriptionId }: RunDocument,
  deliveries: readonly DeliveryOutcome[],
  at: Date,
): Promise<void> => {
  const subject = { runId, studyId, ...defined({ subscriptionId }) };
  for (const { recipientId, status, why = [], code = 'INTERNAL' } of deliveries)
    if (status === 'failed' || status === 'unknown')
      await ledger.miss({ ...subject, recipientId, channel: channelOf(recipientId) }, why, code, at);
};
