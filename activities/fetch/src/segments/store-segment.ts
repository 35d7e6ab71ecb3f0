/** One object of a cut that others of its study can share. */
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import type { CutObject, CutRow, CutSegment } from '@rounds/contracts/cut';
import { segmentText } from '@rounds/contracts/segment';
import { addressOf, segmentKey } from '@rounds/adapters/s3/segments';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';

const gzip = promisify(gzipCallback);

/** Half of the default's time, for a tenth more bytes. */
const LEVEL = 4;

/** Objects that are under way to the store at once. */
const MOST_PUTS = 4;

export interface SegmentStore {
  /** Of one dataset, in the order of their keys; they are there once `settled`. */
  readonly rows: (rows: readonly CutRow[]) => Promise<CutSegment>;
  readonly text: (text: string, rows: number) => Promise<CutObject>;
  readonly settled: () => Promise<void>;
}

const factsOf = (rows: readonly CutRow[]): Pick<CutSegment, 'first' | 'last' | 'receivedAt'> => {
  let [first, last, receivedAt]: [string | null, string | null, string] = [
    rows[0]?.day ?? null,
    rows[0]?.day ?? null,
    '',
  ];
  for (const row of rows) {
    if (row.receivedAt > receivedAt) ({ receivedAt } = row);
    const { day } = row;
    if (day === null || first === null || last === null) [first, last] = [null, null];
    else if (day < first) first = day;
    else if (day > last) last = day;
  }
  return { first, last, receivedAt };
};

/** @param key of the study's addresses, hex. @param cutId of the making, which names what it puts */
export const createSegmentStore = (
  objects: Pick<ObjectStore, 'put'>,
  { studyId, key, cutId }: { readonly studyId: string; readonly key: string; readonly cutId: string },
): SegmentStore => {
  const puts: Promise<void>[] = [];
  const put = async (name: string, text: string): Promise<void> => {
    await objects.put(name, await gzip(text, { level: LEVEL }), 'application/gzip');
  };
  const text = async (content: string, rows: number): Promise<CutObject> => {
    const address = addressOf(key, content);
    const name = segmentKey(studyId, address, cutId);
    if (puts.length >= MOST_PUTS) await puts.shift();
    const own = put(name, content);
    // It is awaited above or by `settled`; until then it must not be an unhandled one.
    own.catch(() => undefined);
    puts.push(own);
    return { address, key: name, rows };
  };
  return {
    text,
    rows: async (rows) => ({ ...(await text(segmentText(rows), rows.length)), ...factsOf(rows) }),
    settled: async () => {
      await Promise.all(puts.splice(0));
    },
  };
};
