/** A study with members who subscribe over HTTP, for the tests of subscriptions. */
import { systemClock } from '@rounds/adapters/clock';
import { subscriptionWorkflowId } from '@rounds/contracts/ids';
import type { SubscriptionView } from '@rounds/contracts/messages';
import { openApiBed, type ApiBed, type Json } from './api-bed.ts';

export const ANNA = 'anna@example.org';
export const BEN = 'ben@example.org';

export const BODY = {
  studyId: 'S1',
  reportType: 'study-weekly',
  schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
  formats: ['pdf', 'xlsx'],
};

export const daysFromNow = (days: number): string =>
  new Date(systemClock().getTime() + days * 86_400_000).toISOString().slice(0, 10);

export const openSubscriptionsBed = async (prefix: string): Promise<ApiBed> => {
  const bed = await openApiBed(prefix);
  await bed.addStudy('S1');
  await bed.addStudy('S2');
  await bed.grant(ANNA, 'S1');
  await bed.grant(BEN, 'S1', { sites: ['701'] });
  await bed.grant('other@example.org', 'S2');
  return bed;
};

/** All as Anna. */
export const callsOf = (bed: () => ApiBed) => {
  const create = (overrides: object = {}) =>
    bed().call('POST', '/api/v1/subscriptions', {
      as: ANNA,
      body: { ...BODY, evenIfEqual: true, ...overrides },
    });
  const created = async (overrides: object = {}): Promise<Json> => (await create(overrides)).json;
  const call = (method: string, id: string, action = '', body?: unknown) =>
    bed().call(method, `/api/v1/subscriptions/${id}${action}`, {
      as: ANNA,
      ...(body === undefined ? {} : { body }),
    });
  const viewOf = (id: string): Promise<SubscriptionView> =>
    bed().temporal.client.workflow.getHandle(subscriptionWorkflowId(id)).query('view');
  return { create, created, call, viewOf };
};
