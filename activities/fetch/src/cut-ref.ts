import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { CUT_DATASETS, type CutManifest } from '@rounds/contracts/cut';
import type { CutRef } from '@rounds/contracts/run';

export const cutRefOf = (manifestKey: string, bytes: Buffer): CutRef => {
  const { files, documents } = JSON.parse(bytes.toString('utf8')) as CutManifest;
  const datasets: readonly string[] = CUT_DATASETS;
  const counted = files.filter(({ name }) => datasets.includes(name));
  return {
    manifestKey,
    sha256: sha256Of(bytes),
    rows: counted.reduce((sum, { rows }) => sum + rows, 0),
    documents: documents.length,
  };
};
