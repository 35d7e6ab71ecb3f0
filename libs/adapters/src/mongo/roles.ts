/**
 * A MongoDB user for each process, with no more than it needs: whoever takes over the mailer finds no study in
 * its reach. `workflows` and `aggregate` touch no database and have no user.
 */
import { createHmac } from 'node:crypto';
import type { Collections } from '@rounds/contracts/collections';
import { MongoServerError, type Db, type Document } from 'mongodb';
import ConnectionString from 'mongodb-connection-string-url';
import type { Mongo } from './client.ts';

type Action = 'find' | 'insert' | 'update' | 'remove';
type Access = Readonly<Partial<Record<keyof Collections, readonly Action[]>>>;

const READ: readonly Action[] = ['find'];
/** What was written stays as it was written. */
const APPEND: readonly Action[] = ['find', 'insert'];
const WRITE: readonly Action[] = ['find', 'insert', 'update'];
const DELETE: readonly Action[] = [...WRITE, 'remove'];

/** Names are the worker roles', `api`, and the verbs of the command line that write. */
export const MONGO_ROLES = {
  fetch: {
    halts: READ,
    studies: READ,
    records: READ,
    documents: READ,
    imports: READ,
    refusals: READ,
    cuts: WRITE,
    cutHolds: ['find', 'insert', 'remove'],
    segmentIndexes: APPEND,
    studyIndexes: APPEND,
    studyKeys: APPEND,
    touchedDays: READ,
  },
  render: { halts: READ, artefacts: DELETE, fingerprints: ['insert'] },
  notify: {
    halts: READ,
    users: READ,
    memberships: READ,
    subscriptions: READ,
    deliveries: WRITE,
    links: WRITE,
    notices: WRITE,
    suppressions: READ,
    webhookDeliveries: ['find', 'update'],
    webhookSecrets: READ,
  },
  housekeeping: {
    halts: READ,
    studies: READ,
    users: READ,
    memberships: READ,
    subscriptions: ['find', 'update'],
    runs: WRITE,
    deliveries: WRITE,
    suppressions: READ,
    webhookDeliveries: WRITE,
    artefacts: ['find', 'update', 'remove'],
    cuts: ['find', 'update', 'remove'],
    cutHolds: ['find', 'remove'],
    segmentIndexes: ['find', 'remove'],
    studyIndexes: ['find', 'remove'],
    setAsides: DELETE,
    audit: ['insert'],
    templates: ['find', 'update'],
  },
  api: {
    halts: DELETE,
    studies: ['find', 'update'],
    imports: READ,
    refusals: READ,
    subjects: READ,
    documents: ['find', 'insert', 'remove'],
    users: WRITE,
    memberships: DELETE,
    subscriptions: WRITE,
    runs: WRITE,
    artefacts: ['find', 'update'],
    setAsides: READ,
    fingerprints: READ,
    deliveries: ['find', 'update'],
    notices: ['find', 'update'],
    suppressions: DELETE,
    webhookDeliveries: WRITE,
    webhookSecrets: DELETE,
    links: WRITE,
    openings: ['find', 'insert'],
    idempotency: DELETE,
    rateLimits: WRITE,
    admissions: WRITE,
    audit: APPEND,
    templates: WRITE,
    flags: WRITE,
  },
  import: {
    studies: WRITE,
    records: DELETE,
    imports: WRITE,
    refusals: WRITE,
    documents: WRITE,
    touchedDays: ['insert'],
    audit: ['insert'],
  },
  /** Reads rows because the sites of a study are those of its subjects. */
  grant: { studies: READ, records: READ, users: WRITE, memberships: DELETE, audit: ['insert'] },
} as const satisfies Record<string, Access>;
export type MongoRole = keyof typeof MONGO_ROLES;

/** Users are kept in `admin`, so their names say for which database they are: `rounds-fetch`. */
const userName = (database: string, role: MongoRole): string => `${database}-${role}`;

/** HMAC-SHA256 of the role's name, hex. */
const passwordOf = (role: MongoRole, roleSecret: string): string =>
  createHmac('sha256', roleSecret).update(role).digest('hex');

/** The address of a process's own user, from any other user's. */
export const roleMongoUri = (uri: string, database: string, role: MongoRole, roleSecret: string): string => {
  const address = new ConnectionString(uri);
  address.username = userName(database, role);
  address.password = passwordOf(role, roleSecret);
  address.searchParams.set('authSource', 'admin');
  // The administrator may sign in otherwise.
  for (const option of ['authMechanism', 'authMechanismProperties']) address.searchParams.delete(option);
  return address.href;
};

const EXISTS = [51_002, 51_003];

/** MongoDB has one command to make a user or role and another to change it. */
const ensure = async (admin: Db, kind: 'Role' | 'User', name: string, rest: Document): Promise<void> => {
  try {
    await admin.command({ [`create${kind}`]: name, ...rest });
  } catch (error) {
    if (!(error instanceof MongoServerError && EXISTS.includes(Number(error.code)))) throw error;
    await admin.command({ [`update${kind}`]: name, ...rest });
  }
};

/** How processes sign in; either of them or both. */
export interface MongoSignIn {
  /** Derives the passwords of the processes' users, at least 32 characters. */
  readonly roleSecret?: string | undefined;
  /**
   * Names of users whom a certificate or an identity provider vouches for, `{role}` in place of the process:
   * `CN={role},OU=Rounds,O=Example`, the subject as RFC 2253 writes it, or `provider/{role}`.
   */
  readonly externalUser?: string | undefined;
}

/**
 * Makes the roles and users, or brings them up to date; a role loses what the table no longer gives it.
 *
 * @returns the names of the users
 */
export const ensureRoles = async (
  { client, db }: Mongo,
  { roleSecret, externalUser }: MongoSignIn,
): Promise<string[]> => {
  const [admin, external] = [client.db('admin'), client.db('$external')];
  const users: string[] = [];
  const database = db.databaseName;
  for (const [role, access] of Object.entries(MONGO_ROLES) as [MongoRole, Access][]) {
    const name = userName(database, role);
    const privileges = Object.entries(access).map(([collection, actions]) => ({
      resource: { db: database, collection },
      actions,
    }));
    await ensure(admin, 'Role', name, { privileges, roles: [] });
    const roles = [{ role: name, db: 'admin' }];
    if (roleSecret !== undefined) {
      await ensure(admin, 'User', name, { pwd: passwordOf(role, roleSecret), roles });
      users.push(name);
    }
    if (externalUser !== undefined) {
      const subject = externalUser.replaceAll('{role}', role);
      await ensure(external, 'User', subject, { roles });
      users.push(subject);
    }
  }
  return users;
};
