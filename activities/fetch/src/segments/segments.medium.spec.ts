/** What a cut reads again after an import; on a real MongoDB, as the fetch role's own user, and a real S3. */
import type { RecordDocument } from '@rounds/contracts/collections';
import type { CutDataset } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { recordId } from '@rounds/adapters/mongo/records.repository';
import { createCutIndexRepository } from '@rounds/adapters/mongo/cut-index.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { openFetchBed, type FetchBed } from '../testing/bed.ts';
import { record, storeStudy } from '../testing/study.ts';

let bed: FetchBed;
let mongo: Mongo;
let studyId: string;
let runId: string;
let cutOf: ReturnType<FetchBed['names']>['cutOf'];

beforeAll(async () => {
  bed = await openFetchBed();
  ({ mongo } = bed);
});
afterAll(() => bed.close());
beforeEach(() => {
  ({ studyId, runId, cutOf } = bed.names());
});

const dayOf = (index: number): LocalDate => `2024-01-${String(index).padStart(2, '0')}`;
const event = (day: number, changes: Partial<RecordDocument> = {}, AETERM = 'headache') =>
  record(
    studyId,
    'AE',
    { USUBJID: 'S1', AEDTC: dayOf(day), AETERM },
    { key: `S1|${dayOf(day)}`, ...changes },
  );
const subject = (SITEID: string, changes: Partial<RecordDocument> = {}) =>
  record(studyId, 'DM', { USUBJID: 'S1', SITEID }, { key: 'S1', ...changes });

/** Twelve events of twelve days, four a segment: none of them may be parted again by one row more. */
const FEW = { segmentRows: 6 };
const store = () =>
  storeStudy(mongo, studyId, [subject('701'), ...Array.from({ length: 12 }, (_, day) => event(day + 1))]);

let imports = 0;
/** As an import leaves it. @param ended keys of the versions of generation 1 that it ended */
const imported = async (
  added: readonly RecordDocument[],
  ended: readonly string[] = [],
  touched: Record<string, (LocalDate | null)[]> | null = {},
): Promise<void> => {
  const study = await mongo.collection('studies').findOne({ _id: studyId });
  const { generation = 0, importedAt = new Date(0) } = study ?? {};
  const next = { generation: generation + 1, importedAt: new Date(importedAt.getTime() + 1_000) };
  if (added.length > 0)
    await mongo.collection('records').insertMany(
      added.map((row) => {
        const { generation: from } = next;
        return { ...row, from, _id: recordId(studyId, row.domain, row.key, from) };
      }),
    );
  await mongo
    .collection('records')
    .updateMany({ studyId, key: { $in: [...ended] }, from: 1 }, { $set: { until: next.generation } });
  const { touch } = createCutIndexRepository(mongo);
  const _id = `imp ${studyId} ${String((imports += 1))}`;
  if (touched !== null)
    await mongo.client.withSession((session) =>
      touch({ _id, studyId, ...next, before: importedAt, days: touched }, session),
    );
  await mongo.collection('studies').updateOne({ _id: studyId }, { $set: next });
};

/** The cut now, and how many objects were put for it. */
const cutNow = async (id: string, changes: Parameters<typeof cutOf>[1] = {}) => {
  let puts = 0;
  const objects: ObjectStore = {
    ...bed.objects,
    put: (...object) => {
      if (object[0].startsWith('segments/')) puts += 1;
      return bed.objects.put(...object);
    },
  };
  const cut = await cutOf({ runId: id }, { ...FEW, objects, ...changes });
  const segments = (name: CutDataset) => cut.manifest.datasets[name]?.segments ?? [];
  return { ...cut, puts, keysOf: (name: CutDataset) => segments(name).map(({ key }) => key), segments };
};

describe('the first cut of a study', () => {
  it('has its rows in segments of days that follow each other', async () => {
    await store();
    const { segments } = await cutNow(runId);
    expect(segments('AE').map(({ first, last, rows }) => [first, last, rows])).toEqual([
      [dayOf(1), dayOf(4), 4],
      [dayOf(5), dayOf(8), 4],
      [dayOf(9), dayOf(12), 4],
    ]);
    expect(segments('LB')).toEqual([]);
  });

  it('of one day with more rows than a segment may have has several of it', async () => {
    const rows = Array.from({ length: 14 }, (_, index) => event(1, { key: `S1|${String(index + 10)}` }));
    await storeStudy(mongo, studyId, [...rows, event(2)]);
    const cut = await cutNow(runId);
    expect(cut.segments('AE').map(({ last, rows: held }) => [last, held])).toEqual([
      ...[6, 6, 2].map((held) => [dayOf(1), held]),
      [dayOf(2), 1],
    ]);
    expect(cut.stored('AE')).toHaveLength(15);
  });

  it('of one row, and of none, is one', async () => {
    await storeStudy(mongo, studyId, [event(1)]);
    const cut = await cutNow(runId);
    expect([cut.keys('AE'), cut.segments('DM'), cut.subjects]).toEqual([[`S1|${dayOf(1)}`], [], []]);
  });
});

describe('the next cut', () => {
  it('of another period reads nothing again', async () => {
    await store();
    const first = await cutNow(runId);
    const cut = await cutOf({ runId: `${runId}-2`, period: { start: '2024-02-26', end: '2024-03-04' } }, FEW);
    expect(cut.manifest.datasets).toEqual(first.manifest.datasets);
  });

  it('reads again the days that the import touched alone', async () => {
    await store();
    const before = await cutNow(runId);
    await imported([event(6, {}, 'new'), event(20)], [`S1|${dayOf(6)}`], { AE: [dayOf(6), dayOf(20)] });
    const after = await cutNow(`${runId}-2`);
    expect(after.puts).toBe(2);
    expect(after.keysOf('AE')[0]).toBe(before.keysOf('AE')[0]);
    expect(after.stored('AE').map(({ row }) => row.AETERM)).toContain('new');
    expect(after.keys('AE')).toHaveLength(13);
    expect(after.manifest.datasets.DM).toEqual(before.manifest.datasets.DM);
    expect(after.manifest.datasets.AE?.expected).toBe(13);
  });

  it('has the same addresses where a range was read again and is as it was', async () => {
    await store();
    const before = await cutNow(runId);
    await imported([], [], { AE: [dayOf(6)] });
    const after = await cutNow(`${runId}-2`);
    expect(after.puts).toBe(1);
    const addresses = (cut: typeof before) => cut.segments('AE').map(({ address }) => address);
    expect(addresses(after)).toEqual(addresses(before));
    expect(after.keysOf('AE')[1]).not.toBe(before.keysOf('AE')[1]);
  });

  it('sees a row that moved its day, and one that is gone, though nothing is left of them', async () => {
    await store();
    await cutNow(runId);
    await imported([{ ...event(2), day: null }], [`S1|${dayOf(2)}`, `S1|${dayOf(11)}`], {
      AE: [dayOf(2), dayOf(11), null],
    });
    // The next import has begun.
    await mongo.collection('records').deleteMany({ studyId, until: { $lte: 2 } });
    const cut = await cutNow(`${runId}-2`);
    expect(cut.keys('AE')).toHaveLength(10);
    expect(cut.undated).toMatchObject([{ key: `S1|${dayOf(2)}` }]);
  });

  it('goes on over several imports, and reads all again where one of them did not say what it touched', async () => {
    await store();
    await cutNow(runId);
    await imported([event(20)], [], { AE: [dayOf(20)] });
    await imported([event(21)], [], { AE: [dayOf(21)] });
    const cut = await cutNow(`${runId}-2`);
    expect([cut.puts, cut.keys('AE').length]).toEqual([1, 14]);
    await imported([event(22)], [`S1|${dayOf(1)}`], null);
    await mongo.collection('records').deleteMany({ studyId, until: { $exists: true } });
    const all = await cutNow(`${runId}-3`);
    expect(all.keys('AE')).toHaveLength(14);
    expect(all.keys('AE')).not.toContain(`S1|${dayOf(1)}`);
    expect(all.puts).toBeGreaterThan(3);
  });

  it('trusts nothing of another past: of a database that was restored, or a study that was brought anew', async () => {
    await store();
    await imported([event(20)], [], { AE: [dayOf(20)] });
    await cutNow(runId);
    await mongo.collection('records').deleteMany({ studyId });
    const rows = [event(3), subject('702')].map((row) => ({ ...row, from: 1 }));
    await mongo.collection('records').insertMany(rows);
    await mongo
      .collection('studies')
      .updateOne({ _id: studyId }, { $set: { generation: 2, importedAt: new Date('2025-01-01T00:00:00Z') } });
    const cut = await cutNow(`${runId}-2`);
    expect([cut.keys('AE'), cut.subjects]).toEqual([[`S1|${dayOf(3)}`], [{ subject: 'S1', siteId: '702' }]]);
  });

  it('of a subject that moved its site knows it there, and reads no other row again', async () => {
    await store();
    const before = await cutNow(runId);
    await imported([subject('702')], ['S1'], { DM: ['2024-01-02'] });
    const cut = await cutNow(`${runId}-2`);
    expect(cut.subjects).toEqual([{ subject: 'S1', siteId: '702' }]);
    expect(cut.puts).toBe(2);
    expect(cut.manifest.datasets.AE).toEqual(before.manifest.datasets.AE);
  });

  it('knows treatments that came, and keeps those that are gone', async () => {
    await store();
    const arm = (ARM: string) =>
      record(studyId, 'DM', { USUBJID: 'S2', ARM, DMDTC: dayOf(9) }, { key: 'S2' });
    await mongo.collection('records').insertOne(arm('Old'));
    expect((await cutNow(runId)).manifest.treatments.names).toContain('Old');
    await imported([arm('New')], ['S2'], { DM: [dayOf(9)] });
    await mongo.collection('records').deleteMany({ studyId, until: { $exists: true } });
    const { manifest } = await cutNow(`${runId}-2`);
    expect(manifest.treatments.names).toEqual(expect.arrayContaining(['New', 'Old', 'Placebo']));
  });

  it('is made again from where an attempt broke off', async () => {
    await store();
    await cutNow(runId);
    await imported([event(20), subject('702')], ['S1'], { AE: [dayOf(20)], DM: ['2024-01-02'] });
    const broken = new Error('killed');
    const beat = (progress: unknown) => {
      if ((progress as { dataset?: string }).dataset === 'AE') throw broken;
    };
    await expect(cutNow(`${runId}-2`, { beat })).rejects.toBe(broken);
    const cut = await cutNow(`${runId}-2`);
    // The subjects and DM were there.
    expect(cut.puts).toBe(1);
    expect(cut.keys('AE')).toHaveLength(13);
  });
});

describe('addresses', () => {
  it('tell nothing to who knows all rows but the treatments: each study has a key of its own', async () => {
    await store();
    const one = await cutNow(runId);
    const other = bed.names();
    await storeStudy(mongo, other.studyId, [
      ...Array.from({ length: 12 }, (_, day) => ({
        ...event(day + 1),
        _id: `${other.studyId}|AE|${String(day)}`,
        studyId: other.studyId,
      })),
    ]);
    const second = await other.cutOf({}, FEW);
    const addresses = ({ manifest }: Pick<typeof one, 'manifest'>) =>
      (manifest.datasets.AE?.segments ?? []).map(({ address }) => address);
    expect(addresses(second)).toHaveLength(3);
    expect(addresses(second)).not.toEqual(addresses(one));
    expect(one.manifest.addressKey).toMatch(/^[0-9a-f]{64}$/);
    expect(second.manifest.addressKey).not.toBe(one.manifest.addressKey);
  });
});
