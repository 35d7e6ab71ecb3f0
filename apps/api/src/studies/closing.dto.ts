import { localDate } from '@rounds/contracts/period';
import { z } from 'zod';

export const closeStudyBody = z
  .strictObject({
    at: localDate.optional().describe('Last local day on which reports are due. Default: today.'),
  })
  .meta({ id: 'CloseStudy' });

export const ClosingAnswer = z
  .object({
    studyId: z.string(),
    closedAt: localDate.nullable(),
    subscriptions: z.int().describe('How many subscriptions are told.'),
  })
  .meta({ id: 'StudyClosing' });
export type ClosingAnswer = z.infer<typeof ClosingAnswer>;
