import { Inject, Injectable } from '@nestjs/common';
import {
  createTemplatesRepository,
  type TemplatesRepository,
} from '@rounds/adapters/mongo/templates.repository';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import type { Format } from '@rounds/contracts/formats';
import { parseInput } from '@rounds/contracts/input';
import { broken } from '@rounds/contracts/rules';
import {
  isForStudy,
  mergeTemplate,
  parseTemplateReference,
  type TemplateDocument,
} from '@rounds/contracts/template';
import { REPORT_TYPES, reportTypeId, type ReportTypeId } from '@rounds/report-types/catalogue';
import { CLOCK, type Clock } from '../platform/tokens.ts';

/** What a caller asks for: by a report type, by a template, or by both where they agree. */
export interface TemplatedRequest {
  readonly studyId: string;
  readonly reportType?: ReportTypeId | undefined;
  readonly templateId?: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly formats?: readonly Format[] | undefined;
}

export interface ResolvedRequest {
  readonly reportType: ReportTypeId;
  /** The template's under the request's own; not yet checked by the report type's schema. */
  readonly parameters: Record<string, unknown>;
  readonly formats: readonly Format[];
  /** Undefined without a template. */
  readonly template?: TemplateDocument;
}

/** Of a subscription's record. */
export type SubscribedContent = Pick<
  SubscriptionDocument,
  'reportType' | 'formats' | 'parameters' | 'templateId'
>;

/** Puts a template under what a caller asks for. */
@Injectable()
export class TemplateUse {
  constructor(
    @Inject(createTemplatesRepository) private readonly templates: TemplatesRepository,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * @throws RoundsError NOT_FOUND (no such template for the study), INVALID_INPUT (neither report type nor
   * template, or two that do not agree), CONFLICT (retired)
   */
  async resolve(request: TemplatedRequest): Promise<ResolvedRequest> {
    if (request.templateId === undefined) return withoutTemplate(request);
    const template = await this.templates.find(request.templateId);
    return resolved(request, template);
  }

  /**
   * What a subscription keeps: its own parameters, beside the template that they come over at each run.
   *
   * @throws RoundsError as `resolve`, INVALID_INPUT for parameters that are not the report type's
   */
  async subscribe(request: TemplatedRequest): Promise<SubscribedContent> {
    const { reportType, formats, parameters, template } = await this.resolve(request);
    const checked = parseInput(REPORT_TYPES[reportType].parameters, parameters, 'body', 'parameters');
    if (template === undefined || request.templateId === undefined)
      return { reportType, formats, parameters: checked };
    // Who stays with one version counts on it: it never changes from now on.
    const pinned = parseTemplateReference(request.templateId).version !== undefined;
    if (pinned && !(await this.freeze(template))) return this.subscribe(request);
    return { reportType, formats, parameters: request.parameters, templateId: request.templateId };
  }

  /** What a change of the two makes of a subscription; `templateId: null` takes the template away. Throws as `subscribe`. */
  async changed(
    subscription: SubscriptionDocument,
    change: {
      readonly parameters?: Readonly<Record<string, unknown>> | undefined;
      readonly templateId?: string | null | undefined;
    },
  ): Promise<{ parameters?: Readonly<Record<string, unknown>>; templateId?: string | null }> {
    const { templateId = subscription.templateId, parameters = subscription.parameters } = change;
    if (change.templateId === undefined && change.parameters === undefined) return {};
    const subscribed = await this.subscribe({
      studyId: subscription.studyId,
      reportType: reportTypeId.parse(subscription.reportType),
      templateId: templateId ?? undefined,
      parameters,
    });
    return { parameters: subscribed.parameters, templateId: subscribed.templateId ?? null };
  }

  /**
   * Just before a run is recorded: from now on the version never changes.
   *
   * @returns false when it was changed since it was resolved: resolve it again
   */
  async freeze(template: TemplateDocument | undefined): Promise<boolean> {
    if (template === undefined || template.usedAt !== undefined) return true;
    return (await this.templates.markUsed(template, new Date(this.now()))) !== null;
  }
}

const withoutTemplate = ({
  reportType,
  parameters,
  formats = ['pdf'],
}: TemplatedRequest): ResolvedRequest => {
  if (reportType === undefined)
    throw invalidInput('body', [broken('reportType', 'either-or', { other: 'templateId' })]);
  return { reportType, parameters: { ...parameters }, formats };
};

const resolved = (request: TemplatedRequest, template: TemplateDocument | null): ResolvedRequest => {
  if (template === null || !isForStudy(template, request.studyId))
    throw new RoundsError('NOT_FOUND', 'There is no such template for this study.', {
      fields: [broken('templateId', 'no-such-template')],
    });
  if (template.retiredAt !== undefined)
    throw new RoundsError('CONFLICT', `The template ${template._id} is retired: choose another one.`, {
      fields: [broken('templateId', 'template-retired')],
    });
  if (request.reportType !== undefined && request.reportType !== template.reportType)
    throw invalidInput('body', [
      broken('reportType', 'other-report-type', { reportType: template.reportType }),
    ]);
  return {
    reportType: reportTypeId.parse(template.reportType),
    ...mergeTemplate(template, request),
    template,
  };
};
