import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { RunDocument } from '@rounds/contracts/collections';
import { because } from '@rounds/contracts/why';
import { forLog } from '../platform/for-log.ts';
import { CLOCK, LOGGER, type Clock } from '../platform/tokens.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
import { MailSettling } from './mail-settling.service.ts';

/** Ends runs that no workflow will end: should it start later, it finds the run ended and does nothing. */
@Injectable()
export class RunEnds {
  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(MailSettling) private readonly settling: MailSettling,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async cancel(run: RunDocument): Promise<RunDocument> {
    const why = because('cancelled-before');
    const end = { status: 'cancelled', why, finishedAt: new Date(this.now()) } as const;
    const ended = (await this.jobs.end(run, end)) ?? run;
    // Where that fails, housekeeping finds it.
    await this.settling.announceEnd(ended).catch((error: unknown) => {
      this.logger.warn({ runId: run._id, fault: forLog(error) }, 'The end of a run was not announced.');
    });
    return ended;
  }
}
