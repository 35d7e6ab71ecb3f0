import { z } from 'zod';
import type { ReportType } from '../report-type.ts';

/** AESEV, the mildest first. */
export const SEVERITIES = ['MILD', 'MODERATE', 'SEVERE'] as const;

export const safetyWeekly = {
  id: 'safety-weekly',
  version: 2,
  title: 'Weekly safety report',
  noun: 'safety report',
  description:
    'Serious and severe adverse events, deaths, liver signals and Hy’s law candidates, with their narratives.',
  parameters: z.strictObject({
    minimumSeverity: z
      .enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`)
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
    { id: 'events', title: 'Serious and severe events' },
    { id: 'deaths', title: 'Deaths' },
    { id: 'liver', title: 'Liver signals and Hy’s law' },
    { id: 'terms', title: 'By system organ class and term' },
    { id: 'narratives', title: 'Narratives' },
    { id: 'changes', title: 'Changes' },
    { id: 'data-quality', title: 'Data quality', always: true },
    { id: 'appendix', title: 'Appendix: figures by week and manifest', always: true },
  ],
} as const satisfies ReportType;

export type SafetyParameters = z.infer<typeof safetyWeekly.parameters>;
