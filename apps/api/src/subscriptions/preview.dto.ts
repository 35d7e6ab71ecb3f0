import { format } from '@rounds/contracts/formats';
import { RUN_STATUSES } from '@rounds/contracts/run';
import { scope } from '@rounds/contracts/scope';
import { why } from '../platform/why.ts';
import { z } from 'zod';
import { recipients } from './subscriptions.dto.ts';

const recipient = z.object({
  recipient: z.string().describe('E-mail address.'),
  eligible: z.boolean().describe('Whether they would get the report.'),
  reason: z.string().nullable().describe('Why not; in English.'),
  why,
  scope: scope
    .nullable()
    .describe(
      'What theirs would show: which sites, and whether treatment arms. Null for who gets nothing, and where the caller may not know.',
    ),
});
export type PreviewRecipient = z.infer<typeof recipient>;

export const PreviewRecipientsBody = z
  .strictObject({ recipients: recipients.describe('E-mail addresses.') })
  .meta({ id: 'PreviewRecipients' });
export type PreviewRecipientsBody = z.infer<typeof PreviewRecipientsBody>;

export const RecipientsPreview = z
  .object({ items: z.array(recipient).describe('In the order asked, each once.') })
  .meta({ id: 'RecipientsPreview' });
export type RecipientsPreview = z.infer<typeof RecipientsPreview>;

export const PreviewAnswer = z
  .object({
    jobId: z.string(),
    status: z.enum(RUN_STATUSES),
    note: z.string().optional().describe('Says so when the start has to wait.'),
    recipients: z
      .array(recipient.extend({ formats: z.array(format) }))
      .describe('Who would get what, as rights are now. Nobody is mailed.'),
  })
  .meta({ id: 'Preview' });
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;
