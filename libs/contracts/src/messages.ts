/** Messages of the workflows: names and payloads, known to senders and handlers alike. */
import type { LocalDate } from './period.ts';
import type { RunStatus } from './run.ts';
import type { CatchUp } from './schedule.ts';
import type { Timetable, NextRun } from './timetable.ts';

export type SteerableStatus = 'active' | 'paused' | 'cancelled';

/**
 * What a subscription's workflow is to do, as the record says. The record is written first; then all of this is sent
 * with a growing revision, so that a message lost, doubled or late does no harm: the highest wins.
 */
export interface Desired extends Timetable {
  readonly revision: number;
  readonly status: SteerableStatus;
  readonly catchUp: CatchUp;
  /** Whose subscription it is, where that changed since the workflow began. */
  readonly ownerId?: string;
}

/** The one state object that continue-as-new hands on. */
export interface SubscriptionState {
  readonly version: 1;
  readonly subscriptionId: string;
  readonly studyId: string;
  readonly reportType: string;
  readonly ownerId: string;
  readonly desired: Desired;
  /** Epoch ms: runs due at or before this moment were dealt with. */
  readonly doneUntil: number;
  readonly runCount: number;
  readonly lastRunId?: string;
  readonly lastRunStatus?: RunStatus;
  /** Runs asked for by hand that were not yet started, oldest first. */
  readonly requested: readonly RunNowRequest[];
  /** Runs that were due under a schedule that was changed since, oldest first: they wait for the one under way. */
  readonly owed?: readonly OwedRun[];
}

export interface OwedRun {
  readonly run: NextRun;
  /** Of the schedule under which it was due. */
  readonly timeZone: string;
}

export interface RunNowRequest {
  /**
   * Doing it again with the same id finds the same run. Letters, digits, `.`, `_` and `-`, 100 at most; not a
   * date, which would be the id of that day's scheduled run.
   */
  readonly requestId: string;
  readonly requestedBy: string;
}

export interface SubscriptionView {
  readonly status: SteerableStatus;
  readonly appliedRevision: number;
  /** Epoch ms, null while paused or over. */
  readonly nextRunAt: number | null;
  /** Version of the time-zone data by which it was computed. */
  readonly zones?: string;
  /** Due days whose run was begun, as in the timetable. */
  readonly made?: readonly LocalDate[];
  readonly runCount: number;
  readonly lastRunId?: string;
}

export const SUBSCRIPTION_MESSAGES = {
  /** Update (Desired → SubscriptionView): change, pause, resume and cancel are all sent by it. */
  apply: 'apply',
  /** Update (RunNowRequest → { runId }). */
  runNow: 'runNow',
  /** Signals for operators in Temporal's Web UI; the record follows. */
  pause: 'pause',
  resume: 'resume',
  cancel: 'cancel',
  /** Query → SubscriptionView. */
  view: 'view',
} as const;

export const REPORT_MESSAGES = {
  /** Query → RunProgress. */
  progress: 'progress',
  /** Query → RunSoFar. */
  soFar: 'soFar',
} as const;
