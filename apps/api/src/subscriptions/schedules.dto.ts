import { holidays } from '@rounds/contracts/holidays';
import { localDate, period } from '@rounds/contracts/period';
import { schedule } from '@rounds/contracts/schedule';
import { z } from 'zod';
import { exception, scheduleWarning, until } from './subscriptions.dto.ts';

export const PreviewScheduleBody = z
  .strictObject({
    schedule,
    until: until.optional(),
    holidays: holidays.optional(),
    count: z.int().min(1).max(20).default(5).describe('How many runs are shown.'),
  })
  .meta({ id: 'PreviewSchedule' });
export type PreviewScheduleBody = z.infer<typeof PreviewScheduleBody>;

export const SchedulePreview = z
  .object({
    runs: z.array(
      z.object({
        due: localDate.describe('Day on which the schedule has the run.'),
        at: z.iso.datetime({ offset: true }).describe('When it is made, on the schedule’s clock.'),
        period: period.describe('What it covers.'),
      }),
    ),
    exceptions: z.array(exception).describe('Runs that holidays move or leave out, among those shown.'),
    warnings: z.array(scheduleWarning),
  })
  .meta({ id: 'SchedulePreview' });
export type SchedulePreview = z.infer<typeof SchedulePreview>;
