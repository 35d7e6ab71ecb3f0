/** What an import may not do unasked, and a dry run. Real: MongoDB and S3. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataset } from '../readers/open-dataset.ts';
import { caseFolder } from '../testing/cases.ts';
import { ae, counts, DM, importHarness, writeStudy, type ImportHarness } from '../testing/import-harness.ts';
import { readAll, tableFrom, withFolder, writeRows } from '../testing/study-folder.ts';
import { writeDataset } from '../writers/write-dataset.ts';
import type { RefusalLimit } from './judge.ts';

let study: ImportHarness;
beforeEach(async () => {
  study = await importHarness();
});
afterEach(async () => {
  await study.close();
});

/** All that the database holds. */
const everything = async () => {
  const { mongo } = study;
  const names = ['records', 'studies', 'imports', 'refusals', 'documents'] as const;
  return Promise.all(names.map((name) => mongo.collection(name).find({}).sort({ _id: 1 }).toArray()));
};

/** A study of 40 events is stored; the folder is then of the test. */
const withEvents = (work: (folder: string) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    await writeStudy(folder, EVENTS);
    await study.run(folder);
    await work(folder);
  });

const EVENTS = Array.from({ length: 40 }, (_, index) => ae(index + 1));

const refusedFor = (fields: readonly string[]) => ({
  code: 'INVALID_INPUT',
  fields: fields.map((field) => ({ field })),
});

describe('rows that would be gone', () => {
  it('stop an import when they are more than a fifth of their domain, and nothing of it is kept', async () => {
    await withEvents(async (folder) => {
      const before = await study.records();
      await writeRows(folder, 'AE', [...EVENTS.slice(9), ae(99)]);
      const refused = study.run(folder);
      await expect(refused).rejects.toMatchObject({
        ...refusedFor(['AE']),
        message: expect.stringContaining('AE must not lose 9 of its 40 rows') as string,
        summary: { rows: 36, files: [{ file: 'ae.ndjson', inserted: 1, removed: 9 }, {}, {}] },
      });
      expect(await study.records()).toEqual(before);
      const { records, imports } = {
        records: study.mongo.collection('records'),
        imports: study.mongo.collection('imports'),
      };
      expect(await records.countDocuments({ $or: [{ from: 2 }, { until: { $exists: true } }] })).toBe(0);
      const [kept] = await imports.find({ refused: { $exists: true } }).toArray();
      expect(kept).toMatchObject({ refused: { faults: [{ field: 'AE' }] }, files: [{ removed: 9 }, {}, {}] });
      for (const field of ['finishedAt', 'aliveAt', 'generation']) expect(kept).not.toHaveProperty(field);

      await study.run(folder, { acceptRemovals: ['AE'] });
      expect((await study.records()).filter(({ domain }) => domain === 'AE')).toHaveLength(32);
    });
  });

  it('are told of a transport file that was cut off at a row’s end', async () => {
    await withFolder(async (folder) => {
      await cp(caseFolder('XCUT'), folder, { recursive: true });
      const cut = await openDataset(join(folder, 'ae.xpt'));
      const rows = (await readAll(cut)).map(({ values }) => values);
      const whole = [0, 10, 20, 30].flatMap((more) =>
        rows.map((row) => ({ ...row, AESEQ: Number(row.AESEQ) + more })),
      );
      expect([rows.length, whole.length]).toEqual([10, 40]);
      await writeRows(folder, 'AE', whole, 'xpt');
      await study.run(folder);
      await expect(study.run(caseFolder('XCUT'))).rejects.toMatchObject({
        ...refusedFor(['AE']),
        message: expect.stringContaining(
          '30 of its 40 rows without consent: give --accept-removals AE',
        ) as string,
      });
      expect((await study.records()).filter(({ domain }) => domain === 'AE')).toHaveLength(40);
    });
  });

  it('are all, where a file has none: then it must be said that the domain is empty', async () => {
    await withEvents(async (folder) => {
      await writeDataset(folder, { ...tableFrom('AE', EVENTS), rows: [] }, 'ndjson');
      await expect(study.run(folder)).rejects.toMatchObject({
        message: expect.stringContaining('or --empty AE') as string,
      });
      await expect(study.run(folder, { empty: ['DM'] })).rejects.toMatchObject(refusedFor(['AE', 'DM']));
      const summary = await study.run(folder, { empty: ['AE'] });
      expect(counts(summary)['ae.ndjson']).toEqual([0, 0, 0, 40, 0]);
      expect((await study.records()).filter(({ domain }) => domain === 'AE')).toEqual([]);
      // From then on there is nothing that could go.
      await study.run(folder);
    });
  });

  it('are all of a domain that is said to be empty, without a file of it', async () => {
    await withEvents(async (folder) => {
      await rm(join(folder, 'ae.ndjson'));
      await study.run(folder);
      expect((await study.records()).filter(({ domain }) => domain === 'AE')).toHaveLength(40);
      await study.run(folder, { empty: ['AE'] });
      expect((await study.records()).filter(({ domain }) => domain === 'AE')).toEqual([]);
      expect(await study.mongo.collection('studies').findOne({ _id: 'S1' })).toMatchObject({
        deliveries: { AE: { rows: 0 } },
      });
    });
  });

  it('are none of those that are refused: these stay as they were', async () => {
    await withEvents(async (folder) => {
      await writeRows(
        folder,
        'AE',
        EVENTS.map((row) => ({ ...row, STUDYID: 'S2' })),
      );
      expect(counts(await study.run(folder))['ae.ndjson']).toEqual([0, 0, 0, 0, 40]);
      expect((await study.records()).filter(({ domain }) => domain === 'AE')).toHaveLength(40);
    });
  });
});

describe('rows that are refused', () => {
  it.each<RefusalLimit>([{ rows: 3 }, { share: 0.05 }])('stop an import beyond %j', async (maxRefused) => {
    await withFolder(async (folder) => {
      const wrong = EVENTS.slice(0, 4).map((row) => ({ ...row, STUDYID: 'S2' }));
      await writeStudy(folder, [...wrong, ...EVENTS.slice(4)]);
      await expect(study.run(folder, { maxRefused })).rejects.toMatchObject(refusedFor(['rows']));
      expect(await study.records()).toEqual([]);
      // Which they were is kept all the same.
      expect(await study.mongo.collection('refusals').countDocuments()).toBe(4);
      expect(await study.run(folder, { maxRefused: { rows: 4 } })).toMatchObject({ refused: 4 });
    });
  });
});

describe('a dry run', () => {
  it('tells what would become of everything, and writes nothing', async () => {
    await withEvents(async (folder) => {
      await writeRows(folder, 'DM', [...DM, { ...DM[0], USUBJID: 'S1-703-01', SITEID: '703' }]);
      await writeRows(folder, 'AE', [...EVENTS.slice(2), ae(3), ae(40, { AETERM: 'another' }), ae(50)]);
      await writeFile(
        join(folder, 'queries.csv'),
        'id,site,openedAt,closedAt\nQ1,703,2024-02-01,\nQ2,704,2024-02-01,\n',
      );
      await mkdir(join(folder, 'documents'));
      await writeFile(join(folder, 'documents', 'note.txt'), 'A note.');
      const index = [{ file: 'note.txt', siteId: '703' }];
      await writeFile(join(folder, 'documents', 'index.json'), JSON.stringify(index));
      const before = await everything();
      const dry = await study.run(folder, { dryRun: true });
      expect(await everything()).toEqual(before);
      expect(dry).toMatchObject({
        importId: null,
        title: 'A small trial',
        refused: 2,
        documents: { inserted: 1 },
      });
      expect(dry.refusals).toHaveLength(2);
      // And that is what becomes of it.
      const wet = await study.run(folder);
      expect({ ...dry, importId: '' }).toEqual({ ...wet, importId: '' });
    });
  });

  it('of a study that is not there yet leaves none, and finds what would stop it', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder, EVENTS);
      expect(await study.run(folder, { dryRun: true })).toMatchObject({ rows: 44 });
      expect((await everything()).flat()).toEqual([]);
      await study.run(folder);
      await writeRows(folder, 'AE', [ae(1)]);
      const before = await everything();
      await expect(study.run(folder, { dryRun: true })).rejects.toMatchObject(refusedFor(['AE']));
      expect(await everything()).toEqual(before);
    });
  });
});
