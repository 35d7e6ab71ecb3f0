/** A database of the test's own with the users of every process, so that a test runs with its process's rights. */
import { connectMongo, type Mongo } from '../mongo/client.ts';
import { MONGO_ROLES, roleMongoUri, type MongoRole } from '../mongo/roles.ts';
import { setupMongo } from '../mongo/setup.ts';
import { serverSetting, testMongo } from './servers.ts';

const ROLE_SECRET = 'the secret of a test, long enough to be one';

export interface RoleMongo {
  /** To arrange and to look. */
  readonly root: Mongo & { readonly name: string };
  readonly as: (role: MongoRole) => Mongo;
  readonly close: () => Promise<void>;
}

export const testRoleMongo = async (prefix = 'test'): Promise<RoleMongo> => {
  const root = testMongo(prefix);
  await setupMongo({ mongo: root, roleSecret: ROLE_SECRET });
  const opened: Mongo[] = [];
  return {
    root,
    as: (role) => {
      const uri = roleMongoUri(serverSetting('MONGODB_ROOT_URI'), root.name, role, ROLE_SECRET);
      const mongo = connectMongo({ MONGODB_URI: uri, MONGODB_DATABASE: root.name }, role);
      opened.push(mongo);
      return mongo;
    },
    close: async () => {
      await Promise.all(opened.map((mongo) => mongo.close()));
      const admin = root.client.db('admin');
      for (const role of Object.keys(MONGO_ROLES)) {
        await admin.command({ dropUser: `${root.name}-${role}` });
        await admin.command({ dropRole: `${root.name}-${role}` });
      }
      await root.close();
    },
  };
};
