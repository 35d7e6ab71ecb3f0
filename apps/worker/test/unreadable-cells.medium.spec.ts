/** What becomes of decimals that cannot be read, from the file to the figure. Real: MongoDB and S3. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { systemClock } from '@rounds/adapters/clock';
import { testRoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore } from '@rounds/adapters/testing/servers';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { importStudy } from '@rounds/studies/import/import-study';
import { caseFolder, CASE_PERIOD, type CaseName } from '@rounds/studies/testing/cases';

/** The weekly report of a case, its folder with these settings. */
const reported = async (name: CaseName, settings?: object): Promise<StudyWeeklyDataset> => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-cells-'));
  const database = await testRoleMongo('cells');
  const objects = await testObjectStore('cells');
  try {
    await cp(caseFolder(name), folder, { recursive: true });
    if (settings !== undefined) await writeFile(join(folder, 'rounds.config.json'), JSON.stringify(settings));
    const today = CASE_PERIOD.end;
    const parts = { mongo: database.as('import'), store: objects, now: systemClock };
    await importStudy({ folder, today }, parts);
    const beat = () => undefined;
    const run = {
      runId: 'run-1',
      trigger: 'on-demand',
      studyId: name,
      reportType: 'study-weekly',
      requestedBy: 'usr_1',
      due: today,
      timeZone: 'UTC',
      period: CASE_PERIOD,
    } as const;
    const { runId, studyId, period, timeZone } = run;
    const fetch = { mongo: database.as('fetch'), objects, codeVersion: '0.1.0', now: systemClock, beat };
    const cut = await createFetchActivities(fetch).freezeCut({
      studyId,
      runId,
      period,
      timeZone,
      sites: 'all',
    });
    const scope = { sites: 'all', unblinded: true } as const;
    const aggregate = createAggregateActivities({ objects, codeVersion: '0.1.0', beat });
    const { key } = await aggregate.aggregate({ run, cut, scope, parameters: {} });
    return JSON.parse((await objects.get(key)).toString('utf8')) as StudyWeeklyDataset;
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
};

describe('decimals with a comma', () => {
  it('make no liver signal: no result is left to compute one from', async () => {
    const { laboratory, dataQuality } = await reported('COMMA');
    expect(laboratory.toDate).toEqual({ altOrAst3xUln: null, bilirubin2xUln: null, hysLawCandidates: null });
    expect(dataQuality.notComputed.map(({ figure }) => figure)).toContain(
      'laboratory.toDate.hysLawCandidates',
    );
    expect(laboratory.inPeriod.results).toBe(4);
  });

  it('are what the study says that they are', async () => {
    const { laboratory } = await reported('COMMA', { decimalSign: ',' });
    expect(laboratory.toDate).toEqual({ altOrAst3xUln: 0, bilirubin2xUln: 0, hysLawCandidates: [] });
  });

  it('are in no mean, and nothing else is that is no number', async () => {
    const { vitalSigns } = await reported('VALUES');
    // 120, 1234.5, 130, 100, −5, 0.5, 5, 7, 100 and 120.
    expect(vitalSigns.inPeriod).toMatchObject({ results: 20, systolic: { n: 10, mean: 181.2 } });
  });
});
