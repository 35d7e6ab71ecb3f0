/** What each task queue's workers do. The workflows know these types; the implementations live in activities/. */
import type { LocalDate, Period } from './period.ts';
import type {
  Artefact,
  CutRef,
  PreviousCut,
  DatasetRef,
  DeliveryOutcome,
  OpenedRun,
  RunOutcome,
  RunRequest,
} from './run.ts';
import type { Hold } from './halt.ts';
import type { Format } from './formats.ts';
import type { Finding } from './gate.ts';
import type { Language } from './language.ts';
import type { CatchUp, Schedule } from './schedule.ts';
import type { Scope } from './scope.ts';
import type { Presentation } from './template.ts';
import type { Desired } from './messages.ts';
import type { NextRun, Timetable } from './timetable.ts';
import type { Notice } from './notice.ts';
import type { WebhookTest, WebhookTestOutcome } from './webhook.ts';
import type { Why } from './why.ts';

export interface FetchInput {
  readonly runId: string;
  readonly studyId: string;
  readonly period: Period;
  /** Zone of the run's local days: decides the day on which a document was received. */
  readonly timeZone: string;
  /** Read by workers of earlier versions, which froze these sites alone: the union of those of the run's scopes. */
  readonly sites: Scope['sites'];
  /** The cut holds what this type reads, and no more. Absent, as in older runs: the SDTM domains. */
  readonly reportType?: string;
}

export interface FetchActivities {
  /**
   * The cut of the study as it is now: rows, documents and their hashes in S3. Runs of equal input that find the study
   * in the same state get the same one; again on the same run: the cut that it got first, not a newer one.
   */
  freezeCut(input: FetchInput): Promise<CutRef>;
  /** A run that was cancelled needs its cut no more. */
  discardCut(input: { runId: string }): Promise<void>;
}

export interface AggregateInput {
  readonly run: RunRequest;
  readonly cut: CutRef;
  readonly previousCut?: PreviousCut;
  readonly scope: Scope;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface AggregateActivities {
  /** Turns the cut into the one dataset of a scope, as the report type defines it. */
  aggregate(input: AggregateInput): Promise<DatasetRef>;
}

export interface RenderInput {
  readonly runId: string;
  readonly studyId: string;
  readonly scope: Scope;
  readonly dataset: DatasetRef;
  readonly formats: readonly Format[];
  /** In which the files are; absent: English. */
  readonly language?: Language;
  /** How the files look; absent: as the report type has it. */
  readonly presentation?: Presentation;
  /** What the report lacks: every file is marked as partial and names it. Absent: it lacks nothing. */
  readonly lacking?: readonly Finding[];
}

/** The files as `render` answered them, and what they were drawn from. */
export type InspectInput = RenderInput & {
  readonly artefacts: readonly Artefact[];
  /** Whether a document that the page names as doubtful is found too. */
  readonly strict?: boolean;
};

export interface RenderActivities {
  /** Draws every format and stores each by its content: the object first, its metadata after. */
  render(input: RenderInput): Promise<Artefact[]>;
  /**
   * Reads the stored files back and compares them with the dataset. Empty: nothing is wrong. What `lacking` names
   * is not found again. At most MOST_FINDINGS.
   */
  inspect(input: InspectInput): Promise<Finding[]>;
  /** Removes the files of a run that was cancelled before any of them was mailed. */
  discardArtefacts(input: { runId: string }): Promise<void>;
}

export interface NotifyInput {
  readonly run: RunRequest;
  readonly recipientId: string;
  readonly scope: Scope;
  /** Of the files, and so of the mail; absent: English. */
  readonly language?: Language;
  readonly headlineKey: string;
  readonly artefacts: readonly Artefact[];
  /** The files say that they lack something, and so does the mail. */
  readonly partial?: boolean;
  /** When the run was asked for, ISO 8601: the mail says so. Absent in histories that are older. */
  readonly askedAt?: string;
  /** A short mail without files that says so, instead of the report. */
  readonly note?: 'unchanged';
}

/** Mails of a finished run that are to be sent after all. */
export interface RedeliveryRequest {
  readonly runId: string;
  readonly studyId: string;
  /** Those whose mail somebody asked for; absent: all for whom trying again by itself makes sense. */
  readonly recipientIds?: readonly string[];
}

export interface NotifyActivities {
  /** Mails one recipient, after checking the right once more. Never a known second mail. */
  notify(input: NotifyInput): Promise<DeliveryOutcome>;
}

/** On the queue `notify`, like the mails of reports. */
export interface NoticeActivities {
  /** Who gets the notice now: user ids, without those to whom no mail goes any more. */
  noticeRecipients(notice: Notice): Promise<string[]>;
  /** Mails one of them. Never a known second mail. */
  sendNotice(input: { notice: Notice; recipientId: string }): Promise<DeliveryOutcome>;
}

/** On the queue `webhooks`. `replay` counts how often the sending was asked for again. */
export interface WebhookActivities {
  /**
   * Posts once. `superseded`: a newer replay does it now. With `mayWait`, milliseconds after which to ask again when it
   * is not the receiver's turn: it has its share of calls, or has not answered of late.
   *
   * @throws DEPENDENCY_DOWN with the time to wait when the receiver did not take it; without `mayWait` RATE_LIMITED
   * when it is not its turn
   */
  postWebhook(input: {
    webhookDeliveryId: string;
    replay: number;
    mayWait?: boolean;
  }): Promise<'delivered' | 'gone' | 'superseded' | { readonly waitMs: number }>;
  /** Once, whatever comes of it. */
  testWebhook(test: WebhookTest): Promise<WebhookTestOutcome | { readonly waitMs: number }>;
  /** After the last attempt. Answers with whom to tell; null when there is nothing to tell. */
  giveUpWebhook(input: { webhookDeliveryId: string; replay: number }): Promise<Notice | null>;
}

/** On the queue `housekeeping`: what opens and closes a run. */
export interface RunActivities {
  /** Records that the run began and checks every recipient's right. Idempotent by run id. */
  openRun(request: RunRequest): Promise<OpenedRun>;
  /** Whether operators halted the study, or everything; `studyId` absent: of what belongs to no study. */
  heldBy(input: { studyId?: string }): Promise<Hold | null>;
  /** Records how the run ended. The first recorded end of a run stands. */
  closeRun(outcome: RunOutcome): Promise<void>;
  /** What is to be mailed, from the run's record. Empty when nothing is left to be tried. */
  openRedelivery(request: RedeliveryRequest): Promise<NotifyInput[]>;
  /**
   * Records what became of those mails, and what they make of the run. Answers whether trying again by itself makes
   * sense.
   */
  closeRedelivery(
    outcome: RedeliveryRequest & { readonly outcomes: readonly DeliveryOutcome[] },
  ): Promise<{ again: boolean }>;
}

/** Keeps the records of subscriptions true to their workflows, and removes what nobody needs any more. */
export interface HousekeepingActivities {
  /** An operator steered the workflow by a signal: the record follows. Answers with what the workflow is to do now. */
  recordSteering(input: { subscriptionId: string; action: 'pause' | 'resume' | 'cancel' }): Promise<Desired>;
  /** The workflow says what it did: applied revision, end of the subscription. */
  recordSubscription(input: {
    subscriptionId: string;
    appliedRevision: number;
    /** Said to workers of earlier versions; the others read `why`. */
    ended?: string;
    why?: Why;
    nextRunAt?: number;
    zones?: string;
    made?: readonly LocalDate[];
  }): Promise<void>;
  /** Brings subscriptions whose workflow lags behind the record together again. Answers how many. */
  applyPending(): Promise<{ applied: number; failed: number }>;
  /** Removes what finished runs no longer need (docs/operations.md, "What is kept"). Answers how much. */
  removeExpired(): Promise<{ runs: number; objects: number }>;
}

export interface RunToMake extends Timetable {
  /** Epoch ms: runs made up to here were dealt with. */
  readonly after: number;
  /** Epoch ms: tells the missed runs from those that are still to come. */
  readonly now: number;
  readonly catchUp: CatchUp;
}

/** How often and how long the stages of a run are tried; read from the worker's configuration. */
export interface RunPolicy {
  /** Milliseconds before the first retry of a stage. */
  readonly firstRetryMs: number;
  /** Milliseconds that one attempt of a stage may last. */
  readonly attemptTimeoutMs: number;
  /** Milliseconds after which a stage that never succeeded is given up. */
  readonly stageDeadlineMs: number;
  /** Milliseconds for which a stage of an on-demand run is retried: its caller waits. */
  readonly onDemandRetryMs: number;
}

/** Local activities of the workflow worker: what must be computed once and then never again on replay. */
export interface PlanActivities {
  /** The run to make or to wait for: see `runToMake` in timetable-arithmetic.ts. Null when none is left. */
  planNextRun(input: RunToMake): Promise<NextRun | null>;
  /** The run that would have been due on the local day of `now` (epoch ms). */
  planRunNow(input: { schedule: Schedule; now: number }): Promise<NextRun>;
  runPolicy(): Promise<RunPolicy>;
}
