import type { FetchInput } from '@rounds/contracts/activities';
import { CUT_DATASETS, DATED_DOMAINS, type CutDataset } from '@rounds/contracts/cut';
import { AGGREGATORS } from '@rounds/report-types/aggregators';
import { reportTypeOf } from '@rounds/report-types/catalogue';

/** In one order, whatever that of the report type. @throws RoundsError INVALID_INPUT for a type that is none */
export const datasetsOf = ({ reportType }: Pick<FetchInput, 'reportType'>): readonly CutDataset[] => {
  if (reportType === undefined) return DATED_DOMAINS;
  const { domains } = AGGREGATORS[reportTypeOf(reportType)];
  return CUT_DATASETS.filter((name) => domains.includes(name));
};
