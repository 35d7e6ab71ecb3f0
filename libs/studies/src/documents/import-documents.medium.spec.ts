/** Real: MongoDB and S3. */
import { readdirSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@rounds/adapters/clock';
import { createRefusalsRepository } from '@rounds/adapters/mongo/refusals.repository';
import { awkwardImagesFolder, describeWith } from '@rounds/adapters/testing/test-data';
import { importStudy } from '../import/import-study.ts';
import { importHarness, TODAY, writeStudy, type ImportHarness } from '../testing/import-harness.ts';
import { withFolder } from '../testing/study-folder.ts';

let study: ImportHarness;
beforeEach(async () => {
  study = await importHarness();
});
afterEach(async () => {
  await study.close();
});

describe('documents beside a study', () => {
  const write = async (folder: string, files: Record<string, string>, index?: unknown): Promise<void> => {
    await writeStudy(folder);
    const path = join(folder, 'documents');
    await mkdir(path, { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
    if (index !== undefined) await writeFile(join(path, 'index.json'), JSON.stringify(index));
  };
  const documents = () => study.mongo.collection('documents').find({}).sort({ fileName: 1 }).toArray();

  it('are stored with what the index says, bytes and metadata', async () => {
    await withFolder(async (folder) => {
      await write(
        folder,
        { 'ae_narrative-01.txt': 'Naïve “text”', 'trace.PNG': 'picture', 'letter.md': '# Letter' },
        [
          {
            file: 'trace.PNG',
            title: 'ECG',
            caption: 'Sinus rhythm',
            usubjid: 'S1-701-01',
            receivedAt: '2024-01-16',
          },
          { file: 'letter.md', siteId: '702', receivedAt: '2024-01-16T22:30:00-05:00' },
        ],
      );
      const summary = await study.run(folder);
      expect(summary.documents).toEqual({ inserted: 3, changed: 0, unchanged: 0, refused: [] });
      const [narrative, letter, trace] = await documents();
      expect(narrative).toMatchObject({
        title: 'Ae narrative 01',
        siteId: null,
        subject: null,
        kind: 'text',
      });
      expect(letter).toMatchObject({
        siteId: '702',
        mediaType: 'text/markdown',
        receivedAt: new Date('2024-01-17T03:30:00Z'),
      });
      expect(trace).toMatchObject({
        studyId: 'S1',
        title: 'ECG',
        caption: 'Sinus rhythm',
        siteId: '701',
        subject: 'S1-701-01',
        kind: 'image',
        mediaType: 'image/png',
        bytes: 7,
        receivedAt: new Date('2024-01-16T12:00:00Z'),
      });
      expect((await study.store.get(narrative?.key ?? '')).toString()).toBe('Naïve “text”');
      expect(trace?.key).toBe(`documents/${trace?.sha256 ?? ''}`);
    });
  });

  it('are left alone when they are the same, and healed when their bytes are gone', async () => {
    await withFolder(async (folder) => {
      await write(folder, { 'a.txt': 'one', 'b.txt': 'two' });
      await study.run(folder);
      const before = await documents();
      await study.store.remove(before[0]?.key ?? '');
      expect((await study.run(folder)).documents).toMatchObject({ inserted: 0, changed: 0, unchanged: 2 });
      expect(await documents()).toEqual(before);
      expect((await study.store.get(before[0]?.key ?? '')).toString()).toBe('one');
    });
  });

  it('change with their bytes, received anew, or with what the index says', async () => {
    await withFolder(async (folder) => {
      await write(folder, { 'a.txt': 'one', 'b.txt': 'two' });
      await study.run(folder);
      const [first, second] = await documents();
      await write(folder, { 'a.txt': 'corrected', 'b.txt': 'two' }, [
        { file: 'b.txt', title: 'Better title' },
      ]);
      expect((await study.run(folder)).documents).toMatchObject({ inserted: 0, changed: 2, unchanged: 0 });
      const [corrected, renamed] = await documents();
      expect(corrected?._id).toBe(first?._id);
      expect(corrected?.receivedAt.getTime()).toBeGreaterThan(first?.receivedAt.getTime() ?? Infinity);
      expect(renamed).toMatchObject({ title: 'Better title', receivedAt: second?.receivedAt });
      // Earlier reports still find what they showed.
      expect((await study.store.get(first?.key ?? '')).toString()).toBe('one');
    });
  });

  it('move with a shifted study', async () => {
    await withFolder(async (folder) => {
      await write(folder, { 'a.txt': 'one' }, [{ file: 'a.txt', receivedAt: '2024-01-16T09:00:00Z' }]);
      await study.run(folder, { shiftToToday: true });
      expect(await documents()).toMatchObject([{ receivedAt: new Date('2026-11-17T09:00:00Z') }]);
    });
  });

  it('are refused by name and reason, the rest is kept', async () => {
    await withFolder(async (folder) => {
      await write(
        folder,
        {
          'a.txt': 'kept',
          'b.docx': 'PK',
          'c.txt': '',
          'd.txt': 'x',
          'e.txt': 'x',
          'f.txt': 'x',
          '.hidden': 'x',
        },
        [
          { file: 'd.txt', usubjid: 'S1-999' },
          { file: 'e.txt', siteId: '999' },
          { file: 'f.txt', usubjid: 'S1-701-01', siteId: '702' },
          { file: 'gone.txt' },
        ],
      );
      await mkdir(join(folder, 'documents', 'more'));
      const { refused, inserted } = (await study.run(folder)).documents;
      expect(inserted).toBe(1);
      expect(refused.map(({ file, code, faults }) => [file, code, faults[0]?.field]).sort()).toEqual([
        ['b.docx', 'unknown-kind', 'file'],
        ['c.txt', 'empty', 'file'],
        ['d.txt', 'unknown-place', 'usubjid'],
        ['e.txt', 'unknown-place', 'siteId'],
        ['f.txt', 'unknown-place', 'siteId'],
        ['gone.txt', 'not-there', 'file'],
        ['more', 'folder', 'file'],
      ]);
      // Reports name them until documents are imported anew: an import of rows alone does not mend them.
      await rm(join(folder, 'documents'), { recursive: true });
      await study.run(folder);
      expect(await createRefusalsRepository(study.mongo).documents('S1')).toEqual(refused);
      const imported = await study.mongo.collection('imports').find({}).toArray();
      expect(imported.map(({ documents }) => documents?.refused)).toContainEqual(refused);
    });
  });

  it('stop the import when their index is wrong, before anything is written', async () => {
    await withFolder(async (folder) => {
      await write(folder, { 'a.txt': 'one' }, [{ file: 'a.txt', site: '701' }]);
      await expect(study.run(folder)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      expect(await study.records()).toEqual([]);
      expect(await documents()).toEqual([]);
    });
  });

  it('have no metadata before their bytes are safe', async () => {
    await withFolder(async (folder) => {
      await write(folder, { 'a.txt': 'one' });
      const broken = { ...study.store, put: () => Promise.reject(new Error('no storage')) };
      await expect(
        importStudy({ folder, today: TODAY }, { mongo: study.mongo, store: broken, now: systemClock }),
      ).rejects.toThrow('no storage');
      expect(await documents()).toEqual([]);
    });
  });
});

describeWith(awkwardImagesFolder)('awkward images', () => {
  it('are all kept as they are: a report says which of them cannot be shown', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await mkdir(join(folder, 'documents'));
      const images = readdirSync(awkwardImagesFolder);
      for (const name of images)
        await copyFile(join(awkwardImagesFolder, name), join(folder, 'documents', name));
      const summary = await study.run(folder);
      expect(summary.documents).toEqual({ inserted: images.length, changed: 0, unchanged: 0, refused: [] });
    });
  });
});
