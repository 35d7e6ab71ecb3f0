/** Every report type, by its id. It pulls in nothing but schemas: what makes the reports stands in aggregators.ts and models.ts. */
import { parseInput } from '@rounds/contracts/input';
import { rule } from '@rounds/contracts/rules';
import { z } from 'zod';
import { REPORT_TYPES } from './types.generated.ts';

export { REPORT_TYPES };

export type ReportTypeId = keyof typeof REPORT_TYPES;

const ids = Object.keys(REPORT_TYPES) as ReportTypeId[];

export const reportTypeId = z.enum(ids, rule('unknown-report-type'));

/** @throws RoundsError INVALID_INPUT for a name that is no report type's */
export const reportTypeOf = (name: string): ReportTypeId => parseInput(reportTypeId, name, 'reportType');
