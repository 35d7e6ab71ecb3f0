import type { UserDocument } from '@rounds/contracts/collections';
import type { Language } from '@rounds/contracts/language';
import { MongoServerError } from 'mongodb';
import { normalAddress } from '../mail/email-address.ts';
import type { Mongo } from './client.ts';
import { opaqueId } from './opaque-id.ts';

const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11_000;

type Preferences = Pick<UserDocument, 'language' | 'timeZone'>;

export type UsersRepository = ReturnType<typeof createUsersRepository>;

export const createUsersRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const users = mongo.collection('users');

  const findByEmail = (email: string): Promise<UserDocument | null> =>
    users.findOne({ email: normalAddress(email) });

  const insert = async (
    email: string,
    name: string | null,
    preferences: Preferences,
    createdAt: Date,
  ): Promise<UserDocument | null> => {
    const user = {
      _id: opaqueId('usr'),
      email: normalAddress(email),
      name,
      ...preferences,
      roles: [],
      createdAt,
    };
    try {
      await users.insertOne(user);
      return user;
    } catch (error) {
      // Someone else saw the address first, in between.
      if (isDuplicate(error)) return await findByEmail(email);
      throw error;
    }
  };

  return {
    /**
     * The user of an e-mail address, made at the first sight of it: a new one holds no right at all.
     * @param preferences of a new one; those of a known one are their own
     */
    ensure: async (
      email: string,
      at: Date,
      name: string | null = null,
      preferences: Preferences = {},
    ): Promise<UserDocument> => {
      const user = (await findByEmail(email)) ?? (await insert(email, name, preferences, at));
      if (user === null) throw new Error('A user has vanished between two reads.');
      return user;
    },

    findMany: (userIds: readonly string[]): Promise<UserDocument[]> =>
      users.find({ _id: { $in: [...new Set(userIds)] } }).toArray(),

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
