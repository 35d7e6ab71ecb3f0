import { localDate, localDateTime } from '@rounds/contracts/period';
import { z } from 'zod';
import { SubscriptionAnswer } from './subscriptions.dto.ts';

export const SkipNextBody = z
  .strictObject({ due: localDate.optional().describe('Skips the run due that day instead of the next.') })
  .meta({ id: 'SkipNext' });
export type SkipNextBody = z.infer<typeof SkipNextBody>;

export const SkipNextAnswer = SubscriptionAnswer.extend({
  skipped: localDate.describe('Due day of the run that is skipped.'),
}).meta({ id: 'SkippedRun' });
export type SkipNextAnswer = z.infer<typeof SkipNextAnswer>;

export const SnoozeBody = z
  .strictObject({
    until: localDate.nullable().describe('Runs due before this day are left out. Null ends the snooze.'),
  })
  .meta({ id: 'Snooze' });
export type SnoozeBody = z.infer<typeof SnoozeBody>;

export const MoveRunBody = z
  .strictObject({
    from: localDate.describe('Day on which the schedule has the run.'),
    to: localDateTime.describe('On the clock of the schedule’s zone. The run keeps its period.'),
  })
  .meta({ id: 'MoveRun' });
export type MoveRunBody = z.infer<typeof MoveRunBody>;
