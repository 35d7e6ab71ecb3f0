/** Importing training and queries beside a study: real MongoDB and S3. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SdtmRow } from '@rounds/contracts/received';
import { counts, DM, importHarness, writeStudy, type ImportHarness } from '../testing/import-harness.ts';
import { withFolder, writeRows } from '../testing/study-folder.ts';

let study: ImportHarness;
beforeEach(async () => {
  study = await importHarness();
});
afterEach(async () => {
  await study.close();
});

const TRAINING =
  'learnerId,name,site,department,courseId,courseTitle,status,score,timeSpentMinutes,enrolledAt,completedAt,dueAt';
const writeTraining = (folder: string, ...rows: readonly string[]): Promise<void> =>
  writeFile(join(folder, 'training.csv'), [TRAINING, ...rows, ''].join('\n'));

const QUERIES = 'id,site,subject,domain,variable,openedAt,answeredAt,closedAt';
const writeQueries = (folder: string, ...rows: readonly string[]): Promise<void> =>
  writeFile(join(folder, 'queries.csv'), [QUERIES, ...rows, ''].join('\n'));

const DONE =
  'L1,Ada Byron,701,Nursing,C1,Good clinical practice,completed,87.5,42.5,2024-01-02,2024-01-20,2024-02-01';
const OPEN = 'L1,Ada Byron,701,Nursing,C2,Consent,not_started,,,2024-01-02 08:00,,';
const NO_SITE = 'L2,Bo Ek,,,C1,Good clinical practice,In Progress,,10,2024-01-05,,';

const domainRows = async (domain: string) =>
  (await study.records()).filter((record) => record.domain === domain);

describe('training', () => {
  it('is stored a row a learner and course, by ids that name nobody', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeTraining(folder, DONE, OPEN, NO_SITE);
      const summary = await study.run(folder);
      expect(summary).toMatchObject({ refused: 0, skipped: [] });
      expect(counts(summary)['training.csv']).toEqual([3, 0, 0, 0, 0]);
      const row: SdtmRow = {
        STUDYID: 'S1',
        LEARNID: 'L1',
        LEARNER: 'Ada Byron',
        SITEID: '701',
        DEPT: 'Nursing',
        COURSEID: 'C1',
        COURSE: 'Good clinical practice',
        TRSTAT: 'COMPLETED',
        SCORE: 87.5,
        TIMESEC: 2550,
        ENRLDTC: '2024-01-02',
        COMPDTC: '2024-01-20',
        DUEDTC: '2024-02-01',
      };
      expect(await study.record('S1|TRAINING|L1|C1')).toMatchObject({
        subject: null,
        day: '2024-01-02',
        row,
      });
      expect(await study.record('S1|TRAINING|L1|C2')).toMatchObject({
        day: '2024-01-02',
        row: { TRSTAT: 'ENROLLED', ENRLDTC: '2024-01-02T08:00' },
      });
      expect(await study.record('S1|TRAINING|L2|C1')).not.toHaveProperty('row.SITEID');
    });
  });

  it('gives the same rows as Dataset-JSON and as a transport file', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeTraining(folder, DONE);
      await study.run(folder);
      const [{ row } = { row: {} }] = await domainRows('TRAINING');
      await rm(join(folder, 'training.csv'));
      for (const format of ['json', 'ndjson', 'dsjc', 'xpt'] as const) {
        await writeRows(folder, 'TRAINING', [row], format);
        const file = (await readdir(folder)).find((name) => name.startsWith('training.')) ?? '';
        expect(counts(await study.run(folder))[file]).toEqual([0, 0, 1, 0, 0]);
        await rm(join(folder, file));
      }
    });
  });

  it.each([
    ['L1,,701,,C1,GCP,completed,101,,2024-01-02,2024-01-03,', 'score', /from 0 to 100/],
    ['L1,,701,,C1,GCP,completed,-1,,2024-01-02,2024-01-03,', 'score', /from 0 to 100/],
    ['L1,,701,,C1,GCP,completed,much,,2024-01-02,2024-01-03,', 'score', /decimal number/],
    ['L1,,701,,C1,GCP,completed,1,,2024-01-02,2024-01-01,', 'completedAt', /before the day of enrolment/],
    ['L1,,701,,C1,GCP,completed,1,,2024-01-02,,', 'completedAt', /required of a completed/],
    ['L1,,701,,C1,GCP,enrolled,,,2024-01-02,2024-01-03,', 'completedAt', /empty while/],
    ['L1,,799,,C1,GCP,enrolled,,,2024-01-02,,', 'site', /site of the study/],
    ['L1,,701,,C1,GCP,enrolled,,,2024-01,,', 'enrolledAt', /whole ISO 8601 date/],
    ['L1,,701,,C1,GCP,enrolled,,,02.01.2024,,', 'enrolledAt', /whole ISO 8601 date/],
    ['L1,,701,,C1,GCP,enrolled,,,2024-01-02,,2024-01-01', 'dueAt', /before the day of enrolment/],
    ['L1,,701,,C1,GCP,someday,,,2024-01-02,,', 'status', /one of ENROLLED/],
    ['L1,,701,,C1,GCP,enrolled,,-5,2024-01-02,,', 'timeSpentMinutes', /not be negative/],
    ['L1,,701,,,GCP,enrolled,,,2024-01-02,,', 'courseId', /required/],
    ['a@b.example,,701,,C1,GCP,enrolled,,,2024-01-02,,', 'learnerId', /not an e-mail address/],
  ])('refuses %s for its %s', async (line, field, rule) => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeTraining(folder, NO_SITE, line);
      const summary = await study.run(folder);
      expect(summary.refusals).toEqual([
        {
          file: 'training.csv',
          row: 2,
          domain: 'TRAINING',
          faults: [{ field, rule: expect.stringMatching(rule) as string }],
        },
      ]);
      expect(summary.refused).toBe(1);
      expect(await domainRows('TRAINING')).toHaveLength(1);
    });
  });

  it('refuses a second row of one learner and course, equal or not, and keeps the first', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeTraining(folder, DONE, DONE, DONE.replace('87.5', '12'));
      const { refusals } = await study.run(folder);
      const rule = 'must not be those of an earlier row of the file';
      expect(refusals.map(({ row, faults }) => [row, faults])).toEqual([
        [2, [{ field: 'learnerId, courseId', rule }]],
        [3, [{ field: 'learnerId, courseId', rule }]],
      ]);
      expect((await study.record('S1|TRAINING|L1|C1'))?.row.SCORE).toBe(87.5);
      expect(await domainRows('TRAINING')).toHaveLength(1);
    });
  });

  it('is replaced by the next import: changed, removed and new rows; a refused one keeps what was stored', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeTraining(folder, DONE, OPEN, NO_SITE);
      await study.run(folder);
      const finished = OPEN.replace('not_started', 'passed').replace('08:00,,', '08:00,2024-03-01,');
      const broken = DONE.replace('87.5', '875');
      await writeTraining(folder, finished, broken, 'L3,,702,,C1,GCP,enrolled,,,2024-01-02,,');
      const summary = await study.run(folder, { acceptRemovals: true });
      expect(counts(summary)['training.csv']).toEqual([1, 1, 0, 1, 1]);
      expect((await study.record('S1|TRAINING|L1|C1'))?.row.SCORE).toBe(87.5);
      expect(await study.record('S1|TRAINING|L2|C1')).toBeNull();
    });
  });

  it('may come alone for a study that is there, if its rows name it', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await study.run(folder);
    });
    const before = (await study.records()).length;
    await withFolder(async (folder) => {
      await writeTraining(folder, DONE);
      await expect(study.run(folder)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'STUDYID' }],
      });
      await writeFile(join(folder, 'training.csv'), `studyId,${TRAINING}\nS1,${DONE}\nS2,${NO_SITE}\n`);
      const summary = await study.run(folder);
      expect(summary).toMatchObject({ title: 'A small trial', refused: 1 });
      expect(summary.refusals[0]?.faults).toEqual([
        { field: 'studyId', rule: 'must be S1, as in training.csv' },
      ]);
      expect(await study.records()).toHaveLength(before + 1);
    });
  });

  it('leaves nothing behind when the file is broken', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeTraining(folder, DONE, 'L9,"never closed');
      await expect(study.run(folder)).rejects.toMatchObject({ code: 'NOT_A_DATASET' });
      expect(await study.records()).toEqual([]);
    });
  });

  it('moves with a study that is shifted, and does not say by how much', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      const { shiftDays } = await study.run(folder, { shiftToToday: true });
      await writeTraining(
        folder,
        DONE,
        ...Array.from({ length: 50 }, (_, n) => DONE.replace('L1', `L9${n}`).replaceAll('2024-', '2029-')),
      );
      const summary = await study.run(folder, { shiftToToday: true });
      expect(summary.shiftDays).toBe(shiftDays);
      const moved = new Date(Date.parse('2024-01-20') + (shiftDays ?? 0) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      expect((await study.record('S1|TRAINING|L1|C1'))?.row.COMPDTC).toBe(moved);
    });
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeTraining(
        folder,
        ...Array.from({ length: 50 }, (_, n) => DONE.replace('L1', `L9${n}`).replaceAll('2024-', '2029-')),
      );
      const other = await importHarness();
      const alone = await other.run(folder, { shiftToToday: true });
      await other.close();
      expect(alone.shiftDays).toBe((await study.run(folder, { shiftToToday: true })).shiftDays);
    });
  });
});

describe('queries', () => {
  const [{ USUBJID: subject = '' } = {}] = DM;

  it('are stored by their id, with their subject where they name one', async () => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeQueries(
        folder,
        `Q1,701,${subject},ae,aeterm,2024-02-01,2024-02-03,2024-02-03`,
        'Q2,702,,,,2024-02-01,,',
      );
      expect((await study.run(folder)).refused).toBe(0);
      expect(await study.record('S1|QUERIES|Q1')).toMatchObject({
        subject,
        day: '2024-02-01',
        row: { QDOMAIN: 'AE', QVAR: 'AETERM', SITEID: '701', CLOSDTC: '2024-02-03' },
      });
      expect(await study.record('S1|QUERIES|Q2')).toMatchObject({ subject: null, row: { SITEID: '702' } });
    });
  });

  it.each([
    [`Q1,702,${subject},,,2024-02-01,,`, 'subject', /subject of the site/],
    ['Q1,,,,,2024-02-01,,', 'site', /required/],
    ['Q1,701,,,,2024-02-01,2024-01-31,', 'answeredAt', /before the day of opening/],
    ['Q1,701,,,,2024-02-01,2024-02-03,2024-02-02', 'closedAt', /before the day of the answer/],
    ['Q1,701,,,,,,', 'openedAt', /required/],
  ])('refuses %s for its %s', async (line, field, rule) => {
    await withFolder(async (folder) => {
      await writeStudy(folder);
      await writeQueries(folder, line);
      const { refusals } = await study.run(folder);
      expect(refusals).toMatchObject([{ faults: [{ field, rule: expect.stringMatching(rule) as string }] }]);
      expect(await domainRows('QUERIES')).toEqual([]);
    });
  });
});
