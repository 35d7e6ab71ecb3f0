/** A small study, and its import into a database and a bucket of the test's own. */
import { systemClock, type Clock } from '@rounds/adapters/clock';
import { ensureIndexes } from '@rounds/adapters/mongo/indexes';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { generationOf, visibleAt } from '@rounds/adapters/mongo/generations';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { roleObjects } from '@rounds/adapters/testing/role-objects';
import { testMongo, testObjectStore } from '@rounds/adapters/testing/servers';
import type { Collections, RecordDocument } from '@rounds/contracts/collections';
import type { SdtmRow } from '@rounds/contracts/received';
import type { Filter } from 'mongodb';
import type { ImportOptions } from '../import/import-options.ts';
import { importStudy } from '../import/import-study.ts';
import type { ImportSummary } from '../import/import-summary.ts';
import { writeRows } from './study-folder.ts';

export const TODAY = '2026-11-22';
export const BY = 'data.manager@example.org';

export const DM: readonly SdtmRow[] = [
  { STUDYID: 'S1', DOMAIN: 'DM', USUBJID: 'S1-701-01', SITEID: '701', ARM: 'Placebo', DMDTC: '2024-01-02' },
  { STUDYID: 'S1', DOMAIN: 'DM', USUBJID: 'S1-702-01', SITEID: '702', ARM: 'High', DMDTC: '2024-01-09' },
];

export const ae = (sequence: number, variables: Record<string, string | number> = {}): SdtmRow => ({
  STUDYID: 'S1',
  DOMAIN: 'AE',
  USUBJID: 'S1-701-01',
  AESEQ: sequence,
  AETERM: `event ${sequence}`,
  AEDTC: '2024-01-16',
  AESTDTC: '2024-01',
  ...variables,
});

const TS: readonly SdtmRow[] = [
  { STUDYID: 'S1', DOMAIN: 'TS', TSSEQ: 1, TSPARMCD: 'TITLE', TSVAL: 'A small trial' },
  { STUDYID: 'S1', DOMAIN: 'TS', TSSEQ: 1, TSPARMCD: 'PLANSUB', TSVAL: '12' },
];

export const writeStudy = async (
  folder: string,
  events: readonly SdtmRow[] = [ae(1), ae(2), ae(3)],
): Promise<void> => {
  await writeRows(folder, 'DM', DM);
  await writeRows(folder, 'AE', events);
  await writeRows(folder, 'TS', TS);
};

/** Inserted, changed, unchanged, removed, refused, by file. */
export const counts = ({ files }: ImportSummary): Record<string, number[]> =>
  Object.fromEntries(
    files.map(({ file, inserted, changed, unchanged, removed, refused }) => [
      file,
      [inserted, changed, unchanged, removed, refused],
    ]),
  );

export interface ImportHarness {
  readonly mongo: Mongo;
  readonly store: ObjectStore;
  run(folder: string, options?: Partial<ImportOptions>, now?: Clock): Promise<ImportSummary>;
  /** Every row of the study, by id. */
  records(studyId?: string): Promise<RecordDocument[]>;
  /** By study, domain and key: `S1|AE|S1-701-01|2`. */
  record(id: string): Promise<RecordDocument | null>;
  close(): Promise<void>;
}

export const importHarness = async (): Promise<ImportHarness> => {
  const mongo = testMongo('import');
  await ensureIndexes(mongo);
  const store = await testObjectStore('import');
  /** Of all studies, each as of its own generation. */
  const visible = async (which: Filter<RecordDocument>) => {
    const studies = await mongo.collection('studies').find({}).toArray();
    const each = studies.map((study) => ({ studyId: study._id, ...visibleAt(generationOf(study)) }));
    return mongo
      .collection('records')
      .find(each.length === 0 ? { _id: '' } : { ...which, $or: each })
      .sort({ _id: 1 });
  };
  return {
    mongo,
    store,
    run: (folder, options = {}, now = systemClock) =>
      importStudy(
        { folder, today: TODAY, by: BY, ...options },
        { mongo, store: roleObjects('import', store), now },
      ),
    records: async (studyId) => (await visible(studyId === undefined ? {} : { studyId })).toArray(),
    record: async (id) => {
      const [studyId = '', domain = '', ...key] = id.split('|');
      return (await visible({ studyId, domain, key: key.join('|') })).next();
    },
    close: () => mongo.close(),
  };
};

/** Rows can be written `writes - 1` times; then nothing can, as if the process were dead. */
export const failingAt = (mongo: Mongo, writes: number): Pick<Mongo, 'collection' | 'client'> => {
  let left = writes;
  const dies = (name: keyof Collections, property: string | symbol): boolean => {
    if (name === 'records' && property === 'bulkWrite') left -= 1;
    return left <= 0 && /^(bulkWrite|(insert|update|delete)(One|Many))$/.test(String(property));
  };
  const collection = ((name: keyof Collections) => {
    const real = mongo.collection(name);
    return new Proxy(real, {
      get: (target, property) => {
        if (dies(name, property)) return () => Promise.reject(new Error('power cut'));
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    });
  }) as Mongo['collection'];
  return { collection, client: mongo.client };
};
