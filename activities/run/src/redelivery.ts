import type { SettleMails } from '@rounds/adapters/temporal/commands/settle-mails';
import type { DeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import type { RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { RedeliveryRequest, RunActivities } from '@rounds/contracts/activities';
import type { DeliveryDocument } from '@rounds/contracts/collections';
import { isSent, mayPass } from '@rounds/contracts/redelivery';
import { isInDoubt } from '@rounds/contracts/run-ending';
import { mailsOf, requestOf } from '@rounds/contracts/run-mails';
import { withCauses } from '@rounds/contracts/earlier-words';
import { because } from '@rounds/contracts/why';
import { recordMissed } from './close-run.ts';

export interface RedeliveryDependencies {
  readonly runs: Pick<RunsRepository, 'find'>;
  readonly ledger: Pick<DeliveriesRepository, 'ofRun' | 'miss' | 'markOpenIntentsUnknown'>;
  readonly settleMails: SettleMails;
  readonly now: () => Date;
}

/** Of those that somebody asked for, also what does not pass by itself. */
const isToBeSent = ({ recipientIds }: RedeliveryRequest, row: DeliveryDocument): boolean =>
  recipientIds === undefined
    ? mayPass(row)
    : recipientIds.includes(row.recipientId) && (row.status === 'failed' || isInDoubt(row));

/** Mails of a finished run that are sent after all: what the run made stands in its record. */
export const createRedelivery = ({
  runs,
  ledger,
  settleMails,
  now,
}: RedeliveryDependencies): Pick<RunActivities, 'openRedelivery' | 'closeRedelivery'> => ({
  openRedelivery: async (request) => {
    const run = await runs.find(request.runId, [request.studyId]);
    // Taken up again meanwhile: its workflow mails them itself.
    if (run === null || !isSent(run)) return [];
    const rows = await ledger.ofRun(run._id, run.studyId);
    const wanted = new Set(
      rows.filter((row) => isToBeSent(request, row)).map(({ recipientId }) => recipientId),
    );
    return mailsOf(run)
      .filter(({ recipientId }) => wanted.has(recipientId))
      .map((mail) => ({ run: requestOf(run), ...mail }));
  },

  closeRedelivery: async ({ outcomes, ...request }) => {
    const { runId, studyId } = request;
    const run = await runs.find(runId, [studyId]);
    if (run === null) return { again: false };
    const tried = outcomes.map(({ recipientId }) => recipientId);
    await ledger.markOpenIntentsUnknown(runId, because('mail-not-told'), now(), tried);
    await recordMissed(ledger, run, outcomes.map(withCauses), now());
    await settleMails({ runId, studyId });
    const rows = await ledger.ofRun(runId, studyId);
    return { again: rows.some((row) => tried.includes(row.recipientId) && mayPass(row)) };
  },
});
