/** An import says of which days it brought, changed or ended rows; on a real MongoDB. */
import { systemClock } from '@rounds/adapters/clock';
import { ae, failingAt, importHarness, writeStudy, type ImportHarness } from '../testing/import-harness.ts';
import { withFolder, without } from '../testing/study-folder.ts';
import { importStudy } from './import-study.ts';

let bed: ImportHarness;
beforeEach(async () => {
  bed = await importHarness();
});
afterEach(() => bed.close());

const told = () => bed.mongo.collection('touchedDays').find({}).sort({ generation: 1 }).toArray();
const study = () => bed.mongo.collection('studies').findOne({ _id: 'S1' });

it('says nothing of a study that was not there: there is nothing to go on from', async () => {
  await withFolder(async (folder) => {
    await writeStudy(folder);
    await bed.run(folder);
    expect(await told()).toEqual([]);
  });
});

it('names the days of rows that came, changed or went, before and after, and the import before', async () => {
  await withFolder(async (folder) => {
    const day = (AEDTC: string) => ({ AEDTC });
    await writeStudy(folder, [
      ...[ae(1), ae(2, day('2024-02-02')), ae(3, day('2024-02-03')), ae(4, day('2024-02-04'))],
      ...[ae(5, day('2024-02-05')), ae(6, day('2024-02-06'))],
    ]);
    await bed.run(folder);
    const before = await study();
    await writeStudy(folder, [
      ...[ae(1), ae(2, { ...day('2024-02-02'), AETERM: 'another' }), ae(3, day('2024-03-03'))],
      ...[without(ae(4), 'AEDTC', 'AESTDTC'), ae(6, day('2024-02-06')), ae(7, day('2024-02-07'))],
    ]);
    await bed.run(folder, { acceptRemovals: true });
    const after = await study();
    expect(await told()).toMatchObject([
      {
        ...{ studyId: 'S1', generation: 2, importedAt: after?.importedAt, before: before?.importedAt },
        days: {
          AE: [...['2024-02-02', '2024-02-03', '2024-02-04', '2024-02-05', '2024-02-07', '2024-03-03'], null],
        },
      },
    ]);
    await bed.run(folder);
    expect((await told())[1]).toMatchObject({ generation: 3, days: {} });
  });
});

it('says nothing where it dies, and of what the next one does all', async () => {
  await withFolder(async (folder) => {
    await writeStudy(folder);
    await bed.run(folder);
    await writeStudy(folder, [ae(1, { AETERM: 'another' }), ae(2), ae(3)]);
    const options = { folder, today: '2026-11-22' };
    const dying = { mongo: failingAt(bed.mongo, 1), store: bed.store, now: systemClock };
    await expect(importStudy(options, dying)).rejects.toThrow('power cut');
    expect(await told()).toEqual([]);
    await bed.run(folder, {}, () => new Date(systemClock().getTime() + 600_000));
    expect(await told()).toMatchObject([{ generation: 2, days: { AE: ['2024-01-16'] } }]);
  });
});
