/**
 * What became of a run's mails decides whether it is completed: asked when it ends, when one of them is sent after all,
 * when the provider tells of one, when a person decides about one.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@temporalio/client';
import type { DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import { hasFailedByMail, mayPass } from '@rounds/contracts/redelivery';
import type { RunStatus } from '@rounds/contracts/run';
import { endingAfter, type MailEnding } from '@rounds/contracts/run-ending';
import { scopeKey } from '@rounds/contracts/scope';
import type { Why } from '@rounds/contracts/why';
import type { Clock } from '../../clock.ts';
import type { DeliveriesRepository } from '../../mongo/deliveries.repository.ts';
import type { RunsRepository } from '../../mongo/runs.repository.ts';
import type { SubscriptionsRepository } from '../../mongo/subscriptions.repository.ts';
import { startRedelivery } from './start-redelivery.ts';

export interface SettleMailsDependencies {
  readonly client: Client;
  readonly runs: Pick<RunsRepository, 'find' | 'settle'>;
  readonly subscriptions: Pick<SubscriptionsRepository, 'recordDelivered' | 'followRun'>;
  readonly ledger: Pick<DeliveriesRepository, 'ofRun'>;
  /** Again does no harm. */
  readonly announceEnd: (run: RunDocument) => Promise<void>;
  readonly now: Clock;
}

/** More often than events of one run ever come in between. */
const MOST_TRIES = 20;

/** An attempt that died before it reported this is repeated sooner. */
const TOLD_WITHIN_MS = 2 * 24 * 60 * 60 * 1000;

const SETTLED_BY_MAILS: readonly RunStatus[] = ['completed', 'partly-delivered', 'suppressed'];

const isByMails = (run: RunDocument): boolean =>
  SETTLED_BY_MAILS.includes(run.status) || hasFailedByMail(run);

/** What is said of who got nothing because nothing changed is not about the mails that were sent. */
const withoutMails = ({ why = [] }: RunDocument): Why => why.filter(({ code }) => code === 'unchanged-for');

const endingOf = (run: RunDocument, rows: readonly DeliveryDocument[]): MailEnding => {
  const ending = endingAfter(rows);
  // Of one that had reached somebody nobody can say later that it had not.
  const status = ending.status === 'failed' && run.status !== 'failed' ? 'partly-delivered' : ending.status;
  const why = [...(ending.why ?? []), ...withoutMails(run)];
  return { ...ending, status, ...(why.length === 0 ? {} : { why }) };
};

/** A failed one has its workflow's own cause. */
const isSame = (run: RunDocument, ending: MailEnding): boolean =>
  run.status === ending.status &&
  (run.status !== 'partly-delivered' ||
    (isDeepStrictEqual(run.why, ending.why) && run.fault?.code === ending.fault?.code));

/** Tells apart the ends of one run. */
const occasionOf = ({ finishedAt, settledAt = finishedAt }: RunDocument): string =>
  `by-itself-${String(settledAt?.getTime() ?? 0)}`;

export type SettleMails = ReturnType<typeof createSettleMails>;

export const createSettleMails = ({
  client,
  runs,
  subscriptions,
  ledger,
  announceEnd,
  now,
}: SettleMailsDependencies) => {
  /** Of a report that reached somebody after all, the next one tells what changed since. */
  const remember = async (run: RunDocument, rows: readonly DeliveryDocument[]): Promise<void> => {
    const { subscriptionId, cut, audience = [] } = run;
    if (subscriptionId === undefined || cut === undefined) return;
    const reached = new Set(
      rows.filter((row) => row.status === 'accepted').map(({ recipientId }) => recipientId),
    );
    const groups = audience.filter(({ recipients }) => recipients.some((each) => reached.has(each)));
    if (groups.length > 0)
      await subscriptions.recordDelivered(run, cut, [...new Set(groups.map(({ scope }) => scopeKey(scope)))]);
  };

  /** Until the rows that were read after the write say the same: someone else may have settled it by older ones. */
  const settle = async (runId: string, studyId: string): Promise<RunDocument | null> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const run = await runs.find(runId, [studyId]);
      if (run === null || !isByMails(run)) return run;
      const rows = await ledger.ofRun(runId, studyId);
      const ending = endingOf(run, rows);
      if (rows.length === 0 || isSame(run, ending)) return run;
      await remember(run, rows);
      if (run.subscriptionId !== undefined) await subscriptions.followRun(run, ending.status);
      await runs.settle(run, ending, now());
    }
    throw new Error('The mails of a run change faster than they can be counted.');
  };

  /** What may pass is tried again by itself. */
  const goOn = async (run: RunDocument): Promise<void> => {
    if (run.status !== 'partly-delivered' && !hasFailedByMail(run)) return;
    const { _id: runId, studyId } = run;
    if ((await ledger.ofRun(runId, studyId)).some(mayPass))
      await startRedelivery(client, { runId, studyId }, occasionOf(run));
  };

  /** Again does no harm: after a crash it goes on where it stood. */
  return async ({ runId, studyId }: { readonly runId: string; readonly studyId: string }): Promise<void> => {
    const run = await settle(runId, studyId);
    if (run === null) return;
    const isNew = run.settledAt !== undefined && now().getTime() - run.settledAt.getTime() < TOLD_WITHIN_MS;
    if (isNew) await announceEnd(run);
    await goOn(run);
  };
};
