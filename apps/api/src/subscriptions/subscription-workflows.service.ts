import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import { createHaltsRepository, type HaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import { createRunsRepository, type RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import {
  createSubscriptionsRepository,
  type SubscriptionsRepository,
} from '@rounds/adapters/mongo/subscriptions.repository';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { applyDesired, requestRun } from '@rounds/adapters/temporal/commands/apply-desired';
import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { reportWorkflowId, requestedRunId } from '@rounds/contracts/ids';
import { localDate, type LocalDate } from '@rounds/contracts/period';
import { dueOn, runNowPlan } from '@rounds/contracts/schedule-arithmetic';
import { AuditTrail } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from '../platform/tokens.ts';

/** A caller waits for it; what takes longer is applied later. */
const TIMEOUT_MS = 3_000;

@Injectable()
export class SubscriptionWorkflows {
  constructor(
    @Inject(createSubscriptionsRepository) private readonly subscriptions: SubscriptionsRepository,
    @Inject(createHaltsRepository) private readonly halts: HaltsRepository,
    @Inject(createRunsRepository) private readonly runs: RunsRepository,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Has the workflow apply the record. Where that fails, the record keeps what is not applied and housekeeping tries
   * again: the request succeeds all the same.
   *
   * @returns the record with what the workflow confirmed
   */
  async apply(subscription: SubscriptionDocument): Promise<SubscriptionDocument> {
    try {
      const { appliedRevision, made } = await applyDesired(this.temporal.client, subscription, TIMEOUT_MS);
      await this.subscriptions.confirm(subscription._id, appliedRevision);
      // It may have begun a run since the record was read.
      return { ...subscription, appliedRevision, ...defined({ made }) };
    } catch (error) {
      this.logger.warn(
        { subscriptionId: subscription._id, fault: forLog(error) },
        'A subscription is not applied to its workflow yet.',
      );
      return subscription;
    }
  }

  /**
   * @param requestId the same one finds the same run
   * @returns the run's id, under which it can be watched from now on
   * @throws RoundsError HALTED; CONFLICT when the workflow takes no run now; DEPENDENCY_DOWN when the workflow cannot be reached: nothing was asked for then
   */
  async runNow(
    caller: Caller,
    subscription: SubscriptionDocument,
    requestId = randomBytes(8).toString('hex'),
  ): Promise<string> {
    await this.halts.demandNone(subscription.studyId);
    // The prefix keeps a request from ever having the id of a scheduled run, which is a date.
    const request = { requestId: `now-${requestId}`, requestedBy: caller.userId };
    const { _id: id, studyId } = subscription;
    const details = { runId: requestedRunId(id, request.requestId) };
    await this.audit.record(caller, { action: 'subscription.run-now', id, studyId, details });
    const { runId } = await requestRun(this.temporal.client, subscription, request, TIMEOUT_MS);
    const due = await this.dueOf(runId);
    await this.runs.insert(this.queued(runId, caller, subscription, due));
    return runId;
  }

  /** The workflow's clock decides the day, which on a development server with virtual time is another one. */
  private async dueOf(runId: string): Promise<LocalDate | undefined> {
    const handle = this.temporal.client.workflow.getHandle(reportWorkflowId(runId));
    const { memo } = await handle.describe();
    return localDate.safeParse(memo?.due).data;
  }

  /** As the run's record will be: it can be watched before a worker opens it. */
  private queued(
    runId: string,
    caller: Caller,
    subscription: SubscriptionDocument,
    day: LocalDate | undefined,
  ): RunDocument {
    const { schedule, callback, incomplete } = subscription;
    const { due, period } = day === undefined ? runNowPlan(schedule, this.now()) : dueOn(schedule, day);
    return {
      _id: runId,
      trigger: 'run-now',
      subscriptionId: subscription._id,
      studyId: subscription.studyId,
      reportType: subscription.reportType,
      parameters: subscription.parameters,
      ...defined({ callback, incomplete }),
      requestedBy: caller.userId,
      formats: subscription.formats,
      due,
      timeZone: schedule.timeZone,
      period,
      priority: 'normal',
      status: 'queued',
      outputs: [],
      createdAt: new Date(this.now()),
    };
  }
}
