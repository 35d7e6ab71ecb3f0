/** Every refusal of the API in one shape: RFC 9457 `application/problem+json`. */
import { ERROR_CODES, type ErrorCode, type RoundsError } from '@rounds/contracts/errors';
import { RULES, type BrokenRule, type RuleCode } from '@rounds/contracts/rules';
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.array(z.string())]);

const brokenRule = z.object({
  field: z.string().describe('A path like `schedule.timeZone`.'),
  code: z.enum(Object.keys(RULES) as [RuleCode, ...RuleCode[]]).describe(
    `The rule that it breaks; stable, for programs.\n\n${Object.entries(RULES)
      .map(([code, words]) => `- \`${code}\`: ${words}`)
      .join('\n')}`,
  ),
  values: z
    .record(z.string(), value)
    .optional()
    .describe('What the rule is about, by the names in its words; absent where these name none.'),
  rule: z.string().describe('The same in English, for people.'),
});

export const problem = z
  .object({
    type: z.string().describe('A URN that names the kind of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong and what to do, for people.'),
    code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]).describe('Stable, for programs.'),
    errors: z.array(brokenRule).describe('One entry for each invalid field.'),
    requestId: z.string().describe('Names this request in the logs.'),
  })
  .meta({ id: 'Problem' });
export type Problem = Omit<z.infer<typeof problem>, 'errors'> & { readonly errors: readonly BrokenRule[] };

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** `STUDY_NOT_FOUND` → `Study not found` */
const titleOf = (code: ErrorCode): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The cause of a fault of the server stays in the logs. */
const detailOf = (error: RoundsError): string =>
  error.status === 500 ? 'Something went wrong here. The request id finds it in the logs.' : error.message;

export const toProblem = (error: RoundsError, requestId: string): Problem => ({
  type: `urn:rounds:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
  title: titleOf(error.code),
  status: error.status,
  detail: detailOf(error),
  code: error.code,
  errors: error.status === 500 ? [] : error.fields,
  requestId,
});
