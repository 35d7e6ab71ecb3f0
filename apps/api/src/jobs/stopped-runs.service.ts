import { Inject, Injectable } from '@nestjs/common';
import { deadlineIn } from '@rounds/adapters/clock';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { reportWorkflowId } from '@rounds/contracts/ids';
import { SCHEDULES } from '@rounds/contracts/queues';
import { isFinished, isRedrivable } from '@rounds/contracts/run';
import { forLog } from '../platform/for-log.ts';
import { LOGGER, TEMPORAL } from '../platform/tokens.ts';
import { JobStates } from './job-state.service.ts';

/** A workflow ends a moment after it recorded the end of its run. */
const END_TIMEOUT_MS = 5_000;
const RECORDING_MS = 5_000;

const conflict = (message: string, retryAfterMs?: number): RoundsError =>
  new RoundsError('CONFLICT', message, retryAfterMs === undefined ? {} : { retryAfterMs });

/** Whether a run has stopped for good, its workflow too, so that it can be resumed. */
@Injectable()
export class StoppedRuns {
  constructor(
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws RoundsError CONFLICT where it has not, or its cut was removed */
  async demand(run: RunDocument): Promise<void> {
    if (isRedrivable(run.status)) {
      if (run.expiredAt !== undefined)
        throw conflict('What this job had fetched was removed since: have the report made anew.');
      await this.demandClosed(run);
      return;
    }
    const state = isFinished(run.status) ? null : await this.states.current(run);
    if (state === null || !isRedrivable(state.run.status))
      throw conflict(
        `Only a failed or quarantined job can be resumed: this one is ${(state?.run ?? run).status}.`,
      );
    await this.recordNow();
    throw conflict('The end of this job is just being recorded: try again in a moment.', RECORDING_MS);
  }

  /** Its workflow was ended from outside: the next reconciliation would record it. */
  private async recordNow(): Promise<void> {
    const schedule = this.temporal.client.schedule.getHandle(SCHEDULES.reconciliation);
    await schedule.trigger().catch((error: unknown) => {
      this.logger.warn({ fault: forLog(error) }, 'The reconciliation could not be brought forward.');
    });
  }

  /** Until then it could record its end once more, which would be taken for the end of what begins now. */
  private async demandClosed(run: RunDocument): Promise<void> {
    const { client } = this.temporal;
    const handle = client.workflow.getHandle(reportWorkflowId(run._id));
    await client.withDeadline(deadlineIn(END_TIMEOUT_MS), () => handle.result()).catch(() => undefined);
    const described = await handle.describe().catch(() => null);
    if (described?.status.name === 'RUNNING')
      throw conflict('The workflow of this job is still ending: try again in a moment.', RECORDING_MS);
  }
}
