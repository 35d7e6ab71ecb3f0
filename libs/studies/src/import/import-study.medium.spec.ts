/** Real: MongoDB and S3. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@rounds/adapters/clock';
import { createRefusalsRepository } from '@rounds/adapters/mongo/refusals.repository';
import type { RecordDocument } from '@rounds/contracts/collections';
import {
  ae,
  BY,
  counts,
  DM,
  failingAt,
  importHarness,
  TODAY,
  writeStudy,
  type ImportHarness,
} from '../testing/import-harness.ts';
import { withFolder, without, writeRows } from '../testing/study-folder.ts';
import { importStudy } from './import-study.ts';

/** When an import that was not heard of is taken for dead. */
const later = () => new Date(systemClock().getTime() + 120_000);

let study: ImportHarness;
beforeEach(async () => {
  study = await importHarness();
});
afterEach(async () => {
  await study.close();
});

describe('importing a study', () => {
  it('stores its rows, what TS says of it, and the import itself', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      const lines: string[] = [];
      const summary = await study.run(folder, { onProgress: (line) => lines.push(line) });
      expect(summary).toMatchObject({
        studyId: 'S1',
        title: 'A small trial',
        plannedSubjects: 12,
        shiftDays: null,
        rows: 7,
        refused: 0,
        skipped: [],
      });
      const stored = await study.record('S1|AE|S1-701-01|2');
      expect(stored).toMatchObject({
        studyId: 'S1',
        domain: 'AE',
        key: 'S1-701-01|2',
        subject: 'S1-701-01',
        day: '2024-01-16',
        row: ae(2),
      });
      expect(await study.record('S1|TS|TITLE|1')).toMatchObject({ subject: null, day: null });
      const saved = await study.mongo.collection('studies').findOne({ _id: 'S1' });
      expect(saved).toMatchObject({ title: 'A small trial', plannedSubjects: 12 });
      expect(saved).not.toHaveProperty('shiftDays');
      const imported = await study.mongo.collection('imports').findOne({ _id: summary.importId ?? '' });
      expect(imported).toMatchObject({ studyId: 'S1', by: BY, generation: 1, files: summary.files });
      expect(imported).not.toHaveProperty('aliveAt');
      expect(imported?.finishedAt).toBeInstanceOf(Date);
    });
  });

  it('is entered in the audit trail by who ran it, or does not come in', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      const actor = { actorId: 'host:anna', reason: 'The weekly transfer.' };
      const { importId } = await study.run(folder, { actor });
      const target = { type: 'study', id: 'S1' };
      expect(await study.mongo.collection('audit').find().toArray()).toMatchObject([
        { ...actor, action: 'study.import', target, details: { importId, rows: 7, refused: 0 } },
      ]);
      await study.mongo.db.command({ collMod: 'audit', validator: { never: true } });
      await writeStudy(folder, [ae(1), ae(2), ae(3), ae(4, { AESER: 'Y' })]);
      await expect(study.run(folder)).rejects.toThrow('Document failed validation');
      expect(await study.mongo.collection('studies').findOne({ _id: 'S1' })).toMatchObject({ generation: 1 });
    });
  });

  it('tells of each domain when it came, by whom, and what of it is filled', async () => {
    await withFolder(async (folder) => {
      const [first, ...others] = [ae(1), ae(2), ae(3)].map((row) => ({ ...row, AESER: '0', AESDTH: 'N' }));
      await writeStudy(folder, [{ ...first, AESER: '1' }, ...others, ae(4, { STUDYID: 'S2' })]);
      const { importId } = await study.run(folder);
      await rm(join(folder, 'dm.ndjson'));
      const again = await study.run(folder, { by: 'cro@example.org' });
      const { deliveries } = (await study.mongo.collection('studies').findOne({ _id: 'S1' })) ?? {};
      expect(deliveries?.DM).toMatchObject({ importId, by: BY, rows: 2 });
      expect(deliveries?.AE).toMatchObject({
        importId: again.importId,
        by: 'cro@example.org',
        rows: 4,
        columns: { numericFlags: ['AESER'] },
      });
      const row = Object.keys({ ...ae(1), AESER: '', AESDTH: '' });
      expect(deliveries?.AE?.columns.filled).toEqual(row.sort());
    });
  });

  it('changes nothing when it is done again', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await study.run(folder);
      const before = await study.records();
      const again = await study.run(folder);
      expect(counts(again)).toEqual({
        'ae.ndjson': [0, 0, 3, 0, 0],
        'dm.ndjson': [0, 0, 2, 0, 0],
        'ts.ndjson': [0, 0, 2, 0, 0],
      });
      expect(await study.records()).toEqual(before);
    });
  });

  it('knows when each version of a row was received', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await study.run(folder);
      const before = await study.records();
      // Event 2 is corrected, event 3 is gone, event 4 is new.
      await writeRows(folder, 'AE', [ae(1), ae(2, { AETERM: 'corrected' }), ae(4)]);
      const corrected = await study.run(folder, { acceptRemovals: true });
      expect(counts(corrected)['ae.ndjson']).toEqual([1, 1, 1, 1, 0]);
      const at = (id: string, from: RecordDocument[]) =>
        from.find(({ domain, key }) => id === `S1|${domain}|${key}`)?.receivedAt.getTime() ?? 0;
      const after = await study.records();
      expect(at('S1|AE|S1-701-01|1', after)).toBe(at('S1|AE|S1-701-01|1', before));
      expect(at('S1|AE|S1-701-01|2', after)).toBeGreaterThan(at('S1|AE|S1-701-01|2', before));
      expect(await study.record('S1|AE|S1-701-01|3')).toBeNull();
      // It comes back as a new row.
      await writeStudy(folder);
      await study.run(folder, { acceptRemovals: true });
      const back = at('S1|AE|S1-701-01|3', await study.records());
      expect(back).toBeGreaterThan(at('S1|AE|S1-701-01|3', before));
    });
  });

  it('leaves domains alone that the folder does not hold', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await study.run(folder);
      await rm(join(folder, 'ts.ndjson'));
      const before = await study.records();
      expect(counts(await study.run(folder))).toEqual({
        'ae.ndjson': [0, 0, 3, 0, 0],
        'dm.ndjson': [0, 0, 2, 0, 0],
      });
      expect(await study.records()).toEqual(before);
      expect(await study.mongo.collection('studies').findOne({ _id: 'S1' })).toMatchObject({
        title: 'A small trial',
      });
    });
  });

  it('refuses single rows by file, row and reason, keeps the rest, and what was stored of them', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await study.run(folder);
      await writeRows(folder, 'AE', [
        ae(1),
        ae(2, { AESTDTC: '16JAN2024' }),
        ae(3, { STUDYID: 'S2' }),
        ae(4, { USUBJID: '', AEDTC: '2024-13' }),
        ae(1),
        ae(1, { AETERM: 'another one of that number' }),
      ]);
      const summary = await study.run(folder);
      expect(counts(summary)['ae.ndjson']).toEqual([1, 1, 1, 0, 3]);
      expect(summary.refused).toBe(3);
      const rules = summary.refusals.map(({ file, row, faults }) => [
        file,
        row,
        ...faults.map(({ field }) => field),
      ]);
      expect(rules).toEqual([
        ['ae.ndjson', 3, 'STUDYID'],
        ['ae.ndjson', 4, 'USUBJID'],
        ['ae.ndjson', 5, 'row'],
      ]);
      const listed = await study.mongo
        .collection('refusals')
        .find({ importId: summary.importId ?? '' })
        .toArray();
      expect(listed).toHaveLength(3);
      expect(listed[0]).toMatchObject({ studyId: 'S1', file: 'ae.ndjson', row: 3, domain: 'AE' });
      // A cell that cannot be read is left out of its row, and counted.
      expect(await study.record('S1|AE|S1-701-01|2')).toMatchObject({
        row: without(ae(2), 'AESTDTC'),
        faults: [{ variable: 'AESTDTC', code: 'not-a-date' }],
      });
      expect(summary.files[0]?.leftOut).toEqual([
        { domain: 'AE', variable: 'AESTDTC', code: 'not-a-date', cells: 1, firstRow: 2 },
      ]);
      // Two rows of one number are two rows; refused ones are not taken for removed.
      expect(await study.record('S1|AE|S1-701-01|1#2')).toMatchObject({
        row: { AETERM: 'another one of that number' },
      });
      expect(await study.record('S1|AE|S1-701-01|3')).toMatchObject({ row: ae(3) });
    });
  });

  it('counts the refused rows of the newest import of each domain', async () => {
    await withFolder(async (folder) => {
      const refusedRows = () => createRefusalsRepository(study.mongo).rows('S1');
      expect(await refusedRows()).toEqual({});
      await writeStudy(folder, [ae(1), ae(2, { STUDYID: 'S2' }), ae(3, { STUDYID: 'S2' })]);
      await study.run(folder);
      expect(await refusedRows()).toEqual({ AE: 2 });
      // Under another name, and without the file of another domain.
      await rm(join(folder, 'ae.ndjson'));
      await rm(join(folder, 'dm.ndjson'));
      await writeRows(folder, 'AE', [ae(1), ae(2), ae(3, { STUDYID: 'S2' })], 'xpt');
      await study.run(folder);
      expect(await refusedRows()).toEqual({ AE: 1 });
      await writeRows(folder, 'AE', [ae(1)], 'xpt');
      await study.run(folder, { acceptRemovals: true });
      expect(await refusedRows()).toEqual({});
    });
  });

  it('takes a split domain for one', async () => {
    await withFolder(async (folder) => {
      await writeRows(folder, 'DM', DM);
      await writeRows(folder, 'AEA', [ae(1), ae(2)]);
      await writeRows(folder, 'AEB', [ae(3)]);
      await study.run(folder);
      await writeRows(folder, 'AEA', [ae(1)]);
      expect(counts(await study.run(folder, { acceptRemovals: ['AE'] }))).toEqual({
        'aea.ndjson': [0, 0, 1, 0, 0],
        'aeb.ndjson': [0, 0, 1, 1, 0],
        'dm.ndjson': [0, 0, 2, 0, 0],
      });
      expect(await study.record('S1|AE|S1-701-01|2')).toBeNull();
    });
  });

  it('writes nothing when a file is broken', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      const whole = await readFile(join(folder, 'ae.ndjson'), 'utf8');
      await writeFile(join(folder, 'ae.ndjson'), whole.slice(0, -40));
      await expect(study.run(folder)).rejects.toMatchObject({
        code: 'NOT_A_DATASET',
        fields: [{ field: 'ae.ndjson' }],
      });
      expect(await study.records()).toEqual([]);
      expect(await study.mongo.collection('imports').countDocuments()).toBe(0);
    });
  });

  it.each<[string, (folder: string) => Promise<string>, string]>([
    [
      'is not there',
      (folder) => Promise.resolve(join(folder, 'nowhere')),
      'must be a folder that can be read',
    ],
    ['holds no dataset', (folder) => Promise.resolve(folder), 'must hold at least one dataset'],
  ])('refuses a folder that %s', async (_name, prepare, rule) => {
    await withFolder(async (folder) => {
      await expect(study.run(await prepare(folder))).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'folder', rule: expect.stringContaining(rule) as string }],
      });
    });
  });

  it('mends what an import left that broke off', async () => {
    await withFolder(async (folder) => {
      const events = Array.from({ length: 2_500 }, (_, index) => ae(index + 1));
      await writeStudy(folder, events);
      await study.run(folder);
      await writeStudy(
        folder,
        events.slice(10).map((row) => ({ ...row, AETERM: 'new version' })),
      );
      await expect(
        importStudy(
          { folder, today: TODAY },
          { mongo: failingAt(study.mongo, 2), store: study.store, now: systemClock },
        ),
      ).rejects.toThrow('power cut');
      const written = { 'row.AETERM': 'new version' };
      expect(await study.mongo.collection('records').countDocuments(written)).toBe(500);
      expect((await study.records()).filter(({ row }) => row.AETERM === 'new version')).toEqual([]);
      expect(counts(await study.run(folder, {}, later))['ae.ndjson']).toEqual([0, 2_490, 0, 10, 0]);
      expect(await study.mongo.collection('records').countDocuments(written)).toBe(2_490);
      expect(counts(await study.run(folder))['ae.ndjson']).toEqual([0, 0, 2_490, 0, 0]);
      const finished = await study.mongo
        .collection('imports')
        .countDocuments({ finishedAt: { $exists: true } });
      expect(finished).toBe(3);
    });
  });

  it('knows no study before its first import came to the end', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await expect(
        importStudy(
          { folder, today: TODAY },
          { mongo: failingAt(study.mongo, 1), store: study.store, now: systemClock },
        ),
      ).rejects.toThrow('power cut');
      expect(await study.mongo.collection('studies').countDocuments()).toBe(0);
      await study.run(folder, {}, later);
      expect(await study.records()).toHaveLength(7);
    });
  });
});

describe('shifting a study to today', () => {
  it('moves its dates by whole weeks, and by the same ones again', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      const summary = await study.run(folder, { shiftToToday: true });
      // The middle row is of Tuesday 2024-01-16; today is the Sunday of the week from 2026-11-16.
      expect(summary.shiftDays).toBe(1036);
      expect(await study.record('S1|AE|S1-701-01|1')).toMatchObject({
        day: '2026-11-17',
        row: { AEDTC: '2026-11-17', AESTDTC: '2026-11' },
      });
      expect(await study.mongo.collection('studies').findOne({ _id: 'S1' })).toMatchObject({
        shiftDays: 1036,
      });
      const later = await study.run(folder, { shiftToToday: true, today: '2026-12-24' });
      expect(later.shiftDays).toBe(1036);
      expect(counts(later)['ae.ndjson']).toEqual([0, 0, 3, 0, 0]);
    });
  });

  it('is undone by an import without it', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await study.run(folder, { shiftToToday: true });
      const back = await study.run(folder);
      expect(back.shiftDays).toBeNull();
      expect(counts(back)['ae.ndjson']).toEqual([0, 3, 0, 0, 0]);
      expect(await study.record('S1|AE|S1-701-01|1')).toMatchObject({ day: '2024-01-16', row: ae(1) });
      expect(await study.mongo.collection('studies').findOne({ _id: 'S1' })).not.toHaveProperty('shiftDays');
    });
  });
});
