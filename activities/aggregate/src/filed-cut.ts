/** A cut of an earlier version, which had files of its own: redriven, and compared with. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import {
  CUT_DATASETS,
  type CutDataset,
  type CutFile,
  type CutImplausible,
  type CutRow,
  type CutSubject,
  type CutUndated,
  type FiledManifest,
} from '@rounds/contracts/cut';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { corrupt, readObject, type CutRows } from './cut-rows.ts';

type Objects = Pick<ObjectStore, 'stream'>;

/** What the gzipped lines of the object say, and the hash of the lines. */
const readLines = async (objects: Objects, key: string): Promise<{ lines: unknown[]; sha256: string }> => {
  const gunzip = createGunzip();
  // An error of the source destroys gunzip, and so reaches the loop below.
  pipeline(await objects.stream(key), gunzip, () => undefined);
  const [hash, decoder] = [createHash('sha256'), new StringDecoder('utf8')];
  const lines: unknown[] = [];
  let rest = '';
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part));
  }
  if (rest !== '') lines.push(JSON.parse(rest));
  return { lines, sha256: hash.digest('hex') };
};

const readFile = <Line>(objects: Objects, { key, sha256, rows }: CutFile): Promise<readonly Line[]> =>
  readObject(key, async () => {
    const read = await readLines(objects, key);
    if (read.lines.length !== rows || read.sha256 !== sha256)
      throw corrupt(key, 'has other rows than its manifest says');
    return read.lines as Line[];
  });

export const filedCut = async (
  objects: Objects,
  { files }: FiledManifest,
  manifestKey: string,
): Promise<CutRows> => {
  const find = (name: string): CutFile | undefined => files.find((each) => each.name === name);
  const file = (name: string): CutFile => {
    const found = find(name);
    if (found === undefined) throw corrupt(manifestKey, `names no file ${name}`);
    return found;
  };
  return {
    subjects: await readFile<CutSubject>(objects, file('subjects')),
    datasets: CUT_DATASETS.filter((name) => find(name) !== undefined),
    holds: (name) => find(name) !== undefined,
    lacking: (name) => {
      const { rows, expected = rows } = file(name);
      return expected - rows;
    },
    parts: (name: CutDataset) => {
      const { sha256, rows } = file(name);
      return [
        { name: sha256, rows, first: null, last: null, read: () => readFile<CutRow>(objects, file(name)) },
      ];
    },
    // Whoever froze it left out the others.
    placeOf: () => () => 'in',
    dayless: async () => [
      ...(await readFile<CutUndated>(objects, file('undated'))),
      ...(await readFile<CutImplausible>(objects, file('implausible'))),
    ],
  };
};
