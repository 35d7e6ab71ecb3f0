import { callback } from '@rounds/contracts/callback';
import { RUN_STATUSES } from '@rounds/contracts/run';
import { WEBHOOK_STATES } from '@rounds/contracts/webhook';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.dto.ts';

const instant = z.iso.datetime();

export const ShownSecret = z
  .object({
    id: z.string(),
    createdAt: instant,
    signsUntil: instant
      .nullable()
      .describe('Set once it was rotated: until then it signs beside its successor.'),
  })
  .meta({ id: 'WebhookSecret' });
export type ShownSecret = z.infer<typeof ShownSecret>;

export const NewSecret = ShownSecret.extend({
  secret: z
    .string()
    .optional()
    .describe('`whsec_…`: shown now and never again, so not where the same Idempotency-Key asks once more.'),
}).meta({ id: 'NewWebhookSecret' });
export type NewSecret = z.infer<typeof NewSecret>;

export const secretsPage = pageOf(ShownSecret);

const payload = z
  .object({
    jobId: z.string(),
    status: z.enum(RUN_STATUSES),
    link: z.string().optional().describe('Of the result; it asks for a token and checks rights.'),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
    completedAt: instant.optional(),
    failedAt: instant.optional(),
    retryCount: z.int().describe('Redrives of the run before this end.'),
    test: z.literal(true).optional().describe('Of a test call: there is no such job.'),
  })
  .meta({ id: 'WebhookPayload' });

export const WebhookTestBody = callback.pick({ url: true, secret: true }).meta({ id: 'WebhookTestBody' });
export type WebhookTestBody = z.infer<typeof WebhookTestBody>;

export const WebhookTestAnswer = z
  .object({
    id: z.string().describe('The `webhook-id` that the receiver saw.'),
    taken: z.boolean().describe('Whether the receiver answered with 2xx.'),
    statusCode: z.int().nullable().describe('Null when no answer came.'),
    duration: z.int().describe('Milliseconds.'),
    error: z.string().nullable(),
    signatures: z.int().describe('How many secrets signed it; 0: it bore no signature.'),
  })
  .meta({ id: 'WebhookTest' });
export type WebhookTestAnswer = z.infer<typeof WebhookTestAnswer>;

const attempt = z.object({
  replay: z.int().describe('0: of the first sending.'),
  at: instant,
  statusCode: z.int().nullable().describe('Null when no answer came.'),
  duration: z.int().describe('Milliseconds.'),
  error: z.string().nullable(),
});

export const WebhookDeliveryAnswer = z
  .object({
    id: z.string().describe('The `webhook-id` that the receiver sees.'),
    jobId: z.string(),
    studyId: z.string(),
    url: z.string(),
    state: z.enum(WEBHOOK_STATES),
    payload,
    replays: z.int(),
    attempts: z.array(attempt).describe('Oldest first.'),
    createdAt: instant,
    deliveredAt: instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDeliveryAnswer = z.infer<typeof WebhookDeliveryAnswer>;

export const webhookDeliveriesPage = pageOf(WebhookDeliveryAnswer);

export const WebhookDeliveriesQueryDto = z.strictObject({
  ...pageQuery,
  jobId: z.string().min(1).optional(),
  state: z.enum(WEBHOOK_STATES).optional(),
});
export type WebhookDeliveriesQueryDto = z.infer<typeof WebhookDeliveriesQueryDto>;
