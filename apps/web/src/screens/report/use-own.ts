import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/queries.ts';
import type { Job } from './report.queries.ts';

/** Whether the reader may steer the report: who asked for it, or owns the subscription by which it comes. */
export const useIsOwn = ({ subscriptionId }: Pick<Job, 'subscriptionId'>): boolean => {
  const { data: me } = useQuery(ask('/api/v1/me'));
  const { data: own } = useQuery({
    ...ask('/api/v1/subscriptions', { params: { query: { limit: 100 } } }),
    enabled: subscriptionId !== null,
  });
  if (me === undefined) return false;
  if (me.roles.includes('operator')) return true;
  if (subscriptionId === null) return !me.roles.includes('auditor');
  return own?.items.some(({ id, owner }) => id === subscriptionId && owner === me.email) === true;
};
