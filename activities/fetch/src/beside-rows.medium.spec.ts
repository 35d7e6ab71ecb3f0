/** What a cut knows beside rows: documents, refused rows, treatments; on a real MongoDB and a real S3. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { LATER, openFetchBed, type FetchBed } from './testing/bed.ts';
import { record, storeDocument, storeImport, storeStudy } from './testing/study.ts';

let bed: FetchBed;
let mongo: Mongo;
let objects: ObjectStore;
let studyId: string;
let runId: string;
let cutOf: ReturnType<FetchBed['names']>['cutOf'];

beforeAll(async () => {
  bed = await openFetchBed();
  ({ mongo, objects } = bed);
});
afterAll(() => bed.close());
beforeEach(() => {
  ({ studyId, runId, cutOf } = bed.names());
});

describe('the documents of a cut', () => {
  const received = (_id: string, receivedAt: string) =>
    storeDocument(mongo, objects, { _id: `${studyId}-${_id}`, studyId, receivedAt: new Date(receivedAt) });
  const idsOf = async (...given: Parameters<typeof cutOf>) =>
    (await cutOf(...given)).manifest.documents.map(({ documentId }) => documentId.replace(`${studyId}-`, ''));

  it('are those received on local days of the period', async () => {
    await storeStudy(mongo, studyId, []);
    await received('a-before', '2024-03-03T22:59:59.999Z');
    const first = await received('b-first', '2024-03-03T23:00:00Z');
    await received('c-last', '2024-03-10T22:59:59.999Z');
    await received('d-after', '2024-03-10T23:00:00Z');
    const { manifest } = await cutOf();
    expect(manifest.documents.map(({ documentId, receivedOn }) => [documentId, receivedOn])).toEqual([
      [`${studyId}-b-first`, '2024-03-04'],
      [`${studyId}-c-last`, '2024-03-10'],
    ]);
    expect(manifest.documents[0]).toMatchObject({
      kind: 'text',
      title: 'A narrative',
      key: first.key,
      sha256: first.sha256,
      bytes: first.bytes,
    });
    expect(await idsOf({ runId: `${runId}-nz`, timeZone: 'Pacific/Auckland' })).toEqual(
      ['b-first', 'a-before'].sort(),
    );
  });

  it('are named as lacking where their bytes are gone, cut short or others', async () => {
    await storeStudy(mongo, studyId, []);
    const at = '2024-03-05T12:00:00Z';
    const [, gone, short, other] = [
      await received('a', at),
      await received('b', at),
      await received('c', at),
      await received('d', at),
    ];
    await objects.remove(gone.key);
    await objects.put(short.key, Buffer.from('cut'), 'text/plain');
    await objects.put(other.key, Buffer.alloc(other.bytes, 'x'), 'text/plain');
    const beats: unknown[] = [];
    const { manifest } = await cutOf({}, { beat: (progress) => beats.push(progress) });
    expect(manifest.documents).toHaveLength(4);
    expect(manifest.lacking).toEqual([
      { documentId: `${studyId}-b`, kind: 'text', reason: 'missing' },
      { documentId: `${studyId}-c`, kind: 'text', reason: 'changed' },
      { documentId: `${studyId}-d`, kind: 'text', reason: 'changed' },
    ]);
    expect(beats).toContainEqual({ document: `${studyId}-d` });
  });

  it('are whole otherwise: the cut names none as lacking', async () => {
    await storeStudy(mongo, studyId, []);
    await received('a', '2024-03-05T12:00:00Z');
    expect((await cutOf()).manifest).not.toHaveProperty('lacking');
  });
});

describe('beside rows and documents', () => {
  it('counts the rows that the newest import of each domain refused', async () => {
    await storeStudy(mongo, studyId, []);
    await storeImport(mongo, studyId, new Date('2024-01-01'), { AE: 3, LB: 2 });
    await storeImport(mongo, studyId, new Date('2024-02-01'), { AE: 1 });
    expect((await cutOf()).manifest.refusedAtImport).toEqual({ AE: 1, LB: 2 });
  });

  it('knows the names of every treatment of the study, wherever and whenever they stand', async () => {
    const arm = (ARM: string, ARMCD: string, more = {}) => ({ ARM, ARMCD, ...more });
    await storeStudy(mongo, studyId, [
      record(studyId, 'DM', arm('Placebo', 'Pbo', { USUBJID: 'S1', ACTARM: 'Drug' }), { key: 'S1' }),
      record(studyId, 'DM', arm('Drug High', 'D_Hi', { USUBJID: 'S2', SITEID: '702' }), { key: 'S2' }),
      record(studyId, 'DM', arm('Drug Low', 'D_Lo', { USUBJID: 'S3', DMDTC: LATER }), { key: 'S3' }),
      record(studyId, 'DM', arm('Old', 'O'), { key: 'S4', until: 1 }),
      record(studyId, 'DM', arm('Of an import that is under way', 'U'), { key: 'S5', from: 2 }),
      record(studyId, 'EX', { EXTRT: 'DRUG' }),
      record(studyId, 'AE'),
      {
        ...record(studyId, 'AE'),
        _id: `${studyId}|TS|1`,
        domain: 'TS',
        row: { TSPARMCD: 'COMPTRT', TSVAL: 'Comparator' },
      },
      {
        ...record(studyId, 'AE'),
        _id: `${studyId}|TS|2`,
        domain: 'TS',
        row: { TSPARMCD: 'TITLE', TSVAL: 'T' },
      },
      {
        ...record(studyId, 'AE'),
        _id: `${studyId}|TA|1`,
        domain: 'TA',
        row: { ARM: 'Never given', ARMCD: 'NG' },
      },
    ]);
    expect((await cutOf()).manifest.treatments).toEqual({
      names: ['Comparator', 'DRUG', 'Drug', 'Drug High', 'Drug Low', 'Never given', 'Old', 'Placebo'],
      codes: ['D_Hi', 'D_Lo', 'NG', 'O', 'Pbo'],
      doses: ['0 mg'],
    });
  });
});
