/** Reads a frozen cut, and trusts nothing that does not have the hash that the manifest names. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type {
  CutDataset,
  CutDocument,
  CutFile,
  CutImplausible,
  CutManifest,
  CutRow,
  CutSubject,
  CutUndated,
} from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import type { CutRef } from '@rounds/contracts/run';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';

export interface Cut {
  readonly sha256: string;
  readonly manifest: CutManifest;
  /** Sorted by subject. */
  readonly subjects: readonly CutSubject[];
  /** Of the cut's subjects, sorted. */
  readonly siteIds: readonly string[];
  /** DM.SITEID; undefined for a subject that DM does not know or that is not of the cut's sites. */
  readonly siteOf: (subject: string) => string | undefined;
  /** Subjects whose rows of DM name several sites. */
  readonly uncertain: readonly CutSubject[];
  readonly holds: (name: CutDataset) => boolean;
  /** Sorted by key. @throws RoundsError CUT_CORRUPT, at the end at the latest; also where the cut does not hold it. */
  rows(name: CutDataset): AsyncIterable<CutRow>;
  undated(): AsyncIterable<CutUndated>;
  implausible(): AsyncIterable<CutImplausible>;
  bytesOf(document: CutDocument): Promise<Buffer>;
}

const corrupt = (key: string, what: string, cause?: unknown): RoundsError =>
  new RoundsError('CUT_CORRUPT', `The cut cannot be trusted: ${key} ${what}.`, { cause });

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Turns what the object itself is at fault for into CUT_CORRUPT; a server that is down stays what it is. */
const asCorrupt = (key: string, error: unknown): unknown => {
  const code = codeOf(error);
  if (code === 'NOT_FOUND') return corrupt(key, 'is missing', error);
  const unreadable = code.startsWith('Z_') || error instanceof SyntaxError;
  return unreadable ? corrupt(key, 'cannot be read', error) : error;
};

/** The bytes, if they are those of the hash. */
const verified = async (objects: ObjectStore, key: string, expected: string): Promise<Buffer> => {
  try {
    const bytes = await objects.get(key);
    if (sha256Of(bytes) === expected) return bytes;
  } catch (error) {
    throw asCorrupt(key, error);
  }
  throw corrupt(key, 'has another hash than expected');
};

/** Lines of a gzipped text, hashed as they pass. */
async function* lines(
  objects: ObjectStore,
  key: string,
  hashed: (chunk: Buffer) => void,
): AsyncGenerator<string> {
  const gunzip = createGunzip();
  // An error of the source destroys gunzip, and so reaches the loop below.
  pipeline(await objects.stream(key), gunzip, () => undefined);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    hashed(chunk);
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

async function* readFile<Line>(objects: ObjectStore, file: CutFile): AsyncGenerator<Line> {
  const hash = createHash('sha256');
  let count = 0;
  try {
    for await (const line of lines(objects, file.key, (chunk) => hash.update(chunk))) {
      count += 1;
      yield JSON.parse(line) as Line;
    }
  } catch (error) {
    throw asCorrupt(file.key, error);
  }
  if (count !== file.rows || hash.digest('hex') !== file.sha256)
    throw corrupt(file.key, 'has other rows than its manifest says');
}

/** @throws RoundsError CUT_CORRUPT when the manifest is missing or is not the one that `ref` names. */
export const openCut = async (objects: ObjectStore, ref: CutRef): Promise<Cut> => {
  const bytes = await verified(objects, ref.manifestKey, ref.sha256);
  const manifest = JSON.parse(bytes.toString('utf8')) as CutManifest;

  const read = <Line>(name: string): AsyncIterable<Line> => {
    const file = manifest.files.find((each) => each.name === name);
    if (file === undefined) throw corrupt(ref.manifestKey, `names no file ${name}`);
    return readFile<Line>(objects, file);
  };

  const subjects: CutSubject[] = [];
  for await (const each of read<CutSubject>('subjects')) subjects.push(each);
  const sites = new Map(
    subjects.flatMap(({ subject, siteId }) => (siteId === null ? [] : [[subject, siteId]])),
  );
  return {
    sha256: ref.sha256,
    manifest,
    subjects,
    siteIds: [...new Set(sites.values())].sort(),
    siteOf: (subject) => sites.get(subject),
    uncertain: subjects.filter(({ siteId }) => siteId === null),
    holds: (name) => manifest.files.some((file) => file.name === name),
    rows: (name) => read<CutRow>(name),
    undated: () => read<CutUndated>('undated'),
    implausible: () => read<CutImplausible>('implausible'),
    bytesOf: ({ key, sha256: expected }) => verified(objects, key, expected),
  };
};
