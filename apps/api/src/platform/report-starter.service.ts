import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { startReport } from '@rounds/adapters/temporal/commands/start-report';
import type { RunDocument } from '@rounds/contracts/collections';
import { forLog } from './for-log.ts';
import { CLOCK, LOGGER, TEMPORAL, type Clock } from './tokens.ts';

/** A caller waits for it. */
const TIMEOUT_MS = 3_000;

/** Starts the workflows of runs that are recorded. */
@Injectable()
export class ReportStarter {
  constructor(
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** False: housekeeping starts it as soon as Temporal answers. */
  async start(run: RunDocument): Promise<boolean> {
    try {
      await startReport(this.temporal.client, run, new Date(this.now()), TIMEOUT_MS);
      return true;
    } catch (error) {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The workflow of a run is not started yet.');
      return false;
    }
  }
}
