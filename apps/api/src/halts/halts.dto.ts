import { z } from 'zod';
import { reason } from '../http/texts.ts';

const halt = z.object({
  scope: z.enum(['installation', 'study']),
  studyId: z.string().nullable().describe('Null: everything is halted.'),
  reason: z.string(),
  since: z.iso.datetime(),
});

/** What a job or a subscription shows of it. */
export const HeldBy = halt
  .nullable()
  .describe('The halt by operators for which it waits: nothing is made or mailed until it is lifted.');
export type HeldBy = z.infer<typeof HeldBy>;

export const HaltsAnswer = z
  .object({
    items: z
      .array(halt.extend({ by: z.string().describe('E-mail address of who halted.') }).meta({ id: 'Halt' }))
      .describe('What stands, the installation first.'),
  })
  .meta({ id: 'Halts' });
export type HaltsAnswer = z.infer<typeof HaltsAnswer>;

export const PutHaltBody = z
  .strictObject({
    halted: z.boolean().describe('`false` lifts it.'),
    studyId: z.string().min(1).optional().describe('Default: everything.'),
    reason: reason.describe(
      'Why. Everyone whose reports wait reads it, and it stands in the audit trail for good: name no patient.',
    ),
  })
  .meta({ id: 'PutHalt' });
export type PutHaltBody = z.infer<typeof PutHaltBody>;
