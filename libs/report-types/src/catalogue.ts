/** Every report type, by its id. It pulls in nothing but schemas: what makes the reports stands in aggregators.ts and models.ts. */
import { invalidInput } from '@rounds/contracts/errors';
import { z } from 'zod';
import { REPORT_TYPES } from './types.generated.ts';

export { REPORT_TYPES };

export type ReportTypeId = keyof typeof REPORT_TYPES;

const ids = Object.keys(REPORT_TYPES) as ReportTypeId[];

export const reportTypeId = z.enum(ids, `must be one of the report types: ${ids.join(', ')}`);

/** @throws RoundsError INVALID_INPUT for a name that is no report type's */
export const reportTypeOf = (name: string): ReportTypeId => {
  const parsed = reportTypeId.safeParse(name);
  if (parsed.success) return parsed.data;
  throw invalidInput('reportType', parsed.error.issues);
};
