import { ask } from '../../api/queries.ts';
import { MOST } from './asked-ahead.ts';

export const MY_REPORTS = ask('/api/v1/me/reports', { params: { query: { limit: MOST } } });
export const OWN_SUBSCRIPTIONS = ask('/api/v1/subscriptions', { params: { query: { limit: MOST } } });
