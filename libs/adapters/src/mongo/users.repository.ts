import type { SignInIdentity, UserDocument } from '@rounds/contracts/collections';
import { normalAddress } from '../mail/email-address.ts';
import type { Mongo } from './client.ts';
import { NEWEST } from './newest.ts';
import { createUserChanges } from './user-changes.ts';

/** In a pattern every character of the text stands for itself. */
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

export type UsersRepository = ReturnType<typeof createUsersRepository>;

export const createUsersRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const users = mongo.collection('users');

  const findByEmail = (email: string): Promise<UserDocument | null> =>
    users.findOne({ email: normalAddress(email) });

  const findMany = (userIds: readonly string[]): Promise<UserDocument[]> =>
    users.find({ _id: { $in: [...new Set(userIds)] } }).toArray();

  return {
    ...createUserChanges(users),
    findByEmail,

    findByIdentity: ({ issuer, subject }: SignInIdentity): Promise<UserDocument | null> =>
      users.findOne({ identities: { $elemMatch: { issuer, subject } } }),

    /** As it is at this moment. */
    findNewestByEmail: (email: string): Promise<UserDocument | null> =>
      users.findOne({ email: normalAddress(email) }, NEWEST),

    findMany,

    /** E-mail addresses by user id. */
    emails: async (userIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      new Map((await findMany(userIds)).map(({ _id, email }) => [_id, email])),

    /** Addresses without a user are left out. */
    findByEmails: (emails: readonly string[]): Promise<UserDocument[]> =>
      users.find({ email: { $in: emails.map(normalAddress) } }).toArray(),

    /** Whose address or name holds the text; by address. */
    search: (text: string, limit: number): Promise<UserDocument[]> => {
      const holds = { $regex: literally(text), $options: 'i' };
      return users
        .find({ $or: [{ email: holds }, { name: holds }] })
        .sort({ email: 1 })
        .limit(limit)
        .toArray();
    },

    operators: (): Promise<UserDocument[]> => users.find({ roles: 'operator' }).sort({ _id: 1 }).toArray(),

    find: (userId: string): Promise<UserDocument | null> => users.findOne({ _id: userId }),
  };
};
