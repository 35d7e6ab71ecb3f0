import { ERROR_CODES, type ErrorCode } from '@rounds/contracts/errors';
import { breach, issueOf, rule } from '@rounds/contracts/rules';
import { RUN_STEPS, type RunStep } from '@rounds/contracts/run';
import { z } from 'zod';
import { exactlyOneOf } from '../openapi/alternatives.ts';
import { why } from '../platform/why.ts';

export const MOST_REDRIVEN = 500;

const instant = z.iso.datetime({ offset: true, error: rule('not-an-instant') });
const step = z.enum(Object.keys(RUN_STEPS) as [RunStep, ...RunStep[]]);

const period = {
  studyId: z.string().min(1).optional(),
  from: instant.optional().describe('Failed from then on, included.'),
  to: instant.optional().describe('Failed before then.'),
};

export const FailuresQuery = z.strictObject(period);
export type FailuresQuery = z.infer<typeof FailuresQuery>;

export const FailuresAnswer = z.object({
  items: z.array(
    z
      .object({
        cause: z.string().describe('Names the group, for `redrive`.'),
        code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
        step,
        dependency: z.string().nullable().describe('The server that did not answer.'),
        message: z.string().describe('Of the newest one, in English.'),
        why,
        count: z.int(),
        first: z.iso.datetime(),
        last: z.iso.datetime(),
        studies: z.array(z.object({ studyId: z.string(), count: z.int() })),
        examples: z.array(z.string()).describe('Ids of the newest jobs, 5 at most.'),
      })
      .meta({ id: 'FailureGroup' }),
  ),
});
export type FailuresAnswer = z.infer<typeof FailuresAnswer>;

export const RedriveBody = z
  .strictObject({
    cause: z.string().min(1).optional().describe('All that failed by it, oldest first.'),
    runIds: z.array(z.string().min(1)).min(1).max(MOST_REDRIVEN).optional().describe('Instead: these jobs.'),
    ...period,
    dryRun: z.boolean().default(true).describe('Only tell what would be done: say false to do it.'),
  })
  .superRefine(({ cause, runIds }, context) => {
    if ((cause === undefined) === (runIds === undefined))
      context.addIssue(issueOf(breach('either-or', { other: 'runIds' }), 'cause'));
  })
  .meta({ id: 'RedriveFailures', ...exactlyOneOf('cause', 'runIds') });
export type RedriveBody = z.infer<typeof RedriveBody>;

export const RedriveAnswer = z
  .object({
    dryRun: z.boolean(),
    redriven: z.int().describe('In a dry run: how many would be.'),
    more: z.boolean().describe(`Whether more than ${MOST_REDRIVEN} failed by this cause: ask again.`),
    items: z.array(
      z.object({
        jobId: z.string(),
        studyId: z.string().nullable(),
        step: step.nullable().describe('From which it goes on.'),
        redriven: z.boolean(),
        reason: z.string().nullable().describe('Why not.'),
      }),
    ),
  })
  .meta({ id: 'RedrivenFailures' });
export type RedriveAnswer = z.infer<typeof RedriveAnswer>;
