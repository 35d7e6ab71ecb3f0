/** Every index, beside the query that it serves. `rounds setup` makes them; making one again is harmless. */
import type { Collections } from '@rounds/contracts/collections';
import { MongoServerError, type IndexDescription } from 'mongodb';
import type { Mongo } from './client.ts';

const ONE_DAY_S = 24 * 60 * 60;

/** How many rows are of a day is told by the index alone. */
export const ROWS_BY_DAY = { studyId: 1, domain: 1, day: 1, from: 1, until: 1 } as const;

const INDEXES: { readonly [Name in keyof Collections]?: readonly IndexDescription[] } = {
  users: [
    // Recipients and rights are given by address; two users of one address must not exist.
    { key: { email: 1 }, unique: true },
    // Whom a token speaks for.
    {
      key: { 'identities.issuer': 1, 'identities.subject': 1 },
      unique: true,
      partialFilterExpression: { identities: { $exists: true } },
    },
  ],
  // The studies of a caller.
  memberships: [{ key: { userId: 1, studyId: 1 } }, { key: { studyId: 1, grantedAt: -1, _id: -1 } }],
  records: [
    // The rows of a domain, and those of some days: what a cut reads of them, and how many they are.
    { key: ROWS_BY_DAY },
    // The few versions that the next import forgets, or that one which broke off had ended.
    { key: { studyId: 1, until: 1 }, partialFilterExpression: { until: { $exists: true } } },
  ],
  imports: [
    // A study's imports, newest first.
    { key: { studyId: 1, startedAt: -1, _id: -1 } },
    // Whose file it was.
    { key: { 'files.sha256': 1 } },
    // The one that is under way: two of one study must not be.
    { key: { studyId: 1 }, unique: true, partialFilterExpression: { aliveAt: { $exists: true } } },
  ],
  refusals: [
    // What an import refused of a domain.
    { key: { studyId: 1, importId: 1, domain: 1 } },
    // All that it refused, a page at a time.
    { key: { studyId: 1, importId: 1, file: 1, row: 1 } },
  ],
  subscriptions: [
    // A caller's own list, newest first.
    { key: { ownerId: 1, createdAt: -1, _id: -1 } },
    // What is due within the next hour.
    { key: { status: 1, nextRunAt: 1 } },
    // Whose reports reach a user.
    { key: { recipients: 1 } },
    // The few whose workflow has not applied their newest revision, longest waiting first.
    { key: { behind: 1, updatedAt: 1 }, partialFilterExpression: { behind: true } },
    // Those of a study that closes.
    { key: { studyId: 1, status: 1 } },
    // Those that were planned by older time-zone data.
    { key: { status: 1, nextRunZones: 1 } },
    // Those whose owner has lost the right.
    { key: { ownerLostAt: 1 }, sparse: true },
  ],
  runs: [
    // A study's jobs, newest first.
    { key: { studyId: 1, createdAt: -1, _id: -1 } },
    // The jobs of a subscription.
    { key: { subscriptionId: 1, createdAt: -1 } },
    // Open jobs: the limit, the position, and runs whose workflow was never started.
    { key: { status: 1, createdAt: 1 } },
    // Ends whose callback nobody has begun to call.
    { key: { finishedAt: 1 }, partialFilterExpression: { callback: { $exists: true } } },
    { key: { settledAt: 1 }, partialFilterExpression: { callback: { $exists: true } } },
    // Durations of the last finished runs, for the estimate.
    { key: { reportType: 1, finishedAt: -1 } },
    // Those of a cut, which a file names.
    { key: { 'cut.sha256': 1 }, sparse: true },
    // Finished runs whose temporary data is still to be removed.
    { key: { status: 1, tidiedAt: 1, finishedAt: 1 } },
  ],
  // What a run brought to whom.
  deliveries: [
    { key: { runId: 1 } },
    { key: { recipientId: 1, runId: 1 } },
    // Those of which nobody knows whether they were sent.
    { key: { status: 1, updatedAt: 1 }, partialFilterExpression: { status: 'unknown' } },
    // The mail of a provider's event.
    { key: { providerId: 1 }, sparse: true },
  ],
  // The mail of a provider's event.
  notices: [{ key: { providerId: 1 }, sparse: true }],
  suppressions: [
    // Whether an address may be mailed: two of one address must not exist.
    { key: { addressHash: 1 }, unique: true },
    { key: { createdAt: -1, _id: -1 } },
  ],
  webhookDeliveries: [
    // A caller's log, newest first; the calls of a run; the log forgets.
    { key: { ownerId: 1, createdAt: -1, _id: -1 } },
    { key: { runId: 1 } },
    { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
  // What signs for a caller; forgotten once a successor signs alone.
  webhookSecrets: [{ key: { ownerId: 1, createdAt: -1 } }, { key: { signsUntil: 1 }, expireAfterSeconds: 0 }],
  // The files of a run; whether another run names the same object.
  artefacts: [{ key: { runId: 1 } }, { key: { key: 1 } }],
  // Whether a file was made here, and what else was made in its place.
  fingerprints: [{ key: { sha256: 1 } }, { key: { runId: 1 } }],
  // The documents of a study, newest first.
  documents: [{ key: { studyId: 1, receivedAt: -1, _id: -1 } }],
  cuts: [
    // The cut of a study's state: two of one state must not be.
    {
      key: { studyId: 1, state: 1 },
      unique: true,
      partialFilterExpression: { state: { $exists: true } },
    },
    // The few that perhaps no run holds.
    { key: { usedAt: 1 }, partialFilterExpression: { unheld: true } },
  ],
  // What is known of a dataset, and of a study, as of a generation or the newest before.
  segmentIndexes: [{ key: { studyId: 1, dataset: 1, generation: -1 } }],
  studyIndexes: [{ key: { studyId: 1, generation: -1 } }],
  // What imports touched since; what is older than any index of use is forgotten.
  touchedDays: [
    { key: { studyId: 1, generation: -1 } },
    { key: { importedAt: 1 }, expireAfterSeconds: 400 * ONE_DAY_S },
  ],
  // Whether a run holds a cut.
  cutHolds: [{ key: { cutId: 1 } }],
  // The links of a run: withdrawn together, and shown with its files.
  links: [{ key: { runId: 1 } }],
  // Who opened a run's files; all openings, newest first; a person's.
  openings: [{ key: { runId: 1, at: -1 } }, { key: { at: -1, _id: -1 } }, { key: { userId: 1, at: -1 } }],
  idempotency: [{ key: { usedAt: 1 }, expireAfterSeconds: 30 * ONE_DAY_S }],
  // What reconciliation tries later, and what it could not settle for how long.
  setAsides: [{ key: { nextTryAt: 1 } }, { key: { since: 1 } }],
  // The count of a caller: two of one key must not exist; forgotten when its minute is over.
  rateLimits: [
    { key: { key: 1 }, unique: true },
    { key: { expire: 1 }, expireAfterSeconds: 0 },
  ],
  // The versions of a template.
  templates: [{ key: { name: 1, version: -1 }, unique: true }],
  audit: [
    // The trail, newest first; of a person; of a thing.
    { key: { at: -1, _id: -1 } },
    { key: { actorId: 1, at: -1 } },
    { key: { 'target.id': 1, at: -1 } },
  ],
};

/** Of earlier versions, by name: what another one serves by now. */
const REPLACED: { readonly [Name in keyof Collections]?: readonly string[] } = {
  records: ['studyId_1_domain_1'],
};

const INDEX_NOT_FOUND = 27;

const drop = async (mongo: Mongo, name: keyof Collections, index: string): Promise<void> => {
  try {
    await mongo.collection(name).dropIndex(index);
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === INDEX_NOT_FOUND)) throw error;
  }
};

export const ensureIndexes = async (mongo: Mongo): Promise<void> => {
  const names = Object.keys(INDEXES) as (keyof Collections)[];
  await Promise.all(names.map((name) => mongo.collection(name).createIndexes([...(INDEXES[name] ?? [])])));
  for (const name of names) for (const index of REPLACED[name] ?? []) await drop(mongo, name, index);
};
