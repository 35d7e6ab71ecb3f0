/** Short secrets as they are kept in MongoDB: `<key id>.<base64url>`. */
import { decryptBytes, encryptBytes, parseKeyRing, type KeyRing } from './key-ring.ts';

/** Beside the key's id: a ciphertext of another use must not be taken for a secret. */
const USE = 'signing-secret';

/** @param text ROUNDS_SECRET_KEYS */
export const parseSecretKeys = (text: string): KeyRing => parseKeyRing('ROUNDS_SECRET_KEYS', text);

export const seal = (keys: KeyRing, secret: string): string => {
  const bytes = encryptBytes(keys, Buffer.from(secret), `${USE}|${keys.currentId}`);
  return `${keys.currentId}.${bytes.toString('base64url')}`;
};

/** @throws RoundsError CONFIGURATION when the ring no longer holds its key */
export const unseal = (keys: KeyRing, sealed: string): string => {
  const dot = sealed.indexOf('.');
  const keyId = sealed.slice(0, dot);
  const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
  return decryptBytes(keys, keyId, bytes, `${USE}|${keyId}`).toString();
};
