/** What changes of users: their account, what signs in to it, what they prefer, their roles. */
import type { SignInIdentity, UserDocument } from '@rounds/contracts/collections';
import { defined } from '@rounds/contracts/defined';
import type { Language } from '@rounds/contracts/language';
import type { Collection } from 'mongodb';
import { normalAddress } from '../mail/email-address.ts';
import type { Audited } from './audit.repository.ts';
import { unlessTaken } from './duplicate.ts';

type NewUser = Pick<UserDocument, '_id' | 'email' | 'name' | 'language' | 'timeZone' | 'identities'>;

export const createUserChanges = (users: Collection<UserDocument>) => ({
  /** @returns null where another user has the address or the identity */
  insert: async (
    { email, ...given }: NewUser,
    createdAt: Date,
    audited: Audited,
  ): Promise<UserDocument | null> => {
    const user = { ...given, email: normalAddress(email), roles: [], createdAt };
    return unlessTaken(async () => {
      await users.insertOne(user, audited);
      return user;
    });
  },

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

  /** Whether they have the role, for a change that rests on it: whoever takes it away meanwhile comes before or after it. */
  useRole: async (
    userId: string,
    role: UserDocument['roles'][number],
    audited: Audited,
  ): Promise<boolean> => {
    const having = { _id: userId, roles: role };
    return (await users.updateOne(having, { $inc: { uses: 1 } }, audited)).matchedCount === 1;
  },
});
