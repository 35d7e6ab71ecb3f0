import type { DeliveriesRepository } from '@rounds/adapters/mongo/deliveries.repository';
import type { Eligibility, RecipientsRepository } from '@rounds/adapters/mongo/recipients.repository';
import type { HaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import type { RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { StudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type { SubscriptionsRepository } from '@rounds/adapters/mongo/subscriptions.repository';
import type { OwnerWatch } from '@rounds/adapters/temporal/commands/owner-watch';
import type { createPauseUnread } from '@rounds/adapters/temporal/commands/pause-unread';
import { channelOf } from '@rounds/contracts/channel';
import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { previousCutOf } from '@rounds/contracts/previous-cut';
import { RoundsError } from '@rounds/contracts/errors';
import {
  isFinished,
  type AudienceGroup,
  type MadeSoFar,
  type OnlyChanged,
  type OpenedRun,
  type RunRequest,
} from '@rounds/contracts/run';
import { because } from '@rounds/contracts/why';
import { groupAudience, whyNobody } from './audience.ts';
import type { RunTemplates } from './run-templates.ts';

export interface OpenRunDependencies {
  readonly runs: RunsRepository;
  readonly subscriptions: SubscriptionsRepository;
  readonly recipients: RecipientsRepository;
  readonly studies: StudiesRepository;
  readonly ledger: DeliveriesRepository;
  readonly templates: RunTemplates;
  readonly owners: Pick<OwnerWatch, 'look'>;
  readonly pauseUnread: ReturnType<typeof createPauseUnread>;
  readonly halts: Pick<HaltsRepository, 'demandNone'>;
  readonly now: () => Date;
}

/** What the subscription wants at this moment: a later change concerns the next run. */
const recordOf = (
  request: RunRequest,
  subscription: Pick<SubscriptionDocument, 'parameters' | 'formats' | 'callback' | 'incomplete'>,
  at: Date,
): RunDocument => {
  const { runId, ...rest } = request;
  return {
    _id: runId,
    ...rest,
    parameters: subscription.parameters,
    formats: subscription.formats,
    ...defined({ callback: subscription.callback, incomplete: subscription.incomplete }),
    // As the workflow was started: after what people wait for.
    priority: request.trigger === 'schedule' ? 'low' : 'normal',
    status: 'processing',
    outputs: [],
    createdAt: at,
    startedAt: at,
  };
};

const readyOf = (run: RunDocument): OpenedRun => {
  const { formats, parameters, audience = [], incomplete, previousCut, onlyChanged } = run;
  return {
    state: 'ready',
    formats,
    parameters,
    groups: audience,
    askedAt: run.createdAt.toISOString(),
    ...defined({ incomplete, previousCut, onlyChanged }),
    ...(run.redrives === undefined ? {} : { made: madeBefore(run) }),
  };
};

/** A run that somebody asked for is sent whatever it says. */
const onlyChangedFor = (
  run: RunDocument,
  subscription: SubscriptionDocument | null,
): OnlyChanged | undefined =>
  subscription?.deliver === 'changed' && run.trigger === 'schedule'
    ? { note: subscription.unchangedNote ?? false }
    : undefined;

/** What a redriven run need not make again. */
const madeBefore = ({ cut, datasets = [], outputs, earlierEnds = [] }: RunDocument): MadeSoFar => ({
  ...defined({ cut }),
  datasets,
  outputs,
  mailed: earlierEnds.some(({ steps }) => steps.some(({ step }) => step === 'storing-file')),
});

export const createOpenRun = (dependencies: OpenRunDependencies) => {
  const { runs, subscriptions, recipients, studies, ledger, templates, owners, pauseUnread, halts, now } =
    dependencies;

  const findSubscription = async ({ subscriptionId, studyId }: RunRequest) => {
    if (subscriptionId === undefined) return null;
    const subscription = await subscriptions.find(subscriptionId, [studyId]);
    if (subscription === null)
      throw new RoundsError('NOT_FOUND', 'The subscription of this run is not there.');
    return subscription;
  };

  /** The record exists before anything else can fail: `closeRun` needs a place to say so. */
  const findRecord = async (request: RunRequest, subscription: SubscriptionDocument | null) => {
    if (subscription !== null) return await runs.insert(recordOf(request, subscription, now()));
    const run = await runs.find(request.runId, [request.studyId]);
    if (run === null) throw new RoundsError('NOT_FOUND', 'A run on demand was started without its record.');
    return run;
  };

  /** The ledger tells each one why they get nothing. */
  const recordSuppressed = async (run: RunDocument, answers: readonly Eligibility[]): Promise<void> => {
    const { _id: runId, studyId, subscriptionId } = run;
    for (const answer of answers) {
      if (answer.eligible) continue;
      const subject = {
        runId,
        studyId,
        ...defined({ subscriptionId }),
        recipientId: answer.userId,
        channel: channelOf(answer.userId),
      };
      await ledger.suppress(subject, answer.why, now());
    }
  };

  const audienceOf = async (run: RunDocument, subscription: SubscriptionDocument | null) => {
    if (subscription === null) {
      // On demand: made for what the caller may see; nothing is mailed, the caller downloads.
      const answers = await recipients.checkRights(run.studyId, [run.requestedBy]);
      return { answers, audience: groupAudience(answers).map((group) => ({ ...group, recipients: [] })) };
    }
    const answers = await recipients.checkAll(subscription);
    await recordSuppressed(run, answers);
    return { answers, audience: groupAudience(answers) };
  };

  const markNewcomers = async (
    subscription: SubscriptionDocument,
    groups: readonly AudienceGroup[],
  ): Promise<AudienceGroup[]> => {
    const reached = await ledger.reached(
      subscription,
      groups.flatMap(({ recipients }) => recipients),
    );
    return groups.map((group) => ({
      ...group,
      newcomers: group.recipients.filter((recipient) => !reached.has(recipient)),
    }));
  };

  const open = async (run: RunDocument, subscription: SubscriptionDocument | null): Promise<OpenedRun> => {
    if ((await studies.find(run.studyId)) === null) {
      throw new RoundsError('STUDY_NOT_FOUND', `There is no study ${run.studyId}: import it first.`);
    }
    if (subscription?.status === 'cancelled') {
      return { state: 'suppressed', why: because('subscription-cancelled') };
    }
    const ownerless = subscription === null ? null : await owners.look(subscription);
    if (ownerless !== null) return { state: 'suppressed', why: ownerless };
    const { answers, audience: groups } = await audienceOf(run, subscription);
    const onlyChanged = onlyChangedFor(run, subscription);
    const audience =
      onlyChanged === undefined || subscription === null ? groups : await markNewcomers(subscription, groups);
    if (audience.length === 0) {
      if (subscription !== null) await pauseUnread(subscription);
      return { state: 'suppressed', why: whyNobody(answers) };
    }
    const previousCut = previousCutOf(subscription);
    const templated = subscription === null ? undefined : await templates.of(subscription);
    const opened = await runs.open(
      run._id,
      run.studyId,
      { audience, previousCut, onlyChanged, templated },
      now(),
    );
    return opened === null ? closedOf(await runs.find(run._id, [run.studyId])) : await ready(opened);
  };

  const ready = async (run: RunDocument): Promise<OpenedRun> => {
    const presentation = await templates.presentationOf(run);
    return { ...readyOf(run), ...defined({ presentation }) };
  };

  /** Someone closed the run meanwhile. */
  const closedOf = (run: RunDocument | null): OpenedRun => ({
    state: 'finished',
    status: run?.status ?? 'cancelled',
  });

  /**
   * Idempotent by run id: formats, parameters, audience and the cut to compare with are frozen in the record
   * at the first opening, and every later one answers with them.
   *
   * @throws RoundsError HALTED, NOT_FOUND, STUDY_NOT_FOUND, UNPROCESSABLE (the template is for other studies by now)
   */
  return async (request: RunRequest): Promise<OpenedRun> => {
    await halts.demandNone(request.studyId);
    const subscription = await findSubscription(request);
    const run = await findRecord(request, subscription);
    if (isFinished(run.status)) return closedOf(run);
    if (run.audience === undefined) return await open(run, subscription);
    await runs.openAgain(run._id, run.studyId, now());
    return await ready(run);
  };
};
