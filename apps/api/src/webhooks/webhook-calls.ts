/** The calls that Rounds makes, for the OpenAPI document: what a receiver gets, and what its answers mean. */
import { FAILURES, SUCCESSES } from '@rounds/contracts/webhook';
import { z } from 'zod';
import { toJsonSchema } from '../openapi/json-schema.ts';

const instant = z.iso.datetime();
const test = z.literal(true).optional().describe('Of a test call: there is no such job.');
const retryCount = z.int().describe('Redrives of the run before this end.');
const link = z.string().optional().describe('Of the result; it asks for a token and checks rights.');

const reportMade = z
  .object({
    ...{ jobId: z.string(), status: z.enum(SUCCESSES) },
    ...{ link, completedAt: instant, retryCount, test },
  })
  .meta({ id: 'ReportMade' });

const reportFailed = z
  .object({
    ...{ jobId: z.string(), status: z.enum(FAILURES) },
    error: z.object({ code: z.string(), message: z.string() }),
    ...{ failedAt: instant, retryCount },
  })
  .meta({ id: 'ReportFailed' });

const pdfComplete = z
  .object({
    ...{ job_id: z.string(), status: z.enum(SUCCESSES) },
    ...{ link, google_drive_link: link, completed_at: instant, retry_count: retryCount },
  })
  .meta({ id: 'PdfComplete' });

const pdfFailed = z
  .object({
    ...{ job_id: z.string(), status: z.enum(FAILURES) },
    ...{ error: z.string(), failed_at: instant, retry_count: retryCount },
  })
  .meta({ id: 'PdfFailed' });

const CALLS = {
  reportMade: ['The run succeeded: to `onSuccess`, else `url`; also what a test call sends', reportMade],
  reportFailed: ['The run failed, was cancelled or held back: to `onFailure`, else `url`', reportFailed],
  pdfComplete: ['The run of a caller of the older PDF queue succeeded', pdfComplete],
  pdfFailed: ['The run of a caller of the older PDF queue did not succeed', pdfFailed],
} as const;

const header = (name: string, description: string, required = true) => ({
  ...{ name, in: 'header', description, required },
  schema: { type: 'string' },
});

const HEADERS = [
  header('webhook-id', 'Names the call: the same at every attempt, so that it can be taken once.'),
  header('webhook-timestamp', 'Seconds since 1970, of this attempt.'),
  header(
    'webhook-signature',
    'Standard Webhooks: `v1,` and the base64 of the HMAC-SHA256 of `<id>.<timestamp>.<body>`, one for each secret that signs now, separated by spaces. Absent for a caller without secrets.',
    false,
  ),
];

const RESPONSES = {
  '2XX': { description: 'Taken. Answer within 30 seconds.' },
  '410': { description: 'Gone: it is not sent again.' },
  default: { description: 'Everything else is tried again for a day; a redirect is not followed.' },
};

const describe = (operationId: string, summary: string, schema: object) => ({
  post: {
    ...{ operationId, summary, tags: ['webhooks'], security: [], parameters: HEADERS },
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: RESPONSES,
  },
});

/** The document's `webhooks`, and the schemas that they refer to. */
export const describeWebhooks = (): { webhooks: object; components: object } => {
  const calls = Object.entries(CALLS).map(([name, [summary, body]]) => {
    // Each is one named schema.
    const { components } = toJsonSchema(body, 'output');
    const schema = { $ref: `#/components/schemas/${Object.keys(components).join()}` };
    return { webhook: [name, describe(name, summary, schema)] as const, components };
  });
  return {
    webhooks: Object.fromEntries(calls.map(({ webhook }) => webhook)),
    components: Object.assign({}, ...calls.map(({ components }) => components)) as object,
  };
};
