/** What MongoDB must hold before any process starts. Run by `rounds setup` at each deployment; again is no harm. */
import type { Collections } from '@rounds/contracts/collections';
import { MongoServerError, type CreateCollectionOptions, type Db } from 'mongodb';
import type { Mongo } from './client.ts';
import { convertEarlierRecords } from './earlier-records.ts';
import { ensureIndexes } from './indexes.ts';
import { ensureRoles, type MongoSignIn } from './roles.ts';

/** Who is in a study and where, without what is known about them: rows of DM of the study's generation. */
const SUBJECTS: CreateCollectionOptions = {
  viewOn: 'records' satisfies keyof Collections,
  pipeline: [
    { $match: { domain: 'DM' } },
    {
      $lookup: {
        from: 'studies' satisfies keyof Collections,
        localField: 'studyId',
        foreignField: '_id',
        pipeline: [{ $project: { generation: 1 } }],
        as: 'study',
      },
    },
    { $set: { generation: { $ifNull: [{ $first: '$study.generation' }, 0] } } },
    {
      $match: {
        $expr: {
          $and: [
            { $lte: ['$from', '$generation'] },
            { $gt: [{ $ifNull: ['$until', Infinity] }, '$generation'] },
          ],
        },
      },
    },
    { $project: { studyId: 1, subject: 1, siteId: '$row.SITEID' } },
  ],
};

/** Every one; the compiler asks for a new one. */
const COLLECTIONS: Readonly<Record<keyof Collections, CreateCollectionOptions | true>> = {
  studies: true,
  records: true,
  imports: true,
  refusals: true,
  documents: true,
  cuts: true,
  cutHolds: true,
  segmentIndexes: true,
  studyIndexes: true,
  studyKeys: true,
  touchedDays: true,
  users: true,
  memberships: true,
  subscriptions: true,
  runs: true,
  artefacts: true,
  fingerprints: true,
  deliveries: true,
  links: true,
  openings: true,
  idempotency: true,
  rateLimits: true,
  admissions: true,
  subjects: SUBJECTS,
  audit: true,
  templates: true,
  flags: true,
  notices: true,
  webhookDeliveries: true,
  webhookSecrets: true,
  setAsides: true,
  suppressions: true,
  halts: true,
};

const NAMESPACE_EXISTS = 48;

const ensureCollection = async (
  db: Db,
  name: string,
  options: CreateCollectionOptions | true,
): Promise<void> => {
  try {
    await db.createCollection(name, options === true ? {} : options);
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === NAMESPACE_EXISTS)) throw error;
    // An existing view may have the definition of an earlier version.
    if (options !== true) await db.command({ collMod: name, ...options });
  }
};

export interface MongoSetup extends MongoSignIn {
  /** Connected as a user who may administer the database. */
  readonly mongo: Mongo;
}

/**
 * Without `roleSecret` and `externalUser` no user is made: where the operator keeps users by other means.
 *
 * @returns the names of the processes' users
 */
export const setupMongo = async ({ mongo, ...signIn }: MongoSetup): Promise<string[]> => {
  await Promise.all(
    Object.entries(COLLECTIONS).map(([name, options]) => ensureCollection(mongo.db, name, options)),
  );
  await ensureIndexes(mongo);
  await convertEarlierRecords(mongo);
  const isAsked = signIn.roleSecret !== undefined || signIn.externalUser !== undefined;
  return isAsked ? ensureRoles(mongo, signIn) : [];
};
