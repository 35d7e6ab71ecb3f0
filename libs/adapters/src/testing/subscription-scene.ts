/** Records with valid defaults: members of one study, subscriptions and the requests of their runs. */
import type { Mongo } from '../mongo/client.ts';
import { systemClock } from '../clock.ts';
import { studyDocument } from './study-document.ts';
import { uniqueName } from './servers.ts';
import type { SubscriptionDocument } from '@rounds/contracts/collections';
import type { RunRequest } from '@rounds/contracts/run';

export const STUDY = 'DEMO';

export const addStudy = (root: Mongo) => root.collection('studies').insertOne(studyDocument(STUDY));

export const join = (root: Mongo, userId: string) =>
  root.collection('memberships').insertOne({
    ...{ _id: `${STUDY}|${userId}`, userId, studyId: STUDY, sites: 'all', unblinded: false },
    grantedAt: systemClock(),
  });

/** @returns the user's id */
export const addMember = async (root: Mongo): Promise<string> => {
  const _id = uniqueName('usr');
  await root
    .collection('users')
    .insertOne({ _id, email: `${_id}@example.org`, name: null, roles: [], createdAt: systemClock() });
  await join(root, _id);
  return _id;
};

export const addSubscription = async (
  root: Mongo,
  people: Pick<SubscriptionDocument, 'ownerId' | 'recipients'>,
  change: Partial<SubscriptionDocument> = {},
): Promise<SubscriptionDocument> => {
  const subscription: SubscriptionDocument = {
    _id: uniqueName('sub'),
    studyId: STUDY,
    reportType: 'study-weekly',
    parameters: {},
    ...people,
    schedule: { every: 'week', on: 'monday', at: '08:00', timeZone: 'Europe/Berlin' },
    formats: ['pdf'],
    optedOut: [],
    deliver: 'always',
    catchUp: 'latest',
    status: 'active',
    revision: 1,
    appliedRevision: 1,
    behind: false,
    runCount: 0,
    createdAt: new Date('2026-11-01T00:00:00Z'),
    updatedAt: new Date('2026-11-01T00:00:00Z'),
    ...change,
  };
  await root.collection('subscriptions').insertOne(subscription);
  return subscription;
};

/** Of a run of its own each time. */
export const requestOf = (
  { _id: subscriptionId, ownerId }: SubscriptionDocument,
  change: Partial<RunRequest> = {},
): RunRequest => ({
  runId: uniqueName(subscriptionId),
  ...{ trigger: 'schedule', studyId: STUDY, reportType: 'study-weekly', subscriptionId },
  ...{ requestedBy: ownerId, due: '2026-11-23', timeZone: 'Europe/Berlin' },
  period: { start: '2026-11-16', end: '2026-11-23' },
  ...change,
});
