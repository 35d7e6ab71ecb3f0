import { Inject, Injectable } from '@nestjs/common';
import { opaqueId } from '@rounds/adapters/mongo/opaque-id';
import {
  createTemplatesRepository,
  type TemplatesRepository,
} from '@rounds/adapters/mongo/templates.repository';
import type { RunDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import { RoundsError } from '@rounds/contracts/errors';
import { previousCutOf } from '@rounds/contracts/previous-cut';
import { runNowPlan } from '@rounds/contracts/schedule-arithmetic';
import { isForStudy, mergeTemplate } from '@rounds/contracts/template';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Quotas } from '../quotas/quotas.service.ts';
import { NewRuns } from '../reports/new-runs.service.ts';
import { Rights } from '../rights/rights.service.ts';
import { Audiences } from './audiences.service.ts';
import type { PreviewAnswer } from './preview.dto.ts';
import { SubscriptionRecords } from './subscription-records.service.ts';

const NOT_STARTED = 'It is kept and will be started as soon as the workflow service answers.';

/**
 * The report as it would be made today, for the caller alone and of what the caller may see: nothing is mailed,
 * nothing is counted, and the next report is compared with the one before as if nobody had looked.
 */
@Injectable()
export class PreviewService {
  constructor(
    @Inject(SubscriptionRecords) private readonly records: SubscriptionRecords,
    @Inject(NewRuns) private readonly newRuns: NewRuns,
    @Inject(Audiences) private readonly audiences: Audiences,
    @Inject(createTemplatesRepository) private readonly templates: TemplatesRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(Quotas) private readonly quotas: Quotas,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * @param runId the same one finds the same preview
   * @throws RoundsError FORBIDDEN without a right on the study, RATE_LIMITED, UNPROCESSABLE (the template)
   */
  async preview(caller: Caller, id: string, runId = opaqueId('run')): Promise<PreviewAnswer> {
    const subscription = await this.records.findOwn(caller, id);
    const { studyId } = subscription;
    if ((await this.rights.findScope(studyId, caller.userId)) === null)
      throw new RoundsError('FORBIDDEN', 'A preview shows the study: that takes a membership on it.');
    await this.quotas.spend('preview', { caller: caller.userId, study: studyId });
    const planned = await this.plan(caller, subscription, runId);
    const deed = { action: 'subscription.preview', id, studyId, details: { runId } } as const;
    const { run, started } = await this.newRuns.take(caller, planned, deed);
    const recipients = await this.audiences.of(caller, subscription);
    return { jobId: run._id, status: run.status, recipients, ...(started ? {} : { note: NOT_STARTED }) };
  }

  private async plan(
    caller: Caller,
    subscription: SubscriptionDocument,
    runId: string,
  ): Promise<RunDocument> {
    const { _id: previewOf, studyId, reportType, formats, schedule, incomplete } = subscription;
    const previousCut = previousCutOf(subscription);
    const { due, period } = runNowPlan(schedule, this.now());
    return {
      _id: runId,
      trigger: 'on-demand',
      ...{ studyId, reportType, formats, due, period, previewOf },
      ...(await this.templated(subscription)),
      timeZone: schedule.timeZone,
      ...defined({ incomplete, previousCut }),
      requestedBy: caller.userId,
      priority: 'normal',
      status: 'queued',
      outputs: [],
      createdAt: new Date(this.now()),
    };
  }

  /** As the next run would be made. */
  private async templated(
    subscription: SubscriptionDocument,
  ): Promise<Pick<RunDocument, 'template' | 'parameters'>> {
    const { templateId, studyId, parameters } = subscription;
    if (templateId === undefined) return { parameters };
    const template = await this.templates.use(templateId, new Date(this.now()));
    if (template === null || !isForStudy(template, studyId))
      throw new RoundsError('UNPROCESSABLE', `The template ${templateId} is not for this study any more.`);
    return { template: template._id, parameters: mergeTemplate(template, subscription).parameters };
  }
}
