/**
 * Encrypts every payload that goes to Temporal: the server, its database and its backups hold ciphertext only.
 * AES-256-GCM with a fresh nonce a payload; the key's id travels in the metadata, and is authenticated with it.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { RoundsError } from '@rounds/contracts/errors';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The first key encrypts, all decrypt: a new key is put in front, the old one stays while histories need it. */
export interface CodecKeys {
  readonly currentId: string;
  readonly byId: ReadonlyMap<string, Buffer>;
}

/**
 * @param text ROUNDS_CODEC_KEYS: `id:base64 of 32 bytes`, comma-separated
 * @throws RoundsError CONFIGURATION when an id is there twice or a key is not 32 bytes long
 */
export const parseCodecKeys = (text: string): CodecKeys => {
  const entries = text.split(',').map((entry) => {
    const colon = entry.indexOf(':');
    return [entry.slice(0, colon), Buffer.from(entry.slice(colon + 1), 'base64')] as const;
  });
  const byId = new Map(entries);
  const [first] = entries;
  if (
    first === undefined ||
    byId.size !== entries.length ||
    entries.some(([id, key]) => !id || key.length !== 32)
  )
    throw new RoundsError(
      'CONFIGURATION',
      'ROUNDS_CODEC_KEYS: must be `id:base64 of 32 bytes`, comma-separated, each id once',
    );
  return { currentId: first[0], byId };
};

export const encryptionCodec = (keys: CodecKeys): PayloadCodec => ({
  encode: (payloads) => Promise.resolve(payloads.map((payload) => encrypt(keys, payload))),
  // In `then`, so that a payload that cannot be read rejects instead of throwing.
  decode: (payloads) => Promise.resolve().then(() => payloads.map((payload) => decrypt(keys, payload))),
});

const encrypt = (keys: CodecKeys, payload: Payload): Payload => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, keys.currentId), nonce);
  cipher.setAAD(Buffer.from(keys.currentId));
  const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
  return {
    metadata: { encoding: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(keys.currentId) },
    data: Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
  };
};

/** Payloads that are not ours stay as they are: the server writes some of its own. */
const decrypt = (keys: CodecKeys, payload: Payload): Payload => {
  const { metadata, data } = payload;
  if (!metadata?.encoding || !data || Buffer.from(metadata.encoding).toString() !== ENCODING) return payload;
  const keyId = Buffer.from(metadata[KEY_ID] ?? []).toString();
  const bytes = Buffer.from(data);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, keyId), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(keyId));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return proto.temporal.api.common.v1.Payload.decode(plain);
};

const keyOf = ({ byId }: CodecKeys, id: string): Buffer => {
  const key = byId.get(id);
  if (key === undefined)
    throw new RoundsError(
      'CONFIGURATION',
      `A payload is encrypted under the key "${id}", which ROUNDS_CODEC_KEYS does not hold.`,
    );
  return key;
};
