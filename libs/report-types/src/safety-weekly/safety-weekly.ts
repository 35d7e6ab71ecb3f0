import { z } from 'zod';
import type { ReportType } from '../report-type.ts';

/** AESEV, the mildest first. */
export const SEVERITIES = ['MILD', 'MODERATE', 'SEVERE'] as const;

export const safetyWeekly = {
  id: 'safety-weekly',
  version: 2,
  title: 'safety-weekly.title',
  description: 'safety-weekly.description',
  names: {
    daily: 'safety-weekly.name.daily',
    weekly: 'safety-weekly.name.weekly',
    monthly: 'safety-weekly.name.monthly',
    other: 'safety-weekly.name.other',
  },
  parameters: z.strictObject({
    minimumSeverity: z
      .enum(SEVERITIES)
      .default('SEVERE')
      .describe('The mildest AESEV that counts as severe. Serious events are in the report whatever theirs.'),
    narratives: z
      .boolean()
      .default(true)
      .describe(
        'Whether the texts received in the period about the subjects of the report are typeset in it.',
      ),
  }),
  sections: [
    { id: 'events', title: 'safety-weekly.serious-and-severe-events' },
    { id: 'deaths', title: 'deaths' },
    { id: 'liver', title: 'safety-weekly.liver-signals-and-hys-law' },
    { id: 'terms', title: 'safety-weekly.by-class-and-term' },
    { id: 'narratives', title: 'safety-weekly.narratives' },
    { id: 'changes', title: 'changes' },
    { id: 'data-quality', title: 'data-quality', always: true },
    { id: 'appendix', title: 'appendix-title', always: true },
  ],
} as const satisfies ReportType;

export type SafetyParameters = z.infer<typeof safetyWeekly.parameters>;
