import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { KeyRing } from '../crypto/key-ring.ts';
import { encryptionCodec } from './codec.ts';

/** The build puts the file beside each program, so that this holds in dist/ too. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/** The one data converter: client, workers, replay and tests must share it, or they cannot read each other. */
export const dataConverter = (keys: KeyRing): DataConverter => ({
  payloadCodecs: [encryptionCodec(keys)],
  failureConverterPath,
});
