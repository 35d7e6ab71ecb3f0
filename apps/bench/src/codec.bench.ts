import { randomBytes } from 'node:crypto';
import { encryptionCodec, parseCodecKeys } from '@rounds/adapters/temporal/codec';
import { medianMs, rounded } from './measure.ts';

const PAYLOADS = 1_000;

/** A run's input is about a kilobyte; encrypting one is paid at every step of every workflow. */
export const codecBench = async () => {
  const codec = encryptionCodec(parseCodecKeys(`k1:${randomBytes(32).toString('base64')}`));
  const payloads = Array.from({ length: PAYLOADS }, () => ({ metadata: {}, data: randomBytes(1024) }));
  const encoded = await codec.encode(payloads);
  const encode = await medianMs(() => codec.encode(payloads));
  const decode = await medianMs(() => codec.decode(encoded));
  return {
    encodedPerSecond: rounded((PAYLOADS / encode) * 1000),
    ratioDecodeToEncode: rounded(decode / encode),
  };
};
