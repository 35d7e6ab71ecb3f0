/** Reads a frozen cut, and trusts nothing that does not have the hash that names it. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { CutDocument, CutFacts, CutManifest, CutSubject } from '@rounds/contracts/cut';
import type { CutRef } from '@rounds/contracts/run';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { corrupt, readObject, type CutRows } from './cut-rows.ts';
import { filedCut } from './filed-cut.ts';
import { segmentedCut } from './segmented-cut.ts';

export interface Cut extends CutRows {
  readonly sha256: string;
  readonly manifest: CutFacts;
  /** Of the cut's subjects, sorted. */
  readonly siteIds: readonly string[];
  /** DM.SITEID; undefined for a subject that DM does not know or that is not of the cut's sites. */
  readonly siteOf: (subject: string) => string | undefined;
  /** Subjects whose rows of DM name several sites. */
  readonly uncertain: readonly CutSubject[];
  readonly bytesOf: (document: CutDocument) => Promise<Buffer>;
}

/** The bytes, if they are those of the hash. */
const verified = async (objects: ObjectStore, key: string, expected: string): Promise<Buffer> => {
  const bytes = await readObject(key, () => objects.get(key));
  if (sha256Of(bytes) !== expected) throw corrupt(key, 'has another hash than expected');
  return bytes;
};

/** @throws RoundsError CUT_CORRUPT when the manifest is missing or is not the one that `ref` names. */
export const openCut = async (objects: ObjectStore, ref: CutRef): Promise<Cut> => {
  const bytes = await verified(objects, ref.manifestKey, ref.sha256);
  const manifest = JSON.parse(bytes.toString('utf8')) as CutManifest;
  const rows =
    manifest.version === 1
      ? await filedCut(objects, manifest, ref.manifestKey)
      : await segmentedCut(objects, manifest, ref.manifestKey);
  const sites = new Map(
    rows.subjects.flatMap(({ subject, siteId }) => (siteId === null ? [] : [[subject, siteId]])),
  );
  return {
    ...rows,
    sha256: ref.sha256,
    manifest,
    siteIds: [...new Set(sites.values())].sort(),
    siteOf: (subject) => sites.get(subject),
    uncertain: rows.subjects.filter(({ siteId }) => siteId === null),
    bytesOf: ({ key, sha256: expected }) => verified(objects, key, expected),
  };
};
