import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { CUT_DATASETS, type CutManifest } from '@rounds/contracts/cut';
import type { CutRef } from '@rounds/contracts/run';

const rowsIn = (manifest: CutManifest): readonly { readonly rows: number }[] =>
  manifest.version === 1
    ? manifest.files.filter(({ name }) => (CUT_DATASETS as readonly string[]).includes(name))
    : Object.values(manifest.datasets).flatMap(({ segments }) => segments);

export const cutRefOf = (manifestKey: string, bytes: Buffer): CutRef => {
  const manifest = JSON.parse(bytes.toString('utf8')) as CutManifest;
  return {
    manifestKey,
    sha256: sha256Of(bytes),
    rows: rowsIn(manifest).reduce((sum, { rows }) => sum + rows, 0),
    documents: manifest.documents.length,
  };
};
