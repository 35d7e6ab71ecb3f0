/** From the sample's training.csv to the report of it: real MongoDB and S3, each stage with its own rights. */
import { systemClock } from '@rounds/adapters/clock';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore } from '@rounds/adapters/testing/servers';
import type { SdtmRow } from '@rounds/contracts/received';
import type { CutRef } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { addDays } from '@rounds/report-types/folds/days';
import type { LearnerProgressDataset } from '@rounds/report-types/learner-progress/dataset';
import { recompute } from '@rounds/report-types/learner-progress/testing/recomputed';
import { importStudy } from '@rounds/studies/import/import-study';
import { writeSampleStudy } from '@rounds/studies/sample/sample-study';
import { withFolder } from '@rounds/studies/testing/study-folder';

const ALL: Scope = { sites: 'all', unblinded: true };
const PERIOD = { start: '2025-07-07', end: '2025-07-14' };
const run = {
  runId: 'run-1',
  trigger: 'on-demand',
  studyId: 'ROUNDS-DEMO',
  reportType: 'learner-progress',
  requestedBy: 'usr_1',
  due: PERIOD.end,
  timeZone: 'Europe/Berlin',
  period: PERIOD,
} as const;

let database: RoleMongo;
let objects: ObjectStore;
let cut: CutRef;
let rows: SdtmRow[];

const datasetOf = async (scope: Scope, parameters = {}): Promise<LearnerProgressDataset> => {
  const stage = createAggregateActivities({ objects, codeVersion: '0.1.0', beat: () => undefined });
  const { key } = await stage.aggregate({ run, cut, scope, parameters });
  return JSON.parse((await objects.get(key)).toString('utf8')) as LearnerProgressDataset;
};

beforeAll(async () => {
  database = await testRoleMongo('training');
  objects = await testObjectStore('training');
  await withFolder(async (folder) => {
    await writeSampleStudy(folder, { seed: 1 });
    const summary = await importStudy(
      { folder, today: PERIOD.end },
      { mongo: database.as('import'), store: objects, now: systemClock },
    );
    expect(summary.refusals).toEqual([]);
  });
  const stored = await database.root.collection('records').find({ domain: 'TRAINING' }).toArray();
  rows = stored.map(({ row }) => row);
  const { studyId, runId, period, timeZone, reportType } = run;
  const fetch = createFetchActivities({
    mongo: database.as('fetch'),
    objects,
    codeVersion: '0.1.0',
    now: systemClock,
    beat: () => undefined,
  });
  cut = await fetch.freezeCut({ studyId, runId, period, timeZone, sites: 'all', reportType });
}, 120_000);
afterAll(() => database.close());

describe('the training of the sample study', () => {
  it('is reported as a second calculation over the stored rows has it', async () => {
    const { summary, learners, previous } = await datasetOf(ALL);
    const expected = recompute(rows, { from: PERIOD.start, to: addDays(PERIOD.end, -1) });
    expect(summary).toEqual(expected.summary);
    expect(summary.learners).toBe(32);
    expect(summary.totalTimeSpent).toBeGreaterThan(1_000);
    for (const { learnerId, ...figures } of learners)
      expect(figures).toMatchObject(expected.learners[learnerId] ?? { learnerId: 'unknown' });
    const { start, end } = previous.period;
    expect(previous.summary).toEqual(recompute(rows, { from: start, to: addDays(end, -1) }).summary);
  });

  it('is reported for a range and some departments', async () => {
    const wanted = { from: '2025-01-01', to: '2025-03-31', department: ['Pharmacy', 'Laboratory'] };
    const { summary, departments } = await datasetOf(ALL, wanted);
    const expected = recompute(rows, wanted);
    expect(summary).toEqual(expected.summary);
    expect(summary.completedCourses).toBeGreaterThan(5);
    expect(departments.map(({ department }) => department)).toEqual(['Laboratory', 'Pharmacy']);
  });

  it('shows readers of a site its staff alone, and no monitor', async () => {
    const dataset = await datasetOf({ sites: ['103'], unblinded: false });
    expect(dataset.learners).toHaveLength(5);
    expect(new Set(dataset.learners.map(({ siteId }) => siteId))).toEqual(new Set(['103']));
    expect(JSON.stringify(dataset)).not.toContain('Monitoring');
  });
});
