/** A cut that names what it shares with others of its study. */
import { promisify } from 'node:util';
import { gunzip as gunzipCallback } from 'node:zlib';
import {
  CUT_DATASETS,
  rowsIn,
  type CutDataset,
  type CutObject,
  type CutSegment,
  type CutSubject,
  type SegmentedDataset,
  type SegmentedManifest,
} from '@rounds/contracts/cut';
import { segmentRows } from '@rounds/contracts/segment';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { addressOf } from '@rounds/adapters/s3/segments';
import { corrupt, readObject, type CutRows, type Part, type Place } from './cut-rows.ts';

const gunzip = promisify(gunzipCallback);

type Objects = Pick<ObjectStore, 'get'>;

const readText = async (
  objects: Objects,
  { key, address }: CutObject,
  addressKey: string,
): Promise<string> => {
  const text = (await gunzip(await objects.get(key))).toString('utf8');
  if (addressOf(addressKey, text) !== address) throw corrupt(key, 'has other rows than its address says');
  return text;
};

const partOf = (objects: Objects, segment: CutSegment, addressKey: string): Part => ({
  ...segment,
  name: segment.address,
  read: () => readObject(segment.key, async () => segmentRows(await readText(objects, segment, addressKey))),
});

/** Days as they were received are judged: before the earliest, or after the dataset came, they cannot be. */
const placeWithin =
  (end: string, { earliest, latest }: SegmentedDataset) =>
  (day: string | null): Place => {
    if (day === null) return 'undated';
    if (day < earliest || day > latest) return 'implausible';
    return day < end ? 'in' : 'later';
  };

export const segmentedCut = async (
  objects: Objects,
  { addressKey, subjects, datasets, period }: SegmentedManifest,
  manifestKey: string,
): Promise<CutRows> => {
  const dataset = (name: CutDataset): SegmentedDataset => {
    const found = datasets[name];
    if (found === undefined) throw corrupt(manifestKey, `names no dataset ${name}`);
    return found;
  };
  return {
    addressKey,
    subjects: await readObject(
      subjects.key,
      async () => JSON.parse(await readText(objects, subjects, addressKey)) as CutSubject[],
    ),
    datasets: CUT_DATASETS.filter((name) => datasets[name] !== undefined),
    holds: (name) => datasets[name] !== undefined,
    lacking: (name) => dataset(name).expected - rowsIn(dataset(name).segments),
    parts: (name) => dataset(name).segments.map((segment) => partOf(objects, segment, addressKey)),
    placeOf: (name) => placeWithin(period.end, dataset(name)),
  };
};
