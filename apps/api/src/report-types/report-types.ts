/** The catalogue: each report type with the schema of its parameters. */
import { format } from '@rounds/contracts/formats';
import { localDate } from '@rounds/contracts/period';
import { timeZone } from '@rounds/contracts/schedule';
import { z } from 'zod';

export interface ReportType {
  readonly id: ReportTypeId;
  readonly title: string;
  readonly description: string;
  /** Of every report of the type. */
  readonly parameters: z.ZodObject;
}

export const reportTypeId = z.enum(['study-weekly'], 'must be one of the report types: study-weekly');
export type ReportTypeId = z.infer<typeof reportTypeId>;

export const REPORT_TYPES = {
  'study-weekly': {
    id: 'study-weekly',
    title: 'Weekly study report',
    description:
      'Enrolment, visits, adverse events, laboratory and vital signs of the seven days before, and to date.',
    parameters: z.strictObject({}),
  },
} as const satisfies Record<ReportTypeId, ReportType>;

/** What a subscription's schedule decides, a report on demand is told. */
const onDemand = {
  asOf: localDate.optional().describe('Make it as it would have been due on this local day. Default: today.'),
  timeZone: timeZone.default('UTC').describe('Zone of the local days.'),
};

const onDemandSchemas = { 'study-weekly': REPORT_TYPES['study-weekly'].parameters.extend(onDemand) };

export const onDemandParameters = (type: ReportTypeId) => onDemandSchemas[type];

export const ON_DEMAND_ONLY = Object.keys(onDemand);

export const distinctFormats = z
  .array(format)
  .min(1, 'must name one format at least')
  .refine((formats) => new Set(formats).size === formats.length, 'must name each format once');
