import type { NextRun } from '@rounds/contracts/timetable';
import { periodLabel, requestedRunId, scheduledRunId } from '@rounds/contracts/ids';
import { ON_TIME_WITHIN_MS } from '@rounds/contracts/lateness';
import type {
  Desired,
  OwedRun,
  RunNowRequest,
  SteerableStatus,
  SubscriptionState,
  SubscriptionView,
} from '@rounds/contracts/messages';
import type { RunRequest, RunStatus } from '@rounds/contracts/run';
import { searchAttributes } from '@rounds/contracts/search-attributes';
import { begun, isDue, isRescheduled, taken, toPlan } from '@rounds/contracts/subscription-plan';
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  patched,
  setCurrentDetails,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { startRun } from './start-run.ts';
import { planning, records } from './stages.ts';
import { whyOver } from './desired.ts';
import { detailsOf } from './subscription-details.ts';
import { SubscriptionRecord } from './subscription-record.ts';

/** What the record wants, or what an operator's signal wants of the status until the record says so too. */
type Change = Desired | { readonly status: SteerableStatus };

/** A run that is due under a schedule that is changed waits for the one under way, where it was started beside it. */
const ONE_AT_A_TIME = 'a-due-run-waits-when-a-change-comes';

/** A due run asks first whether operators halted its study, or everything. */
const HALTS = 'a-due-run-asks-for-halts';

const STATUS_AFTER = { pause: 'paused', resume: 'active', cancel: 'cancelled' } as const;

/**
 * The parts of the subscription's life; `live` in subscription.workflow.ts puts them in order. Handlers only add
 * to `changes` and `requested` and wait; everything else happens in the loop.
 */
export class SubscriptionEntity {
  state: SubscriptionState;
  private readonly changes: Change[] = [];
  private readonly requested: RunNowRequest[];
  /** Trigger of each run under way, by run id. */
  private readonly underWay = new Map<string, RunRequest['trigger']>();
  /** The run to wait for; null when there is none, undefined while it must be planned. */
  private next: NextRun | null | undefined;
  private plannedAt = 0;
  /** Epoch ms: a halt stood when the due run asked last, and until then it does not ask again. 0: none stood. */
  private heldUntil = 0;
  /** Something came in that the loop has not seen yet. */
  private dirty = false;
  /** A run ended in this execution: the natural place to begin a new history. */
  private ranOnce = false;
  private readonly record: SubscriptionRecord;

  constructor(initial: SubscriptionState) {
    this.state = { ...initial, requested: [] };
    this.requested = [...initial.requested];
    this.record = new SubscriptionRecord(initial.subscriptionId);
  }

  get view(): SubscriptionView {
    const { desired, runCount, lastRunId } = this.state;
    const zones = this.next?.zones;
    return {
      status: desired.status,
      appliedRevision: desired.revision,
      nextRunAt: this.next?.at ?? null,
      ...(zones === undefined ? {} : { zones }),
      ...(desired.made === undefined ? {} : { made: desired.made }),
      runCount,
      ...(lastRunId === undefined ? {} : { lastRunId }),
    };
  }

  // Messages

  /** The highest revision wins: a change that comes late or twice changes nothing. */
  async apply(change: Desired): Promise<SubscriptionView> {
    this.push(this.changes, change);
    await condition(() => this.state.desired.revision >= change.revision && this.next !== undefined);
    return this.view;
  }

  async runNow(request: RunNowRequest): Promise<{ runId: string }> {
    this.push(this.requested, request);
    await condition(() => !this.requested.includes(request));
    return { runId: requestedRunId(this.state.subscriptionId, request.requestId) };
  }

  /** @throws ApplicationFailure, by which the update is rejected and leaves no trace */
  refuseUnlessRunnable(): void {
    const { status } = this.changes.at(-1) ?? this.state.desired;
    if (status === 'cancelled')
      throw ApplicationFailure.nonRetryable(
        'The subscription is cancelled: it makes no more runs.',
        'CONFLICT',
      );
  }

  /** An operator's signal takes effect at once; the record follows, and its answer is the change that lasts. */
  async steer(action: keyof typeof STATUS_AFTER): Promise<void> {
    this.push(this.changes, { status: STATUS_AFTER[action] });
    const change = await this.record.steer(action);
    if (change !== null) this.push(this.changes, change);
  }

  // The loop

  /** The moment is computed outside of the workflow and recorded: no time-zone update can break a replay. */
  async plan(): Promise<void> {
    this.dirty = false;
    // Planned before it was due: the worker may have slept through it and more, which is for `catchUp` to decide.
    const outdated = this.isDue && this.plannedAt < (this.next?.at ?? 0);
    if (this.next !== undefined && !outdated) return;
    const now = Date.now();
    this.plannedAt = now;
    const wanted = toPlan(this.state, now);
    this.next = wanted === null ? null : await planning.planNextRun(wanted);
  }

  async takeUpChange(): Promise<boolean> {
    const change = this.changes.shift();
    if (change === undefined) return false;
    const held = this.state.desired;
    const wanted = 'revision' in change ? change : { ...held, status: change.status };
    const isNewer = 'revision' in change ? change.revision > held.revision : held.status !== 'cancelled';
    if (isNewer) await this.change(held, wanted);
    return true;
  }

  /** Runs asked for by hand wait for nothing: they run beside a scheduled one, and while paused. */
  async startRequestedRun(): Promise<boolean> {
    const [request] = this.requested;
    if (request === undefined) return false;
    const { subscriptionId, desired } = this.state;
    const plan = await planning.planRunNow({ schedule: desired.schedule, now: Date.now() });
    const runId = requestedRunId(subscriptionId, request.requestId);
    const { timeZone } = desired.schedule;
    await this.start(plan, { runId, trigger: 'run-now', requestedBy: request.requestedBy, timeZone });
    this.requested.shift();
    return true;
  }

  /** One after the other: a scheduled run waits for the one before it. */
  async startDueRun(): Promise<boolean> {
    if (this.isOccupied || Date.now() < this.heldUntil) return false;
    if (!this.isDue && (this.state.owed ?? []).length === 0) return false;
    if (await this.isHalted()) return false;
    // What a halt made late is for `catchUp` to decide, like what a downtime did.
    if (this.heldUntil > 0) return this.planAnew();
    const [owed, ...others] = this.state.owed ?? [];
    if (owed !== undefined) {
      this.state = { ...this.state, owed: others };
      await this.startScheduled(owed);
      return true;
    }
    await this.startScheduled(this.takeDue());
    return true;
  }

  mayEnd(): boolean {
    const { status } = this.state.desired;
    const isOver = status === 'active' && this.next === null && this.isDone;
    return this.isQuiet && (status === 'cancelled' || isOver);
  }

  /** Not while a run is under way, whose outcome would be missed, unless the history grows too long. */
  mayContinueAsNew(): boolean {
    const isRoundDone = this.ranOnce && this.underWay.size === 0;
    return this.isQuiet && (isRoundDone || workflowInfo().continueAsNewSuggested);
  }

  async waitForNews(): Promise<void> {
    const hasNews = () => this.dirty || this.mayEnd() || this.mayContinueAsNew();
    if (hasNews()) return;
    const { next } = this;
    const held = this.heldUntil - Date.now();
    if (held > 0) await condition(hasNews, held, { summary: 'Halted by operators' });
    else if (!next || this.isDue) await condition(hasNews);
    else await condition(hasNews, next.at - Date.now(), { summary: `Sleep until ${next.local}` });
  }

  async end(): Promise<void> {
    if (this.state.desired.status === 'cancelled') return;
    await this.record.end(this.view, whyOver(this.state.desired));
  }

  /** Cancelled in Temporal, past our messages: the record must not wait for a workflow that is gone. */
  async recordCancellation(): Promise<void> {
    await this.record.steer('cancel');
  }

  /** To operators and to the record. */
  show(): void {
    setCurrentDetails(detailsOf(this.state, this.next, this.underWay.keys()));
    this.record.update(this.view);
  }

  // Inside

  private get isDue(): boolean {
    return isDue(this.next, Date.now());
  }

  /** A scheduled run is under way. */
  private get isOccupied(): boolean {
    return [...this.underWay.values()].includes('schedule');
  }

  private get isDone(): boolean {
    return this.underWay.size === 0 && (this.state.owed ?? []).length === 0;
  }

  private async isHalted(): Promise<boolean> {
    if (!patched(HALTS)) return false;
    const hold = await records.heldBy({ studyId: this.state.studyId });
    if (hold !== null) this.heldUntil = Date.now() + hold.lookAgainMs;
    return hold !== null;
  }

  private planAnew(): true {
    this.heldUntil = 0;
    this.next = undefined;
    return true;
  }

  /** Nothing waits to be done or answered: the execution may close without losing anything. */
  private get isQuiet(): boolean {
    const isIdle = this.changes.length === 0 && this.requested.length === 0 && !this.record.isBusy;
    return isIdle && !this.dirty && allHandlersFinished();
  }

  private push<T>(queue: T[], item: T): void {
    queue.push(item);
    this.dirty = true;
  }

  private async change(held: Desired, wanted: Desired): Promise<void> {
    if (isRescheduled(held, wanted) && wanted.status === 'active' && this.isDue) await this.settleDue();
    const { ownerId = this.state.ownerId } = wanted;
    if (ownerId !== this.state.ownerId) upsertSearchAttributes(searchAttributes({ RequestedBy: ownerId }));
    this.state = { ...taken(this.state, wanted, this.next, Date.now()), ownerId };
    // What came due before a pause is skipped like what comes due in it.
    if (wanted.status !== 'active' && this.state.owed !== undefined) this.state = { ...this.state, owed: [] };
    this.next = undefined;
  }

  /** A run that was already due under the old rhythm is still made: now, or after the one under way. */
  private async settleDue(): Promise<void> {
    const due = this.takeDue();
    if (this.isOccupied && patched(ONE_AT_A_TIME))
      this.state = { ...this.state, owed: [...(this.state.owed ?? []), due] };
    else await this.startScheduled(due);
  }

  /** From now on it is dealt with: it comes in no later plan. */
  private takeDue(): OwedRun {
    const { next } = this;
    if (!next) throw new Error('No run is due.');
    const { timeZone } = this.state.desired.schedule;
    this.state = begun(this.state, next);
    this.next = undefined;
    return { run: next, timeZone };
  }

  private async startScheduled({ run, timeZone }: OwedRun): Promise<void> {
    const { subscriptionId, ownerId } = this.state;
    const runId = scheduledRunId(subscriptionId, run.due);
    const isLate = Date.now() - run.at >= ON_TIME_WITHIN_MS;
    const late = isLate ? { late: { dueAt: run.local } } : {};
    await this.start(run, { runId, trigger: 'schedule', requestedBy: ownerId, timeZone, ...late });
  }

  private async start(
    { due, period }: NextRun,
    which: Pick<RunRequest, 'runId' | 'trigger' | 'requestedBy' | 'timeZone' | 'late'>,
  ): Promise<void> {
    const { subscriptionId, studyId, reportType, runCount } = this.state;
    const run: RunRequest = { ...which, subscriptionId, studyId, reportType, due, period };
    const started = await startRun(run);
    if (started === null) return;
    this.underWay.set(run.runId, run.trigger);
    this.state = { ...this.state, runCount: runCount + 1, lastRunId: run.runId };
    void started.ended.then((status) => {
      this.finish(run, status);
    });
  }

  private finish(run: RunRequest, status: RunStatus): void {
    this.underWay.delete(run.runId);
    this.ranOnce = true;
    this.dirty = true;
    this.state = { ...this.state, lastRunStatus: status };
    upsertSearchAttributes(searchAttributes({ RunStatus: status, Period: periodLabel(run.period) }));
  }
}
