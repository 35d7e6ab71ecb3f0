/**
 * Once a run has ended: its callback is called; of a failed run of a subscription, of mails that were not delivered, of any that the gate held back, and of
 * what the last wall hid in any, its owner and the operators.
 */
import type { Client } from '@temporalio/client';
import type { StoredCallback } from '@rounds/contracts/callback';
import type { RunDocument } from '@rounds/contracts/collections';
import { hasComeBack, isInDoubt, isUndelivered } from '@rounds/contracts/run-ending';
import { FORMATS } from '@rounds/contracts/formats';
import { webhookDeliveryId } from '@rounds/contracts/ids';
import type { BlindingFault } from '@rounds/contracts/dataset';
import { defined } from '@rounds/contracts/defined';
import type { Finding } from '@rounds/contracts/gate';
import type { NoticeAbout } from '@rounds/contracts/notice';
import { because } from '@rounds/contracts/why';
import { isSuccess, type WebhookDeliveryDocument, type WebhookPayload } from '@rounds/contracts/webhook';
import type { DeliveriesRepository } from '../../mongo/deliveries.repository.ts';
import type { RunsRepository } from '../../mongo/runs.repository.ts';
import type { SubscriptionsRepository } from '../../mongo/subscriptions.repository.ts';
import type { WebhookDeliveriesRepository } from '../../mongo/webhook-deliveries.repository.ts';
import type { Clock } from '../../clock.ts';
import { startNotice } from './start-notice.ts';
import { startWebhook } from './start-webhook.ts';

export interface AnnounceEndDependencies {
  readonly client: Client;
  readonly runs: Pick<RunsRepository, 'announced'>;
  readonly webhooks: Pick<WebhookDeliveriesRepository, 'insert'>;
  readonly subscriptions: Pick<SubscriptionsRepository, 'find'>;
  readonly ledger: Pick<DeliveriesRepository, 'ofRun'>;
  readonly now: Clock;
}

type Ended = RunDocument & { readonly finishedAt: Date };

const hasEnded = (run: RunDocument): run is Ended => run.finishedAt !== undefined;

/** Of this end: what becomes of its mails can make another one of it. */
const endedAt = ({ finishedAt, settledAt = finishedAt }: Ended): Date => settledAt;

const addressFor = (run: RunDocument, { url, onSuccess, onFailure }: StoredCallback): string =>
  (isSuccess(run.status) ? onSuccess : onFailure) ?? url;

/** The permanent address of the result: it asks for the caller's token and checks their rights each time. */
const resultPath = ({ _id, formats }: RunDocument): string => {
  const format = FORMATS.find((each) => formats.includes(each)) ?? 'pdf';
  return `/api/v1/jobs/${encodeURIComponent(_id)}/download?format=${format}`;
};

const errorOf = ({ status, fault, why }: RunDocument): NonNullable<WebhookPayload['error']> => {
  if (status === 'cancelled') return { code: 'CANCELLED', why: why ?? because('cancelled') };
  if (status === 'suppressed') return { code: 'SUPPRESSED', why: why ?? because('nothing-to-send') };
  return { code: fault?.code ?? 'INTERNAL', why: fault?.why ?? because('not-recorded') };
};

const payloadOf = (run: Ended): WebhookPayload => {
  const { _id: jobId, status } = run;
  const at = endedAt(run).toISOString();
  const retryCount = run.redrives ?? 0;
  if (isSuccess(status)) {
    const link = status === 'completed' ? { link: resultPath(run) } : {};
    return { jobId, status, ...link, completedAt: at, retryCount };
  }
  const link = status === 'partly-delivered' ? { link: resultPath(run) } : {};
  return { jobId, status, ...link, error: errorOf(run), failedAt: at, retryCount };
};

const callOf = (run: Ended, callback: StoredCallback): WebhookDeliveryDocument => ({
  _id: webhookDeliveryId(run._id, endedAt(run)),
  runId: run._id,
  studyId: run.studyId,
  ownerId: run.requestedBy,
  url: addressFor(run, callback),
  style: callback.style ?? 'rounds',
  payload: payloadOf(run),
  ...defined({ sealedSecret: callback.sealedSecret }),
  state: 'pending',
  replays: 0,
  attempts: [],
  createdAt: endedAt(run),
});

/** Enough to know what to look for; the job has all. */
const TOLD_FINDINGS = 10;
const TOLD_RECIPIENTS = 10;

const endOf = (run: Ended): NoticeAbout | null => {
  const { _id: runId, subscriptionId, studyId, reportType, due, fault, held = [], status, previewOf } = run;
  const what = { studyId, reportType, runId, due, occasion: String(endedAt(run).getTime()) };
  if (status === 'failed' && subscriptionId !== undefined)
    return {
      ...{ kind: 'run-failed', subscriptionId, ...what },
      ...(fault === undefined ? {} : { fault: { code: fault.code, why: fault.why } }),
    };
  // The only reader of a preview learns of it at once.
  if (status !== 'quarantined' || previewOf !== undefined) return null;
  return {
    ...{ kind: 'run-quarantined', ...what },
    ...defined({ subscriptionId }),
    held: held.map(({ scope, findings }) => ({
      ...{ scope, count: findings.length, findings: findings.slice(0, TOLD_FINDINGS) },
    })),
  };
};

/** Of a text that is not there, and of a value or title that is hidden. */
const findingOf = ({ where, documentId }: BlindingFault): Finding => ({
  check: 'blinding',
  where: documentId === undefined ? where : `${where}, document ${documentId}`,
  code: where === 'documents.texts.text' ? 'left-out-for-blinded' : 'hidden-from-blinded',
});

const hiddenIn = ({ _id: runId, ...run }: Ended): NoticeAbout | null => {
  const { subscriptionId, studyId, reportType, due, datasets = [] } = run;
  const held = datasets.flatMap(({ scope, dataset: { blindingFaults: faults = [] } }) => {
    const findings = faults.slice(0, TOLD_FINDINGS).map(findingOf);
    return findings.length === 0 ? [] : [{ scope, findings, count: faults.length }];
  });
  if (held.length === 0) return null;
  return {
    ...{ kind: 'hidden-from-blinded', studyId, reportType, runId, due, held },
    ...defined({ subscriptionId }),
    // Once, however often the run is taken up again.
    occasion: 'made',
  };
};

export const createAnnounceEnd = (dependencies: AnnounceEndDependencies) => {
  const { client, runs, webhooks, subscriptions, ledger, now } = dependencies;

  const tellCallback = async (run: Ended): Promise<void> => {
    if (run.callback === undefined) return;
    const call = callOf(run, run.callback);
    await webhooks.insert(call);
    await startWebhook(client, call);
    await runs.announced(run, now());
  };

  /** Whom the mails of a run have not reached, and why, as it stands now. */
  const undeliveredIn = async (run: Ended): Promise<NoticeAbout | null> => {
    if (run.status !== 'partly-delivered') return null;
    const { _id: runId, subscriptionId, studyId, reportType, due, fault } = run;
    const rows = await ledger.ofRun(runId, studyId);
    const undelivered = rows.filter(isUndelivered);
    return {
      ...{ kind: 'mails-undelivered', studyId, reportType, runId, due },
      ...defined({ subscriptionId }),
      mails: {
        all: rows.length,
        failed: undelivered.filter((row) => hasComeBack(row) || !isInDoubt(row)).length,
        inDoubt: undelivered.filter((row) => !hasComeBack(row) && isInDoubt(row)).length,
      },
      userIds: undelivered.slice(0, TOLD_RECIPIENTS).map(({ recipientId }) => recipientId),
      ...(fault === undefined ? {} : { fault: { code: fault.code, why: fault.why } }),
      occasion: String(endedAt(run).getTime()),
    };
  };

  const tellPeople = async (run: Ended): Promise<void> => {
    const notices = [endOf(run), hiddenIn(run), await undeliveredIn(run)].filter((about) => about !== null);
    if (notices.length === 0) return;
    const { subscriptionId, studyId, requestedBy } = run;
    const subscription =
      subscriptionId === undefined ? null : await subscriptions.find(subscriptionId, [studyId]);
    for (const about of notices)
      await startNotice(client, { about, to: [subscription?.ownerId ?? requestedBy], operators: true });
  };

  /**
   * Whoever wrote the end of a run calls it, also again: nobody gets a second notice.
   *
   * @throws when Temporal is away: the caller must do it again
   */
  return async (run: RunDocument): Promise<void> => {
    if (!hasEnded(run)) return;
    await tellCallback(run);
    await tellPeople(run);
  };
};
