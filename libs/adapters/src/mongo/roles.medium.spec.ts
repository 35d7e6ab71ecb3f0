import { randomUUID } from 'node:crypto';
import type { Collections } from '@rounds/contracts/collections';
import { MongoServerError } from 'mongodb';
import { serverSetting, testMongo } from '../testing/servers.ts';
import { connectMongo, type Mongo } from './client.ts';
import { MONGO_ROLES, roleMongoUri, type MongoRole } from './roles.ts';
import { setupMongo } from './setup.ts';

/** The walls between processes, on a real MongoDB with authentication. */
const roleSecret = 'a secret of this test, long enough to be one';
const root = testMongo('roles');
const roles = Object.keys(MONGO_ROLES) as MongoRole[];

const connectAs = (role: MongoRole): Mongo =>
  connectMongo(
    {
      MONGODB_URI: roleMongoUri(serverSetting('MONGODB_ROOT_URI'), root.name, role, roleSecret),
      MONGODB_DATABASE: root.name,
    },
    role,
  );

const as: Partial<Record<MongoRole, Mongo>> = {};
const mongoOf = (role: MongoRole): Mongo => (as[role] ??= connectAs(role));

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
  const collections = (await root.db.listCollections({}, { nameOnly: true }).toArray()).map(
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
    await setupMongo({ mongo: root, roleSecret });
    // Again, as each deployment does.
    await setupMongo({ mongo: root, roleSecret });
  });

  afterAll(async () => {
    await Promise.all(Object.values(as).map((mongo) => mongo.close()));
    const admin = root.client.db('admin');
    for (const role of roles) {
      await admin.command({ dropUser: `${root.name}-${role}` });
      await admin.command({ dropRole: `${root.name}-${role}` });
    }
    await root.close();
  });

  it('makes every collection', async () => {
    expect(await root.db.listCollections().toArray()).toHaveLength(14);
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
    ['fetch', 'insert', ['studies', 'records', 'documents', 'imports', 'refusals']],
    ['fetch', 'find', ['users', 'memberships', 'deliveries', 'links']],
    ['api', 'find', ['records']],
    ['api', 'insert', ['memberships', 'records', 'deliveries', 'artefacts']],
    ['import', 'find', ['users', 'memberships', 'subscriptions']],
    ['grant', 'find', ['records', 'subscriptions']],
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

  it('takes back what a role should no longer have, and an old password', async () => {
    const admin = root.client.db('admin');
    const name = `${root.name}-render`;
    const privileges = [{ resource: { db: root.name, collection: 'records' }, actions: ['find'] }];
    await admin.command({ updateRole: name, privileges });
    expect(await isAllowed('render', 'find', 'records')).toBe(true);
    await setupMongo({ mongo: root, roleSecret: 'another secret, after the first one leaked' });
    expect(await isAllowed('render', 'find', 'records')).toBe(false);
    const late = connectAs('render');
    await expect(late.ping()).rejects.toMatchObject({ code: 18 });
    await late.close();
  });

  it('makes no users without a secret', async () => {
    const plain = testMongo('roles-none');
    await setupMongo({ mongo: plain });
    const { users } = (await root.client.db('admin').command({ usersInfo: 1 })) as {
      users: { user: string }[];
    };
    expect(users.filter(({ user }) => user.startsWith(plain.name))).toEqual([]);
    await plain.close();
  });
});
