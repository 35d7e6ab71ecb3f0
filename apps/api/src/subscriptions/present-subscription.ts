import type { StoredCallback } from '@rounds/contracts/callback';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import { isFixedOffset } from '@rounds/contracts/schedule';
import { writtenIn } from '@rounds/contracts/schedule-arithmetic';
import { timetableOf, type NextRun } from '@rounds/contracts/timetable';
import { deviations, nextRuns, type Deviation } from '@rounds/contracts/timetable-arithmetic';
import type { HeldBy } from '../halts/halts.dto.ts';
import { inEnglish, presentCauses } from '../platform/why.ts';
import type { z } from 'zod';
import type { scheduleWarning, SubscriptionAnswer } from './subscriptions.dto.ts';

const SHOWN_RUNS = 5;
const NOT_APPLIED = 'It is kept; its workflow is told as soon as the workflow service answers.';

export interface Presentation {
  /** E-mail by user id. */
  readonly emails: ReadonlyMap<string, string>;
  /** Epoch ms. */
  readonly now: number;
  /** Whose clock is to show the next runs as well. */
  readonly timeZone?: string | undefined;
  /** Of its study, or of everything. */
  readonly halt: HeldBy;
}

export const presentSubscription = (
  subscription: SubscriptionDocument,
  { emails, now, timeZone, halt }: Presentation,
): SubscriptionAnswer => {
  const { revision, appliedRevision } = subscription;
  const emailOf = (userId: string) => emails.get(userId) ?? userId;
  const applied = appliedRevision >= revision;
  return {
    id: subscription._id,
    ...presentState(subscription),
    heldBy: subscription.status === 'active' ? halt : null,
    ...presentSettings(subscription),
    owner: emailOf(subscription.ownerId),
    recipients: subscription.recipients.map(emailOf),
    optedOut: subscription.optedOut.map(emailOf),
    channels: (subscription.channels ?? []).map(({ id, kind, host }) => ({ id, kind, host })),
    ...presentCalendar(subscription, now, { timeZone, halt }),
    warnings: warningsOf(subscription),
    workflowId: subscriptionWorkflowId(subscription._id),
    revision,
    applied,
    ...(applied ? {} : { note: NOT_APPLIED }),
    createdAt: subscription.createdAt.toISOString(),
    updatedAt: subscription.updatedAt.toISOString(),
  };
};

type Warnings = SubscriptionAnswer['warnings'];

const warningsOf = (subscription: SubscriptionDocument): Warnings => [
  ...zoneWarnings(subscription),
  ...recipientWarnings(subscription),
];

export const zoneWarnings = ({
  schedule: { timeZone },
}: Pick<SubscriptionDocument, 'schedule'>): z.infer<typeof scheduleWarning>[] => {
  if (!isFixedOffset(timeZone)) return [];
  const message = `${timeZone} has no summer time: name a place, like America/New_York, to keep to its clocks.`;
  return [{ field: 'schedule.timeZone', code: 'ZONE_WITHOUT_SUMMER_TIME', message }];
};

const recipientWarnings = ({
  recipients,
  optedOut,
  channels = [],
  pausedReason,
}: SubscriptionDocument): Warnings => {
  const isUnread =
    (channels.length === 0 && recipients.every((userId) => optedOut.includes(userId))) ||
    pausedReason === 'nobody-receives';
  if (!isUnread) return [];
  const message = 'Nobody receives it: name others and resume it, or invite those who unsubscribed.';
  return [{ field: 'recipients', code: 'NO_RECIPIENTS', message }];
};

const presentState = ({ lastRun, ...subscription }: SubscriptionDocument) => ({
  status: subscription.status,
  endedReason: subscription.endedWhy === undefined ? null : inEnglish(subscription.endedWhy),
  endedWhy: presentCauses(subscription.endedWhy),
  pausedReason: subscription.pausedReason ?? null,
  ownerLostAt: subscription.ownerLostAt?.toISOString() ?? null,
  studyClosedAt: subscription.studyClosedAt ?? null,
  runCount: subscription.runCount,
  lastRun:
    lastRun === undefined
      ? null
      : { jobId: lastRun.runId, status: lastRun.status, at: lastRun.at.toISOString() },
});

const presentSettings = (subscription: SubscriptionDocument) => ({
  studyId: subscription.studyId,
  reportType: subscription.reportType,
  templateId: subscription.templateId ?? null,
  parameters: { ...subscription.parameters },
  schedule: subscription.schedule,
  formats: [...subscription.formats],
  deliver: subscription.deliver,
  unchangedNote: subscription.unchangedNote ?? false,
  incomplete: subscription.incomplete ?? 'quarantine',
  catchUp: subscription.catchUp,
  until: subscription.until ?? null,
  holidays: subscription.holidays ?? null,
  snoozedUntil: subscription.snoozedUntil ?? null,
  callback: presentCallback(subscription.callback),
});

/** Without its secret, which nobody can read. */
const presentCallback = (callback: StoredCallback | undefined) => {
  if (callback === undefined) return null;
  const { url, onSuccess, onFailure } = callback;
  return { url, ...(onSuccess && { onSuccess }), ...(onFailure && { onFailure }) };
};

/** What comes next, by the code that the workflow plans by: nothing that it will not make. */
export const upcomingRuns = (
  subscription: Pick<SubscriptionDocument, 'status'> & Parameters<typeof timetableOf>[0],
  now: number,
  count: number,
): NextRun[] => (subscription.status === 'active' ? nextRuns(timetableOf(subscription), now, count) : []);

export const presentDeviation = ({ at, ...deviation }: Deviation) => ({
  change: at === null ? ('skipped' as const) : ('moved' as const),
  at,
  ...deviation,
});

/** The moments that come, with skips and moves applied, and where they differ from the schedule. */
const presentCalendar = (
  subscription: SubscriptionDocument,
  now: number,
  { timeZone, halt }: Pick<Presentation, 'timeZone' | 'halt'>,
) => {
  const timetable = timetableOf(subscription);
  // When it is lifted nobody knows, and so not which of them come at their moment.
  const runs = halt === null ? upcomingRuns(subscription, now, SHOWN_RUNS) : [];
  const exceptions = subscription.status === 'active' ? deviations(timetable, now, runs) : [];
  return {
    nextRuns: runs.map(({ local }) => local),
    exceptions: exceptions.map(presentDeviation),
    ...(timeZone === undefined
      ? {}
      : { nextRunsIn: { timeZone, moments: runs.map(({ at }) => writtenIn(at, timeZone)) } }),
  };
};
