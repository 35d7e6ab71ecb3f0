/**
 * Keys that encrypt what is stored elsewhere. AES-256-GCM with a fresh nonce each time; the id of the key stands
 * beside the ciphertext and is authenticated with it, so that keys can be rotated.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { RoundsError } from '@rounds/contracts/errors';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The first key encrypts, all decrypt: a new key is put in front, the old one stays while something needs it. */
export interface KeyRing {
  /** The environment variable that it came from, for errors. */
  readonly variable: string;
  readonly currentId: string;
  readonly byId: ReadonlyMap<string, Buffer>;
}

/**
 * @param text `id:base64 of 32 bytes`, comma-separated
 * @throws RoundsError CONFIGURATION when an id is there twice or a key is not 32 bytes long
 */
export const parseKeyRing = (variable: string, text: string): KeyRing => {
  const entries = text.split(',').map((entry) => {
    const colon = entry.indexOf(':');
    return [entry.slice(0, colon), Buffer.from(entry.slice(colon + 1), 'base64')] as const;
  });
  const byId = new Map(entries);
  const [first] = entries;
  if (
    first === undefined ||
    byId.size !== entries.length ||
    entries.some(([id, key]) => !id || key.length !== KEY_BYTES)
  )
    throw new RoundsError(
      'CONFIGURATION',
      `${variable}: must be \`id:base64 of 32 bytes\`, comma-separated, each id once`,
    );
  return { variable, currentId: first[0], byId };
};

/** Under the current key. @returns nonce, ciphertext and tag */
export const encryptBytes = (keys: KeyRing, plain: Uint8Array, authenticated = keys.currentId): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, keys.currentId), nonce);
  cipher.setAAD(Buffer.from(authenticated));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** @throws RoundsError CONFIGURATION for a key that the ring does not hold; an Error for bytes that were changed */
export const decryptBytes = (keys: KeyRing, keyId: string, bytes: Buffer, authenticated = keyId): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, keyId), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(authenticated));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
};

const keyOf = ({ byId, variable }: KeyRing, id: string): Buffer => {
  const key = byId.get(id);
  if (key === undefined)
    throw new RoundsError(
      'CONFIGURATION',
      `Something is encrypted under the key "${id}", which ${variable} does not hold.`,
    );
  return key;
};
