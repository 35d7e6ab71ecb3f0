import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/queries.ts';
import type { Study } from '../../model/study.ts';

/** Also where the reader looks after it without being a member. Undefined until it is there, or where there is none. */
export const useStudy = (studyId: string): Study | undefined =>
  useQuery(ask('/api/v1/studies')).data?.items.find(({ id }) => id === studyId);
