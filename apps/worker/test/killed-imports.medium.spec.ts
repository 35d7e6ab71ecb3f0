/** Imports that die on the way: real processes that a real signal ends, on a real MongoDB and S3; and the cuts then. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { readCut } from '@rounds/activities-fetch/testing/study';
import { systemClock, type Clock } from '@rounds/adapters/clock';
import {
  serverSetting,
  testMongo,
  testObjectStore,
  testS3Config,
  uniqueName,
} from '@rounds/adapters/testing/servers';
import { ensureIndexes } from '@rounds/adapters/mongo/indexes';
import { importStudy } from '@rounds/studies/import/import-study';
import type { ImportSummary } from '@rounds/studies/import/import-summary';
import { ae, counts, writeStudy } from '@rounds/studies/testing/import-harness';
import type { ImportTask } from '@rounds/studies/testing/import-program';
import { withFolder } from '@rounds/studies/testing/study-folder';
import { buildProgram } from '../../../tools/build.mjs';

const TODAY = '2024-02-05';
const DIST = resolve(import.meta.dirname, '../../../dist');

/** When an import that was not heard of is taken for dead. */
const later: Clock = () => new Date(systemClock().getTime() + 120_000);

let programs: string;
beforeAll(async () => {
  await mkdir(DIST, { recursive: true });
  programs = await mkdtemp(`${DIST}/killed-`);
  await buildProgram('libs/studies/src/testing/import-program.ts', `${programs}/import.js`);
});
afterAll(() => rm(programs, { recursive: true }));

const openStudy = async () => {
  const mongo = testMongo('killed');
  const store = await testObjectStore('killed');
  await ensureIndexes(mongo);
  const started = (folder: string, when: ImportTask['when'], signal: ImportTask['signal'] = 'SIGKILL') => {
    const database = { MONGODB_URI: serverSetting('MONGODB_URI'), MONGODB_DATABASE: mongo.name };
    const task: ImportTask = {
      ...{ mongo: database, s3: testS3Config(store.bucket), folder, today: TODAY, signal, when },
    };
    return spawn(process.execPath, [`${programs}/import.js`, JSON.stringify(task)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  const ended = (child: ReturnType<typeof started>) =>
    new Promise((done) =>
      child.once('exit', (code, signal) => {
        done(signal ?? code);
      }),
    );
  return {
    mongo,
    started,
    ended,
    imported: (folder: string, now = later): Promise<ImportSummary> =>
      importStudy({ folder, today: TODAY }, { mongo, store, now }),
    killed: async (folder: string, when: ImportTask['when']): Promise<void> => {
      expect(await ended(started(folder, when))).toBe('SIGKILL');
    },
    /** What a report of the study would be made of. */
    cut: async () => {
      const fetch = createFetchActivities({
        ...{ mongo, objects: store, codeVersion: '0.1.0', now: later, beat: () => undefined },
      });
      const period = { start: '2024-01-29', end: TODAY };
      const cut = await fetch.freezeCut({
        ...{ runId: uniqueName('run'), studyId: 'S1', period, timeZone: 'UTC', sites: 'all' },
      });
      const { rows, manifest } = await readCut(store, cut);
      const [events, subjects] = [rows('AE'), rows('DM')].map((all) =>
        all.map(({ key, row }) => ({ key, row })),
      );
      return { events, subjects, documents: manifest.documents.map(({ fileName }) => fileName) };
    },
    close: () => mongo.close(),
  };
};

let study: Awaited<ReturnType<typeof openStudy>>;
beforeEach(async () => {
  study = await openStudy();
});
afterEach(() => study.close());

const EVENTS = Array.from({ length: 2_500 }, (_, index) => ae(index + 1));
/** The first ten are gone, ten are new, the others have changed. */
const NEXT = Array.from({ length: 2_500 }, (_, index) => ae(index + 11, { AETERM: 'new version' }));

const writeNext = async (folder: string): Promise<void> => {
  await writeStudy(folder, NEXT);
  await mkdir(`${folder}/documents`);
  await writeFile(`${folder}/documents/note.txt`, 'A note.');
  const index = [{ file: 'note.txt', receivedAt: '2024-01-30' }];
  await writeFile(`${folder}/documents/index.json`, JSON.stringify(index));
};

describe('an import that is killed', () => {
  it.each([1, 2, 3, 'before-switch'] as const)(
    'before its switch (%s) is in no cut, and mended by the next',
    async (when) => {
      await withFolder(async (folder) => {
        await writeStudy(folder, EVENTS);
        await study.imported(folder, systemClock);
        const before = await study.cut();
        await writeNext(folder);
        await study.killed(folder, when);
        expect(await study.cut()).toEqual(before);

        expect(counts(await study.imported(folder))['ae.ndjson']).toEqual([10, 2_490, 0, 10, 0]);
        const after = await study.cut();
        expect(after.events).toHaveLength(2_500);
        expect(after.events?.every(({ row }) => row.AETERM === 'new version')).toBe(true);
        expect(after.documents).toEqual(['note.txt']);
        expect(
          await study.mongo.collection('imports').countDocuments({ brokeOffAt: { $exists: true } }),
        ).toBe(1);
        // What was ended is deleted by the import after it; nothing of the killed one is left.
        await study.imported(folder);
        expect(await study.mongo.collection('records').countDocuments({ domain: 'AE' })).toBe(2_500);
      });
    },
  );

  it('after its switch is in the next cut, whole', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder, EVENTS);
      await study.imported(folder, systemClock);
      await writeNext(folder);
      await study.killed(folder, 'after-switch');
      const cut = await study.cut();
      expect(cut.events?.map(({ row }) => row.AESEQ).sort((a, b) => Number(a) - Number(b))).toEqual(
        NEXT.map(({ AESEQ }) => AESEQ),
      );
      expect(cut.documents).toEqual(['note.txt']);
      expect(counts(await study.imported(folder, systemClock))['ae.ndjson']).toEqual([0, 0, 2_500, 0, 0]);
    });
  });

  it('as the first of its study leaves no study', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder, EVENTS);
      await study.killed(folder, 'before-switch');
      await expect(study.cut()).rejects.toMatchObject({ code: 'STUDY_NOT_FOUND' });
      // Other rows than those that the killed one left.
      await writeStudy(folder, [ae(7)]);
      await study.imported(folder);
      expect((await study.cut()).events).toHaveLength(1);
      expect(await study.mongo.collection('records').countDocuments({ domain: 'AE' })).toBe(1);
    });
  });
});

describe('two imports at once', () => {
  it('are not: the second is refused while the first is alive, and takes over from a dead one for good', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder, EVENTS);
      const child = study.started(folder, 3, 'SIGSTOP');
      try {
        const alive = { aliveAt: { $exists: true } };
        const rows = study.mongo.collection('records');
        while ((await rows.countDocuments()) < 1_000) await new Promise(setImmediate);
        expect(await study.mongo.collection('imports').countDocuments(alive)).toBe(1);
        await expect(study.imported(folder, systemClock)).rejects.toMatchObject({
          code: 'CONFLICT',
          message: expect.stringContaining('Another import of S1 is under way') as string,
        });
        await writeStudy(folder, [ae(1), ae(2)]);
        await study.imported(folder);
        // It was not dead, and writes nothing more.
        child.kill('SIGCONT');
        expect(await study.ended(child)).toBe(3);
        expect((await study.cut()).events).toHaveLength(2);
        expect(await rows.countDocuments({ domain: 'AE' })).toBe(2);
      } finally {
        child.kill('SIGKILL');
      }
    });
  });
});
