import type { SignInIdentity, UserDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { Language } from '@rounds/contracts/language';
import { normalAddress } from '../mail/email-address.ts';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { unlessTaken } from './duplicate.ts';

export type NewUser = Pick<UserDocument, '_id' | 'email' | 'name' | 'language' | 'timeZone' | 'identities'>;

/** In a pattern every character of the text stands for itself. */
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

export type UsersRepository = ReturnType<typeof createUsersRepository>;

export const createUsersRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const users = mongo.collection('users');

  const findByEmail = (email: string): Promise<UserDocument | null> =>
    users.findOne({ email: normalAddress(email) });

  const findMany = (userIds: readonly string[]): Promise<UserDocument[]> =>
    users.find({ _id: { $in: [...new Set(userIds)] } }).toArray();

  /** @returns null where another user has the address or the identity */
  const insert = async (
    { email, ...given }: NewUser,
    createdAt: Date,
    audited: Audited,
  ): Promise<UserDocument | null> => {
    const user = { ...given, email: normalAddress(email), roles: [], createdAt };
    return unlessTaken(async () => {
      await users.insertOne(user, audited);
      return user;
    });
  };

  return {
    findByEmail,
    insert,

    findByIdentity: ({ issuer, subject }: SignInIdentity): Promise<UserDocument | null> =>
      users.findOne({ identities: { $elemMatch: { issuer, subject } } }),

    /** @returns null where the user has one already, or it is somebody else's */
    bindFirst: (userId: string, identity: SignInIdentity, audited: Audited): Promise<UserDocument | null> =>
      unlessTaken(() =>
        users.findOneAndUpdate(
          { _id: userId, identities: { $exists: false } },
          { $set: { identities: [identity] } },
          { returnDocument: 'after', ...audited },
        ),
      ),

    /**
     * One more identity of the user, or the only one from now on.
     * @returns null where it is somebody else's
     */
    bind: (
      userId: string,
      identity: SignInIdentity,
      only: boolean,
      audited: Audited,
    ): Promise<UserDocument | null> =>
      unlessTaken(() =>
        users.findOneAndUpdate(
          { _id: userId },
          only ? { $set: { identities: [identity] } } : { $addToSet: { identities: identity } },
          { returnDocument: 'after', ...audited },
        ),
      ),

    /** @returns null where another user has the address */
    readdress: (userId: string, email: string, audited: Audited): Promise<UserDocument | null> =>
      unlessTaken(() =>
        users.findOneAndUpdate({ _id: userId }, { $set: { email } }, { returnDocument: 'after', ...audited }),
      ),

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

    /**
     * @param timeZone null: no zone of their own any more
     * @returns null when someone else changed it since `revision`
     */
    change: async (
      { _id, revision }: Pick<UserDocument, '_id' | 'revision'>,
      { language, timeZone }: { readonly language?: Language; readonly timeZone?: string | null },
      audited: Audited,
    ): Promise<UserDocument | null> => {
      const set = {
        revision: (revision ?? 1) + 1,
        ...defined({ language }),
        ...(typeof timeZone === 'string' ? { timeZone } : {}),
      };
      return await users.findOneAndUpdate(
        { _id, ...(revision === undefined ? { revision: { $exists: false } } : { revision }) },
        { $set: set, ...(timeZone === null ? { $unset: { timeZone: true } } : {}) },
        { returnDocument: 'after', ...audited },
      );
    },

    /** @returns the user as they were before; null where they have the role */
    addRole: (
      userId: string,
      role: UserDocument['roles'][number],
      audited: Audited,
    ): Promise<UserDocument | null> =>
      users.findOneAndUpdate(
        { _id: userId, roles: { $ne: role } },
        { $addToSet: { roles: role } },
        { returnDocument: 'before', ...audited },
      ),
  };
};
