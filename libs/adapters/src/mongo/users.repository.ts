import type { SignInIdentity, UserDocument } from '@rounds/contracts/collections';
import type { Language } from '@rounds/contracts/language';
import { MongoServerError } from 'mongodb';
import { normalAddress } from '../mail/email-address.ts';
import type { Mongo } from './client.ts';
import { opaqueId } from './opaque-id.ts';

const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11_000;

export type NewUser = Pick<UserDocument, 'email' | 'name' | 'language' | 'timeZone' | 'identities'>;

/** Null instead of the refusal of a unique index. */
const unlessTaken = async <T>(write: () => Promise<T>): Promise<T | null> => {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
};

export type UsersRepository = ReturnType<typeof createUsersRepository>;

export const createUsersRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const users = mongo.collection('users');

  const findByEmail = (email: string): Promise<UserDocument | null> =>
    users.findOne({ email: normalAddress(email) });

  const findMany = (userIds: readonly string[]): Promise<UserDocument[]> =>
    users.find({ _id: { $in: [...new Set(userIds)] } }).toArray();

  /** @returns null where another user has the address or the identity */
  const insert = async ({ email, ...given }: NewUser, createdAt: Date): Promise<UserDocument | null> => {
    const user = { _id: opaqueId('usr'), email: normalAddress(email), ...given, roles: [], createdAt };
    return unlessTaken(async () => {
      await users.insertOne(user);
      return user;
    });
  };

  return {
    /** The user of an e-mail address, made at the first sight of it: a new one holds no right and no identity. */
    ensure: async (email: string, at: Date): Promise<UserDocument> => {
      const user =
        (await findByEmail(email)) ?? (await insert({ email, name: null }, at)) ?? (await findByEmail(email));
      if (user === null) throw new Error('A user has vanished between two reads.');
      return user;
    },

    insert,

    findByIdentity: ({ issuer, subject }: SignInIdentity): Promise<UserDocument | null> =>
      users.findOne({ identities: { $elemMatch: { issuer, subject } } }),

    /** @returns null where the user has one already, or it is somebody else's */
    bindFirst: (userId: string, identity: SignInIdentity): Promise<UserDocument | null> =>
      unlessTaken(() =>
        users.findOneAndUpdate(
          { _id: userId, identities: { $exists: false } },
          { $set: { identities: [identity] } },
          { returnDocument: 'after' },
        ),
      ),

    /**
     * One more identity of the user, or the only one from now on.
     * @returns null where it is somebody else's
     */
    bind: (userId: string, identity: SignInIdentity, only: boolean): Promise<UserDocument | null> =>
      unlessTaken(() =>
        users.findOneAndUpdate(
          { _id: userId },
          only ? { $set: { identities: [identity] } } : { $addToSet: { identities: identity } },
          { returnDocument: 'after' },
        ),
      ),

    /** @returns null where another user has the address */
    readdress: (userId: string, email: string): Promise<UserDocument | null> =>
      unlessTaken(() =>
        users.findOneAndUpdate({ _id: userId }, { $set: { email } }, { returnDocument: 'after' }),
      ),

    findMany,

    /** E-mail addresses by user id. */
    emails: async (userIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      new Map((await findMany(userIds)).map(({ _id, email }) => [_id, email])),

    /** Addresses without a user are left out. */
    findByEmails: (emails: readonly string[]): Promise<UserDocument[]> =>
      users.find({ email: { $in: emails.map(normalAddress) } }).toArray(),

    operators: (): Promise<UserDocument[]> => users.find({ roles: 'operator' }).sort({ _id: 1 }).toArray(),

    find: (userId: string): Promise<UserDocument | null> => users.findOne({ _id: userId }),

    /**
     * @param timeZone null: no zone of their own any more
     * @returns null when someone else changed it since `revision`
     */
    change: async (
      { _id, revision }: Pick<UserDocument, '_id' | 'revision'>,
      { language, timeZone }: { readonly language?: Language; readonly timeZone?: string | null },
    ): Promise<UserDocument | null> => {
      const set = {
        revision: (revision ?? 1) + 1,
        ...(language === undefined ? {} : { language }),
        ...(typeof timeZone === 'string' ? { timeZone } : {}),
      };
      return await users.findOneAndUpdate(
        { _id, ...(revision === undefined ? { revision: { $exists: false } } : { revision }) },
        { $set: set, ...(timeZone === null ? { $unset: { timeZone: true } } : {}) },
        { returnDocument: 'after' },
      );
    },

    addRole: async (userId: string, role: UserDocument['roles'][number]): Promise<void> => {
      await users.updateOne({ _id: userId }, { $addToSet: { roles: role } });
    },
  };
};
