import { useEffect } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ImportDetails } from '../overview/deliveries.ts';
import { importWithRefusals } from './imports.queries.ts';
import type { Refusal } from './refusals.ts';

/** Of more, whoever wants them asks for the next ones: each hundred is a request. */
const READ_AT_ONCE = 5_000;

/** The import, and all of its refused rows: filters and files are of all, so they are read to the end. */
export const useRefusals = (studyId: string, importId: string) => {
  const query = useInfiniteQuery(importWithRefusals(studyId, importId));
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const rows: Refusal[] = (data?.pages ?? []).flatMap(({ refusals }) => refusals?.items ?? []);
  const goesOn = hasNextPage && !isError && rows.length < READ_AT_ONCE;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  const details: ImportDetails | undefined = data?.pages[0];
  return { query, details, rows, isReading: goesOn, readMore: hasNextPage ? fetchNextPage : undefined };
};
