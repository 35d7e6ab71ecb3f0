import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { encryptionCodec, type CodecKeys } from './codec.ts';

/** The build puts the file beside each program, so that this holds in dist/ too. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/** The one data converter: client, workers, replay and tests must share it, or they cannot read each other. */
export const dataConverter = (keys: CodecKeys): DataConverter => ({
  payloadCodecs: [encryptionCodec(keys)],
  failureConverterPath,
});
