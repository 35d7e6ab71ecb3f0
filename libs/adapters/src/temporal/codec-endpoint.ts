/** What Temporal's Web UI and CLI ask of a codec server: `POST …/decode` and `…/encode`, payloads as JSON. */
import { RoundsError } from '@rounds/contracts/errors';
import { parseInput } from '@rounds/contracts/input';
import type { Payload } from '@temporalio/common';
import { z } from 'zod';
import type { KeyRing } from '../crypto/key-ring.ts';
import { encryptionCodec } from './codec.ts';

const base64 = z.base64();
const payloads = z.object({
  payloads: z.array(
    z.object({ metadata: z.record(z.string(), base64).default({}), data: base64.default('') }),
  ),
});
export type JsonPayloads = z.infer<typeof payloads>;

/** @throws RoundsError INVALID_INPUT for another shape, UNPROCESSABLE for bytes that no key opens */
export const decodePayloads = async (keys: KeyRing, body: unknown): Promise<JsonPayloads> => {
  const encoded = fromJson(body);
  try {
    return toJson(await encryptionCodec(keys).decode(encoded));
  } catch (cause) {
    throw new RoundsError('UNPROCESSABLE', 'A payload cannot be decrypted with the keys at hand.', { cause });
  }
};

/** @throws RoundsError INVALID_INPUT for another shape */
export const encodePayloads = async (keys: KeyRing, body: unknown): Promise<JsonPayloads> =>
  toJson(await encryptionCodec(keys).encode(fromJson(body)));

const fromJson = (body: unknown): Payload[] =>
  parseInput(payloads, body, 'payloads').payloads.map(({ metadata, data }) => ({
    metadata: mapValues(metadata, (value) => Buffer.from(value, 'base64')),
    data: Buffer.from(data, 'base64'),
  }));

const toJson = (decoded: readonly Payload[]): JsonPayloads => ({
  payloads: decoded.map(({ metadata, data }) => ({
    metadata: mapValues(metadata ?? {}, toBase64),
    data: toBase64(data ?? new Uint8Array()),
  })),
});

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const mapValues = <From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
