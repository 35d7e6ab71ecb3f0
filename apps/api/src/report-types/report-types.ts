/** What the API adds to the catalogue: the parameters of reports on demand, and which formats may be asked for. */
import { format } from '@rounds/contracts/formats';
import { localDate } from '@rounds/contracts/period';
import { timeZone } from '@rounds/contracts/schedule';
import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';
import { z } from 'zod';
import { distinct } from '../http/texts.ts';

/** What a subscription's schedule decides is a parameter of a report on demand. */
const onDemand = {
  asOf: localDate.optional().describe('Make it as it would have been due on this local day. Default: today.'),
  timeZone: timeZone.default('UTC').describe('Zone of the local days.'),
};

export const onDemandParameters = (type: ReportTypeId) => REPORT_TYPES[type].parameters.extend(onDemand);

export const ON_DEMAND_ONLY = Object.keys(onDemand);

export const distinctFormats = distinct(z.array(format).min(1));
