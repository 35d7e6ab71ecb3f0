import { z } from 'zod';
import { callback } from '@rounds/contracts/callback';
import { rule } from '@rounds/contracts/rules';
import { oneAtLeastOf } from '../openapi/alternatives.ts';
import { incompletePolicy, JobAnswer } from '../jobs/jobs.dto.ts';
import { templateReference } from '@rounds/contracts/template';
import { reportTypeId } from '@rounds/report-types/catalogue';
import { distinctFormats } from '../report-types/report-types.ts';

export const GenerateBody = z
  .strictObject({
    studyId: z.string().min(1).describe('STUDYID.'),
    reportType: reportTypeId.optional().describe('May be left out where a template says it.'),
    templateId: templateReference
      .optional()
      .describe('`name` takes the newest version, `name@2` the second.'),
    parameters: z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        'As the report type’s schema says, over those of the template; `asOf` makes it as it would have been due that day.',
      ),
    formats: distinctFormats.optional().describe('Default: the template’s, else a PDF.'),
    priority: z.enum(['high', 'normal', 'low']).default('normal'),
    scheduledFor: z.iso
      .datetime({ offset: true, error: rule('not-an-instant') })
      .optional()
      .describe('Begin then and not before: a year ahead at most. Its day is the default of `asOf`.'),
    incomplete: incompletePolicy.default('quarantine'),
    callback: callback.optional().describe('Who is told when it has ended.'),
  })
  .meta({ id: 'GenerateReport', ...oneAtLeastOf('reportType', 'templateId') });
export type GenerateBody = z.infer<typeof GenerateBody>;

export const AcceptedAnswer = z
  .object({
    jobId: z.string(),
    status: JobAnswer.shape.status,
    position: JobAnswer.shape.position,
    estimatedCompletion: JobAnswer.shape.estimatedCompletion,
    scheduledFor: JobAnswer.shape.scheduledFor.optional(),
    note: z.string().optional().describe('Says so when the start has to wait.'),
  })
  .meta({ id: 'AcceptedJob' });
export type AcceptedAnswer = z.infer<typeof AcceptedAnswer>;
