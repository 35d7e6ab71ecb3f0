import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';
import { emailAddress } from '../http/email.ts';

export const ReassignBody = z
  .strictObject({
    from: emailAddress.describe('Whose subscriptions.'),
    to: emailAddress.describe('Who is to own them: a member of each study.'),
    studyId: z.string().min(1).optional().describe('Only those of this study.'),
    dryRun: z.boolean().default(true).describe('Only tell what would be done: say false to do it.'),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    error: rule('same-person'),
  })
  .meta({ id: 'ReassignSubscriptions' });
export type ReassignBody = z.infer<typeof ReassignBody>;

export const ReassignAnswer = z
  .object({
    dryRun: z.boolean(),
    reassigned: z.int().describe('In a dry run: how many would be.'),
    items: z
      .array(
        z.object({
          subscriptionId: z.string(),
          studyId: z.string(),
          reassigned: z.boolean(),
          reason: z.string().nullable().describe('Why not.'),
        }),
      )
      .describe('Every subscription of theirs that is not over.'),
  })
  .meta({ id: 'ReassignedSubscriptions' });
export type ReassignAnswer = z.infer<typeof ReassignAnswer>;
