import { randomUUID } from 'node:crypto';
import type { Collections } from '@rounds/contracts/collections';
import { MongoServerError } from 'mongodb';
import { testRoleMongo, type RoleMongo } from '../testing/role-mongo.ts';
import { testMongo } from '../testing/servers.ts';
import type { Mongo } from './client.ts';
import { MONGO_ROLES, type MongoRole } from './roles.ts';
import { setupMongo } from './setup.ts';

/** The walls between processes, on a real MongoDB with authentication. */
const roles = Object.keys(MONGO_ROLES) as MongoRole[];

let database: RoleMongo;
const as = new Map<MongoRole, Mongo>();

const mongoOf = (role: MongoRole): Mongo => {
  const mongo = as.get(role) ?? database.as(role);
  as.set(role, mongo);
  return mongo;
};

const nobody = { _id: 'nobody' };
const ATTEMPTS = {
  find: (mongo: Mongo, name: keyof Collections) => mongo.collection(name).findOne(nobody),
  insert: (mongo: Mongo, name: keyof Collections) =>
    mongo.db.collection(name).insertOne({ email: randomUUID() }),
  update: (mongo: Mongo, name: keyof Collections) =>
    mongo.db.collection(name).updateOne({ test: 'none' }, { $set: { test: 1 } }),
  remove: (mongo: Mongo, name: keyof Collections) => mongo.db.collection(name).deleteOne({ test: 'none' }),
};
type Action = keyof typeof ATTEMPTS;

const UNAUTHORIZED = 13;
const AUTHENTICATION_FAILED = 18;

const isAllowed = async (role: MongoRole, action: Action, name: keyof Collections): Promise<boolean> => {
  try {
    await ATTEMPTS[action](mongoOf(role), name);
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === UNAUTHORIZED) return false;
    throw error;
  }
};

const allowedOf = async (role: MongoRole): Promise<string[]> => {
  const collections = (await database.root.db.listCollections({}, { nameOnly: true }).toArray()).map(
    ({ name }) => name,
  );
  const allowed: string[] = [];
  for (const name of collections as (keyof Collections)[]) {
    for (const action of Object.keys(ATTEMPTS) as Action[]) {
      if (await isAllowed(role, action, name)) allowed.push(`${action} ${name}`);
    }
  }
  return allowed.sort();
};

describe('MongoDB users', () => {
  beforeAll(async () => {
    database = await testRoleMongo('roles');
  });
  afterAll(() => database.close());

  it('makes every collection', async () => {
    const made = (await database.root.db.listCollections().toArray()).map(({ name }) => name);
    const used = Object.values(MONGO_ROLES).flatMap((access) => Object.keys(access));
    expect(made).toEqual(expect.arrayContaining(used));
  });

  it.each(roles)(
    '%s may do what its row of the table says, and nothing else in the database',
    async (role) => {
      const expected = Object.entries(MONGO_ROLES[role]).flatMap(([name, actions]) =>
        (actions as readonly Action[]).map((action) => `${action} ${name}`),
      );
      expect(await allowedOf(role)).toEqual(expected.sort());
    },
  );

  // The table itself: what must never be in it.
  it.each([
    ['notify', 'find', ['studies', 'records', 'documents', 'artefacts', 'runs']],
    ['render', 'find', ['records', 'users', 'memberships', 'subscriptions', 'deliveries']],
    ['housekeeping', 'find', ['records', 'documents', 'links']],
    ['housekeeping', 'find', ['webhookSecrets', 'studyKeys']],
    ['fetch', 'update', ['segmentIndexes', 'studyIndexes', 'studyKeys']],
    ['notify', 'insert', ['webhookSecrets', 'webhookDeliveries', 'suppressions', 'users']],
    ['fetch', 'insert', ['studies', 'records', 'documents', 'imports', 'refusals']],
    ['fetch', 'find', ['users', 'memberships', 'deliveries', 'links']],
    ['api', 'find', ['records', 'studyKeys', 'segmentIndexes', 'cuts']],
    ['api', 'update', ['audit']],
    ['api', 'remove', ['audit']],
    ['api', 'insert', ['studies', 'records', 'deliveries', 'artefacts']],
    ['import', 'find', ['users', 'memberships', 'subscriptions']],
    ['grant', 'find', ['documents', 'subscriptions', 'artefacts']],
  ] as const)('%s may not %s in %s', async (role, action, collections) => {
    for (const name of collections) expect(await isAllowed(role, action, name)).toBe(false);
  });

  it.each(roles)('%s may neither administer nor read another database', async (role) => {
    const { client, db } = mongoOf(role);
    const refused = { code: UNAUTHORIZED };
    await expect(db.dropCollection('runs')).rejects.toMatchObject(refused);
    await expect(client.db('admin').command({ usersInfo: 1 })).rejects.toMatchObject(refused);
    await expect(client.db('other').collection('records').findOne({})).rejects.toMatchObject(refused);
  });

  it('brings users up to date when set up again: rights, and passwords after a leak', async () => {
    const { root } = database;
    const before = database.as('render');
    const privileges = [{ resource: { db: root.name, collection: 'records' }, actions: ['find'] }];
    await root.client.db('admin').command({ updateRole: `${root.name}-render`, privileges });
    expect(await isAllowed('render', 'find', 'records')).toBe(true);
    await setupMongo({ mongo: root, roleSecret: 'another secret, after the first one leaked' });
    expect(await isAllowed('render', 'find', 'records')).toBe(false);
    await expect(before.ping()).rejects.toMatchObject({ code: AUTHENTICATION_FAILED });
  });

  it('makes no users without a secret', async () => {
    const plain = testMongo('roles-none');
    await setupMongo({ mongo: plain });
    const admin = plain.client.db('admin');
    const { users } = (await admin.command({ usersInfo: 1 })) as { users: { user: string }[] };
    expect(users.filter(({ user }) => user.startsWith(plain.name))).toEqual([]);
    await plain.close();
  });
});
