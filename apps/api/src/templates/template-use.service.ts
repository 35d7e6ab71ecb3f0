import { Inject, Injectable } from '@nestjs/common';
import {
  createTemplatesRepository,
  type TemplatesRepository,
} from '@rounds/adapters/mongo/templates.repository';
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import type { Format } from '@rounds/contracts/formats';
import { covers, mergeTemplate, type TemplateDocument } from '@rounds/contracts/template';
import { reportTypeId, type ReportTypeId } from '@rounds/report-types/catalogue';
import { CLOCK, type Clock } from '../platform/tokens.ts';

/** What a caller asks for: by a report type, by a template, or by both where they agree. */
export interface TemplatedWish {
  readonly studyId: string;
  readonly reportType?: ReportTypeId | undefined;
  readonly templateId?: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly formats?: readonly Format[] | undefined;
}

export interface ResolvedWish {
  readonly reportType: ReportTypeId;
  /** The template's under the request's own; not yet checked by the report type's schema. */
  readonly parameters: Record<string, unknown>;
  readonly formats: readonly Format[];
  /** Undefined without a template. */
  readonly template?: TemplateDocument;
}

/** Puts a template under a wish. */
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
  async resolve(wish: TemplatedWish): Promise<ResolvedWish> {
    if (wish.templateId === undefined) return withoutTemplate(wish);
    const template = await this.templates.find(wish.templateId);
    return resolved(wish, template);
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

const withoutTemplate = ({ reportType, parameters, formats = ['pdf'] }: TemplatedWish): ResolvedWish => {
  if (reportType === undefined)
    throw invalidInput('body', [{ path: ['reportType'], message: 'must be named, or a templateId' }]);
  return { reportType, parameters: { ...parameters }, formats };
};

const resolved = (wish: TemplatedWish, template: TemplateDocument | null): ResolvedWish => {
  if (template === null || !covers(template, wish.studyId))
    throw new RoundsError('NOT_FOUND', 'There is no such template for this study.', {
      fields: [{ field: 'templateId', rule: 'must be a template for this study' }],
    });
  if (template.retiredAt !== undefined)
    throw new RoundsError('CONFLICT', `The template ${template._id} is retired: choose another one.`, {
      fields: [{ field: 'templateId', rule: 'must not be retired' }],
    });
  if (wish.reportType !== undefined && wish.reportType !== template.reportType)
    throw invalidInput('body', [
      { path: ['reportType'], message: `must be the template’s, ${template.reportType}, or left out` },
    ]);
  return { reportType: reportTypeId.parse(template.reportType), ...mergeTemplate(template, wish), template };
};
