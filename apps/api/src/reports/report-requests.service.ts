import { Inject, Injectable } from '@nestjs/common';
import { createRunsRepository, type RunsRepository } from '@rounds/adapters/mongo/runs.repository';
import type { RunDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import type { Deed } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import type { RequestIdentity } from '../http/request-identity.ts';
import { Rights } from '../rights/rights.service.ts';
import { TemplateUse } from '../templates/template-use.service.ts';
import { NewRuns, type Requested } from './new-runs.service.ts';
import { OnDemandPlans, type ReportRequest } from './on-demand-plans.service.ts';

const deedOf = ({ _id: id, studyId, reportType, formats, priority, template }: RunDocument): Deed => {
  const details = { reportType, formats, priority, ...defined({ template }) };
  return { action: 'report.generate', id, studyId, details };
};

/** The one way by which a report on demand is asked for, whatever the route: nothing that was taken is lost. */
@Injectable()
export class ReportRequests {
  constructor(
    @Inject(createRunsRepository) private readonly runs: RunsRepository,
    @Inject(NewRuns) private readonly newRuns: NewRuns,
    @Inject(OnDemandPlans) private readonly plans: OnDemandPlans,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(TemplateUse) private readonly templates: TemplateUse,
  ) {}

  /**
   * @param identity the same one finds the same job, also where as many are open as may be
   * @throws RoundsError INVALID_INPUT, STUDY_NOT_FOUND, HALTED, RATE_LIMITED (too many open jobs), as TemplateUse.resolve;
   * NOT_FOUND for a job that was made and is no longer kept
   */
  async request(caller: Caller, request: ReportRequest, identity: RequestIdentity): Promise<Requested> {
    await this.rights.scopeOn(request.studyId, caller.userId);
    const runId = `run_${identity.id}`;
    const made = await this.runs.find(runId, [request.studyId]);
    if (made !== null) return this.newRuns.start(made);
    if (identity.isAnswered)
      throw new RoundsError('NOT_FOUND', `The job ${runId} of this Idempotency-Key is no longer kept.`);
    const resolved = await this.templates.resolve(request);
    const planned = this.plans.plan(caller, { ...request, ...resolved }, runId);
    // The template was changed since it was read: what was planned is not what it says now.
    if (!(await this.templates.freeze(resolved.template))) return this.request(caller, request, identity);
    return this.newRuns.take(caller, planned, deedOf(planned));
  }
}
