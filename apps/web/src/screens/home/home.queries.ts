import { ask } from '../../api/queries.ts';

/** Nobody has so many that a second page would be worth its button. */
const MOST = 100;

export const MY_REPORTS = ask('/api/v1/me/reports', { params: { query: { limit: MOST } } });
export const OWN_SUBSCRIPTIONS = ask('/api/v1/subscriptions', { params: { query: { limit: MOST } } });
