import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ImportDetails } from '../overview/deliveries.ts';
import { useStudy } from '../use-study.ts';
import { importWithRefusals } from './imports.queries.ts';
import type { Filters, Refusal } from './refusals.ts';

const route = getRouteApi('/inside/studies/$studyId/imports/$importId');

/** Those of the address; a rule that somebody sent on says nothing to who is blinded, and the API would refuse it. */
const useFilters = (studyId: string): Filters => {
  const { rule, ...filters } = route.useSearch();
  const maySeeRules = useStudy(studyId)?.unblinded === true;
  return { ...filters, ...(maySeeRules && rule !== undefined && { rule }) };
};

/** The import, with its refused rows that the filters of the address leave. Others stay in sight until they come. */
export const useRefusals = () => {
  const { studyId, importId } = route.useParams();
  const filters = useFilters(studyId);
  const query = useInfiniteQuery({
    ...importWithRefusals(studyId, importId, filters),
    placeholderData: (before) => (before?.pages[0]?.id === importId ? before : undefined),
  });
  const details: ImportDetails | undefined = query.data?.pages[0];
  const rows: Refusal[] = (query.data?.pages ?? []).flatMap(({ refusals }) => refusals?.items ?? []);
  return { query, filters, details, rows };
};
export type Refusals = ReturnType<typeof useRefusals>;
