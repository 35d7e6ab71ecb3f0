/** A user of the store for each process, with the policy of its row (roles.ts). */
import { createHmac } from 'node:crypto';
import { S3_ROLE_NAMES, s3Policy, type Policy, type PolicyScope, type S3Role } from './roles.ts';

export interface KeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where users are kept. */
export interface UserStore {
  /** Makes the user, or gives it this policy and no other. */
  ensureUser(name: string, policy: Policy): Promise<void>;
  /** null: the user has a key pair that nobody can read any more. */
  keysOf(name: string): Promise<KeyPair | null>;
}

/** Stores are shared, so the names say for which bucket users are: `rounds-fetch`. */
export const s3UserName = (bucket: string, role: S3Role): string => `${bucket}-${role}`;

/** HMAC-SHA256 of the user's name, the first 40 hex digits, as long as those of AWS. */
export const s3SecretOf = (name: string, roleSecret: string): string =>
  createHmac('sha256', roleSecret).update(`s3 ${name}`).digest('hex').slice(0, 40);

/** Makes the users, or brings them up to date; a role loses what the table no longer gives it. */
export const ensureS3Users = async (users: UserStore, scope: PolicyScope): Promise<void> => {
  for (const role of S3_ROLE_NAMES)
    await users.ensureUser(s3UserName(scope.bucket, role), s3Policy(role, scope));
};
