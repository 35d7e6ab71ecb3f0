import { callback } from '@rounds/contracts/callback';
import { defined } from '@rounds/contracts/defined';
import { breach, issueOf, rule } from '@rounds/contracts/rules';
import { RUN_STATUSES, RUN_STEPS, type RunStep } from '@rounds/contracts/run';
import { templateReference } from '@rounds/contracts/template';
import { z } from 'zod';
import { failureAddress, OLDER_PRIORITY, priorityOf } from './older-words.ts';

const instant = z.iso.datetime();
const status = z.enum(RUN_STATUSES);

/** Callers of the queue sent fields that they had no value for as well. */
const NOTHING = z.union([z.literal(''), z.null()]);

const priority = z
  .union(
    [z.string().meta({ pattern: OLDER_PRIORITY }), z.int().min(0).max(999_999_999_999_999), z.null()],
    rule('not-a-priority'),
  )
  .default('normal')
  .transform((written, context) => {
    const found = priorityOf(written ?? '');
    if (found !== undefined) return found;
    context.addIssue(issueOf(breach('not-a-priority')));
    return z.NEVER;
  });

/** One address for both ends is two, as the queue had it. */
const olderCallback = z
  .union([callback.shape.url.transform((url) => ({ url })), callback])
  .transform((written) => {
    const { url, onFailure = failureAddress(url), ...rest } = written as z.infer<typeof callback>;
    return { url, ...defined({ onFailure }), ...rest };
  });

export const SubmitBody = z
  .strictObject({
    code: templateReference.describe('Name of a template.'),
    productId: z.string().min(1).describe('STUDYID of the study.'),
    priority: priority.describe(
      'high, normal, low; or a whole number, of which the smaller goes first; empty: normal.',
    ),
    callback: z
      .union([NOTHING.transform(() => undefined), olderCallback])
      .optional()
      .describe(
        'An address, or a `Callback`; empty: none. Failures go to `/pdf-failed` for `/pdf-complete`.',
      ),
  })
  .meta({ id: 'OlderSubmission' });
export type SubmitBody = z.infer<typeof SubmitBody>;

export const SubmitAnswer = z
  .object({
    job_id: z.string(),
    status,
    estimated_completion: instant.nullable().describe('Null where nothing was measured yet.'),
    position_in_queue: z.int().nullable().describe('1 is next.'),
  })
  .meta({ id: 'OlderSubmitted' });
export type SubmitAnswer = z.infer<typeof SubmitAnswer>;

export const OlderJobAnswer = z
  .object({
    job_id: z.string(),
    status,
    step: z.enum(Object.keys(RUN_STEPS) as [RunStep, ...RunStep[]]),
    progress: z.int().describe('Percent.'),
    code: z.string().nullable().describe('`name@version` of the template.'),
    product_id: z.string(),
    priority: z.enum(['high', 'normal', 'low']),
    position_in_queue: z.int().nullable(),
    estimated_completion: instant.nullable(),
    created_at: instant,
    started_at: instant.nullable(),
    completed_at: instant.nullable(),
    failed_at: instant.nullable(),
    error: z.string().nullable(),
    retry_count: z.int(),
    download_url: z.string().nullable().describe('Path; null until the report is made.'),
    google_drive_link: z.string().nullable().describe('The permanent link, as an absolute address.'),
  })
  .meta({ id: 'OlderJob' });
export type OlderJobAnswer = z.infer<typeof OlderJobAnswer>;
