import { Inject, Injectable } from '@nestjs/common';
import { createHaltsRepository, type HaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import type { RunDocument } from '@rounds/contracts/collections';
import type { Deed } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import { ReportStarter } from '../platform/report-starter.service.ts';
import { Admissions } from './admissions.service.ts';

export interface Requested {
  readonly run: RunDocument;
  /** False: the record keeps the request, and housekeeping starts it as soon as Temporal answers. */
  readonly started: boolean;
}

/** Takes runs that are planned: first the record, then its workflow, so that nothing is lost. */
@Injectable()
export class NewRuns {
  constructor(
    @Inject(createHaltsRepository) private readonly halts: HaltsRepository,
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(ReportStarter) private readonly starter: ReportStarter,
  ) {}

  /** @throws RoundsError RATE_LIMITED (too many open jobs), HALTED */
  async take(caller: Caller, planned: RunDocument, deed: Deed): Promise<Requested> {
    await this.halts.demandNone(planned.studyId);
    return this.start(await this.admissions.admit(caller, planned, deed));
  }

  /** Again does no harm. */
  async start(run: RunDocument): Promise<Requested> {
    return { run, started: await this.starter.start(run) };
  }
}
