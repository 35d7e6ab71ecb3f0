/**
 * Encrypts every payload that goes to Temporal: the server, its database and its backups hold ciphertext only.
 * The id of the key travels in the metadata.
 */
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { decryptBytes, encryptBytes, parseKeyRing, type KeyRing } from '../crypto/key-ring.ts';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';

/** @param text ROUNDS_CODEC_KEYS */
export const parseCodecKeys = (text: string): KeyRing => parseKeyRing('ROUNDS_CODEC_KEYS', text);

export const encryptionCodec = (keys: KeyRing): PayloadCodec => ({
  encode: (payloads) => Promise.resolve(payloads.map((payload) => encrypt(keys, payload))),
  // In `then`, so that a payload that cannot be read rejects instead of throwing.
  decode: (payloads) => Promise.resolve().then(() => payloads.map((payload) => decrypt(keys, payload))),
});

const encrypt = (keys: KeyRing, payload: Payload): Payload => ({
  metadata: { encoding: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(keys.currentId) },
  data: encryptBytes(keys, proto.temporal.api.common.v1.Payload.encode(payload).finish()),
});

/** Payloads that are not ours stay as they are: the server writes some of its own. */
const decrypt = (keys: KeyRing, payload: Payload): Payload => {
  const { metadata, data } = payload;
  if (!metadata?.encoding || !data || Buffer.from(metadata.encoding).toString() !== ENCODING) return payload;
  const keyId = Buffer.from(metadata[KEY_ID] ?? []).toString();
  return proto.temporal.api.common.v1.Payload.decode(decryptBytes(keys, keyId, Buffer.from(data)));
};
