import { Inject, Injectable } from '@nestjs/common';
import type { Audited } from '@rounds/adapters/mongo/audit.repository';
import {
  createDeliveriesRepository,
  type DeliveriesRepository,
} from '@rounds/adapters/mongo/deliveries.repository';
import { startRedelivery } from '@rounds/adapters/temporal/commands/start-redelivery';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isSent } from '@rounds/contracts/redelivery';
import { hasComeBack, isInDoubt } from '@rounds/contracts/run-ending';
import { because } from '@rounds/contracts/why';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, TEMPORAL, type Clock } from '../platform/tokens.ts';
import { inEnglish } from '../platform/why.ts';
import type { Decision } from './jobs.dto.ts';
import { MailSettling } from './mail-settling.service.ts';
import { RunMails } from './run-mails.service.ts';

const conflict = (message: string): RoundsError => new RoundsError('CONFLICT', message);

const IN_DOUBT =
  'Whether this mail was sent is not known: decide first that it was, or that it is to be sent again.';
const CHANGED = 'Something else became of this mail just now: read the job again.';

/** Certainly not delivered: only then another mail can do no harm. */
const isLost = (row: DeliveryDocument): boolean => row.status === 'failed' || hasComeBack(row);

/** Why the mail of a row cannot be sent again; null where it can. */
const obstacleIn = (row: DeliveryDocument): string | null => {
  if (isLost(row)) return null;
  if (row.status === 'suppressed') return `This recipient was left out on purpose: ${inEnglish(row.why)}`;
  if (isInDoubt(row)) return IN_DOUBT;
  return 'This recipient has the mail: the provider took it.';
};

/** Mails of finished runs that are sent again, to exactly those whose mail failed. */
@Injectable()
export class Redeliveries {
  constructor(
    @Inject(createDeliveriesRepository) private readonly ledger: DeliveriesRepository,
    @Inject(RunMails) private readonly mails: RunMails,
    @Inject(MailSettling) private readonly settling: MailSettling,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Sends one recipient's mail again. Whoever calls it has checked that the caller may steer the run.
   *
   * @param recipient user id or e-mail address
   * @throws RoundsError NOT_FOUND for one to whom nothing was to be mailed, CONFLICT where nothing may be sent
   */
  async retry(caller: Caller, run: RunDocument, recipient: string): Promise<void> {
    const row = await this.mails.find(run, recipient);
    const obstacle = obstacleIn(row);
    if (obstacle !== null) throw conflict(obstacle);
    await this.send(caller, run, row);
  }

  /**
   * Sends the mail again to all whose mail failed; one that cannot be sent stays as it is, and holds up no other.
   *
   * @throws RoundsError CONFLICT where none can be
   */
  async retryFailed(caller: Caller, run: RunDocument): Promise<void> {
    this.demandSent(run);
    const all = await this.mails.all(run);
    const rows = all.filter(isLost);
    const obstacles: RoundsError[] = [];
    for (const row of rows)
      await this.send(caller, run, row).catch((error: unknown) => {
        if (!(error instanceof RoundsError) || error.code !== 'CONFLICT') throw error;
        obstacles.push(error);
      });
    if (obstacles.length === rows.length)
      throw obstacles[0] ?? conflict(all.some(isInDoubt) ? IN_DOUBT : 'No mail of this job failed.');
  }

  /**
   * A person decides about a mail of which nobody else can tell: it was sent, or another one is sent.
   *
   * @throws RoundsError as `retry` does, CONFLICT for one whose fate is known
   */
  async decide(caller: Caller, run: RunDocument, recipient: string, decision: Decision): Promise<void> {
    this.demandSent(run);
    const row = await this.mails.find(run, recipient);
    if (row.status === 'accepted' && decision === 'sent') {
      // A caller who got no answer asks once more: what was not settled then is settled now.
      await this.settling.settle(run);
      return;
    }
    if (row.status !== 'unknown')
      throw conflict(`What became of this mail is known, or is being found out: it is ${row.status}.`);
    if (decision === 'send-again') {
      await this.send(caller, run, row, decision);
      return;
    }
    await this.write(caller, row, decision, (audited) =>
      this.ledger.vouch(row, row, because('mail-vouched-for'), new Date(this.now()), audited),
    );
    await this.settling.settle(run);
  }

  /** @throws RoundsError CONFLICT when something else became of the mail meanwhile */
  private async write(
    caller: Caller,
    row: DeliveryDocument,
    decision: Decision | undefined,
    to: (audited: Audited) => Promise<Partial<DeliveryDocument> | null>,
  ): Promise<Partial<DeliveryDocument>> {
    const deed =
      decision === undefined
        ? ({ action: 'delivery.retry' } as const)
        : ({ action: 'delivery.decide', details: { decision } } as const);
    const { _id: id, studyId } = row;
    const changed = await this.audit.change(caller, to, (after) => ({
      ...{ ...deed, id, studyId },
      ...valuesOf('delivery', row, after),
    }));
    if (changed === null) throw conflict(CHANGED);
    return changed;
  }

  private demandSent(run: RunDocument): void {
    if (!isSent(run)) throw conflict(`This job has not come to the end of its mails: it is ${run.status}.`);
  }

  /** Recorded before anything is sent: the next mail is another one than the one that was lost. */
  private async send(
    caller: Caller,
    run: RunDocument,
    row: DeliveryDocument,
    decision?: Decision,
  ): Promise<void> {
    this.demandSent(run);
    await this.mails.demandMailable(run, row);
    const { _id: runId, studyId } = run;
    const begun = await this.write(caller, row, decision, (audited) =>
      this.ledger.begin(row, row, new Date(this.now()), audited),
    );
    const { recipientId } = row;
    const occasion = `${recipientId}.${begun.former?.length ?? 0}`;
    await startRedelivery(this.temporal.client, { runId, studyId, recipientIds: [recipientId] }, occasion);
  }
}
