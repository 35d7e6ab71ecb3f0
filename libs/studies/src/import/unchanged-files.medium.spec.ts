/** Files that come again as they were. Real: MongoDB and S3. */
import { createRefusalsRepository } from '@rounds/adapters/mongo/refusals.repository';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ae, counts, importHarness, writeStudy, type ImportHarness } from '../testing/import-harness.ts';
import { withFolder, writeRows } from '../testing/study-folder.ts';

let study: ImportHarness;
beforeEach(async () => {
  study = await importHarness();
});
afterEach(async () => {
  await study.close();
});

const WRONG = ae(4, { STUDYID: 'S2' });

const deliveries = async () =>
  (await study.mongo.collection('studies').findOne({ _id: 'S1' }))?.deliveries ?? {};

/** The files that were read, by what was told of their progress. */
const read = async (folder: string, options = {}) => {
  const lines = new Set<string>();
  const onProgress = (line: string) => lines.add(line);
  const summary = await study.run(folder, { onProgress, ...options });
  return {
    summary,
    spared: summary.files.filter(({ readBy }) => readBy !== undefined).map(({ file }) => file),
  };
};

describe('a file that is as it was', () => {
  it('is a delivery, and not read again; its refused rows are still known', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder, [ae(1), ae(2), ae(3), WRONG]);
      const first = await study.run(folder);
      const before = await study.records();
      // Whatever is stored: it is not looked at.
      const { summary, spared } = await read(folder, { by: 'cro@example.org' });
      expect(spared).toEqual(['ae.ndjson', 'dm.ndjson', 'ts.ndjson']);
      expect(counts(summary)['ae.ndjson']).toEqual([0, 0, 3, 0, 1]);
      expect(summary).toMatchObject({ rows: 8, refused: 1, title: 'A small trial' });
      expect(await study.records()).toEqual(before);
      const { AE } = await deliveries();
      expect(AE).toMatchObject({ importId: summary.importId, by: 'cro@example.org', rows: 4 });
      expect(AE?.columns.filled).toContain('AETERM');
      const refusals = createRefusalsRepository(study.mongo);
      expect(await refusals.rows('S1')).toEqual({ AE: 1 });
      for (const { importId } of [first, summary]) {
        const refused = [];
        for await (const { row } of refusals.all('S1', importId ?? '')) refused.push(row);
        expect(refused).toEqual([4]);
      }
    });
  });

  it('is spared beside others that are read, again and again', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder, [ae(1), ae(2), WRONG]);
      const { importId } = await study.run(folder);
      await writeRows(folder, 'CM', [{ ...ae(1), DOMAIN: 'CM', CMSEQ: 1 }]);
      expect((await read(folder)).spared).toEqual(['ae.ndjson', 'dm.ndjson', 'ts.ndjson']);
      const { summary, spared } = await read(folder);
      expect(spared).toHaveLength(4);
      expect(summary.files[0]).toMatchObject({ file: 'ae.ndjson', readBy: importId });
      await writeRows(folder, 'AE', [ae(1), ae(2), ae(3)]);
      const third = await read(folder);
      expect(third.spared).toEqual(['cm.ndjson', 'dm.ndjson', 'ts.ndjson']);
      expect(counts(third.summary)['ae.ndjson']).toEqual([1, 0, 2, 0, 0]);
    });
  });

  it('is read when the study’s settings are others, or dates move', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await study.run(folder);
      await writeFile(join(folder, 'rounds.config.json'), '{"missing": ["NA"]}');
      expect((await read(folder)).spared).toEqual([]);
      expect((await read(folder)).spared).toHaveLength(3);
      const shifted = await read(folder, { shiftToToday: true });
      expect(shifted.spared).toEqual([]);
      expect(shifted.summary.shiftDays).not.toBe(0);
      expect((await read(folder, { shiftToToday: true })).spared).toHaveLength(3);
    });
  });

  it('is read when another one of its domain is not as it was, is new, or is gone', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await rm(join(folder, 'ae.ndjson'));
      await writeRows(folder, 'AEA', [ae(1), ae(2), ae(3), ae(4), ae(5), ae(6)]);
      await writeRows(folder, 'AEB', [ae(7)]);
      await study.run(folder);
      const rest = ['dm.ndjson', 'ts.ndjson'];
      await writeRows(folder, 'AEB', [ae(7), ae(8)]);
      expect((await read(folder)).spared).toEqual(rest);
      await writeRows(folder, 'AEC', [ae(9)]);
      expect((await read(folder)).spared).toEqual([]);
      await rm(join(folder, 'aec.ndjson'));
      const { summary, spared } = await read(folder);
      expect(spared).toEqual(rest);
      expect(counts(summary)).toMatchObject({ 'aeb.ndjson': [0, 0, 2, 1, 0] });
      expect((await study.records()).filter(({ domain }) => domain === 'AE')).toHaveLength(8);
    });
  });
});
