/** From imported files to the dataset: real files, a real MongoDB and a real S3, each stage with its own rights. */
import type { AggregateInput } from '@rounds/contracts/activities';
import type { SafetyWeeklyDataset } from '@rounds/report-types/safety-weekly/dataset';
import type { SitePerformanceDataset } from '@rounds/report-types/site-performance/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import type { CutRef, DatasetRef } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import { systemClock } from '@rounds/adapters/clock';
import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { testRoleMongo, type RoleMongo } from '@rounds/adapters/testing/role-mongo';
import { testObjectStore } from '@rounds/adapters/testing/servers';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { importStudy } from '@rounds/studies/import/import-study';

const PERIOD = { start: '2013-09-02', end: '2013-09-09' };
const run = {
  runId: 'run-1',
  trigger: 'on-demand',
  studyId: 'CDISCPILOT01',
  reportType: 'study-weekly',
  requestedBy: 'usr_1',
  due: PERIOD.end,
  timeZone: 'America/New_York',
  period: PERIOD,
} as const;

describeWith(realStudyFolder)('the real study, imported, frozen and aggregated', () => {
  let database: RoleMongo;
  let objects: ObjectStore;
  let cut: CutRef;

  const fetch = () =>
    createFetchActivities({
      mongo: database.as('fetch'),
      objects,
      codeVersion: '0.1.0',
      now: systemClock,
      beat: () => undefined,
    });

  const aggregate = (scope: Scope, input: Partial<AggregateInput> = {}): Promise<DatasetRef> =>
    createAggregateActivities({ objects, codeVersion: '0.1.0', beat: () => undefined }).aggregate({
      run,
      cut,
      scope,
      parameters: {},
      ...input,
    });

  const textOf = async (key: string): Promise<string> => (await objects.get(key)).toString('utf8');
  const datasetOf = async (...given: Parameters<typeof aggregate>): Promise<StudyWeeklyDataset> =>
    JSON.parse(await textOf((await aggregate(...given)).key)) as StudyWeeklyDataset;

  beforeAll(async () => {
    database = await testRoleMongo('pilot');
    objects = await testObjectStore('pilot');
    const options = { folder: realStudyFolder, today: '2013-09-09' };
    await importStudy(options, { mongo: database.as('import'), store: objects, now: systemClock });
    const { studyId, runId, period, timeZone } = run;
    cut = await fetch().freezeCut({ studyId, runId, period, timeZone, sites: 'all' });
  }, 300_000);
  afterAll(() => database.close());

  it('gives the figures of the worked example', async () => {
    const { enrolment, adverseEvents, laboratory, vitalSigns, visits, dataQuality } = await datasetOf({
      sites: 'all',
      unblinded: true,
    });
    expect(enrolment.toDate).toEqual({
      completed: 39,
      discontinued: 82,
      ongoing: 38,
      planned: 300,
      randomised: 159,
      screenFailures: 23,
      screened: 189,
    });
    expect(adverseEvents.toDate).toMatchObject({ events: 687, subjects: 135, serious: 2, fatal: 2 });
    expect(adverseEvents.byArm?.Placebo).toEqual({ events: 153, randomised: 51, subjectsWithEvents: 37 });
    expect(laboratory.inPeriod).toMatchObject({ results: 687, outOfRange: 28 });
    expect(laboratory.toDate).toEqual({ altOrAst3xUln: 0, bilirubin2xUln: 1, hysLawCandidates: [] });
    expect(vitalSigns.inPeriod.systolic).toEqual({ n: 93, mean: 133.66, atLeast160: 13, below90: 1 });
    expect(visits.inPeriod).toBe(40);
    expect(dataQuality.partialDates['AE.AESTDTC']).toBe(13);
  });

  it('shows a blinded member of some sites their subjects, and no arm', async () => {
    const { key, headlineKey } = await aggregate({ sites: ['701', '703'], unblinded: false });
    const text = await textOf(key);
    const arms = readRealStudy('DM').flatMap(({ ARM, ARMCD, ACTARM, ACTARMCD }) => [
      ARM,
      ARMCD,
      ACTARM,
      ACTARMCD,
    ]);
    const treatments = readRealStudy('EX').map(({ EXTRT }) => EXTRT);
    const names = new Set([...arms, ...treatments].map((name) => String(name).toLowerCase()));
    names.delete('screen failure');
    names.delete('scrnfail');
    expect(names.size).toBe(7);
    for (const name of names)
      for (const shown of [text, await textOf(headlineKey)]) expect(shown.toLowerCase()).not.toContain(name);

    const dataset = JSON.parse(text) as StudyWeeklyDataset;
    expect(Object.keys(dataset.enrolment.bySite)).toEqual(['701', '703']);
    expect(dataset.enrolment.toDate.planned).toBeNull();
    expect(dataset.study.title).toContain('[blinded]');
    const subjects = text.match(/\d\d-7\d\d-\d{4}/g) ?? [];
    expect(subjects.length).toBeGreaterThan(0);
    expect(subjects.filter((subject) => !/^01-70[13]-/.test(subject))).toEqual([]);
  });

  it('gives the sites of all scopes the sum of their own', async () => {
    const { bySite, toDate } = (await datasetOf({ sites: 'all', unblinded: true })).enrolment;
    const own = await datasetOf({ sites: ['701'], unblinded: true });
    expect(own.enrolment.bySite['701']).toEqual(bySite['701']);
    const screened = Object.values(bySite).reduce((sum, site) => sum + site.screened, 0);
    expect(screened).toBe(toDate.screened);
  });

  it('finds nothing changed against the same data, and only what came since against a week before', async () => {
    const period = { start: '2013-08-26', end: '2013-09-02' };
    const { studyId, timeZone } = run;
    const previousCut = await fetch().freezeCut({ studyId, timeZone, period, runId: 'run-0', sites: 'all' });
    const scope: Scope = { sites: 'all', unblinded: true };
    const { changes, laboratory, visits } = await datasetOf(scope, { previousCut });
    expect(changes.byDomain.LB).toEqual({
      added: laboratory.inPeriod.results,
      late: 0,
      changed: 0,
      removed: 0,
    });
    expect(changes.byDomain.SV).toEqual({ added: visits.inPeriod, late: 0, changed: 0, removed: 0 });
    const same = await datasetOf(scope, { previousCut: cut });
    expect(same.changes.headline).toEqual(['Nothing has changed since the last report.']);
  });

  const reportOf = async <Own>(reportType: string, period: typeof PERIOD, scope: Scope): Promise<Own> => {
    const { studyId, timeZone } = run;
    const runId = `${reportType}-${period.end}`;
    const own = await fetch().freezeCut({ runId, studyId, period, timeZone, sites: 'all', reportType });
    const request = { ...run, runId, reportType, period, due: period.end };
    return JSON.parse(await textOf((await aggregate(scope, { run: request, cut: own })).key)) as Own;
  };

  it('makes the safety report of a cut that holds its domains alone', async () => {
    const period = { start: '2014-01-20', end: '2014-01-27' };
    const scope: Scope = { sites: 'all', unblinded: false };
    const dataset = await reportOf<SafetyWeeklyDataset>('safety-weekly', period, scope);
    expect(dataset.manifest.files.map(({ name }) => name).sort()).toEqual(
      ['AE', 'DM', 'DS', 'LB', 'implausible', 'subjects', 'undated'].sort(),
    );
    expect(dataset.events.toDate.severe).toEqual({ events: 34, subjects: 25 });
    expect(dataset.liver.toDate.hysLawCandidates).toEqual(['01-705-1186']);
    expect(JSON.stringify(dataset)).not.toMatch(/xanomeline|placebo|xan_hi/i);
  });

  it('makes the report of the sites, which knows of no query and of no lag', async () => {
    const scope: Scope = { sites: ['701', '703'], unblinded: true };
    const dataset = await reportOf<SitePerformanceDataset>('site-performance', PERIOD, scope);
    expect(Object.keys(dataset.sites)).toEqual(['701', '703']);
    expect(dataset.sites['701']?.enrolment.toDate).toMatchObject({ screened: 30, randomised: 25 });
    expect(dataset.all.queries).toBeNull();
    // The study was imported today, its week is of 2013: nothing arrived in it.
    expect(dataset.all.entryLag).toEqual({ records: 0, median: null, percentile90: null, late: null });
    expect(dataset.dataQuality.notComputed.map(({ figure }) => figure)).toContain('queries');
  });

  it('gives the same dataset when a stage is done again', async () => {
    const { studyId, runId, period, timeZone } = run;
    const again = await fetch().freezeCut({ studyId, runId, period, timeZone, sites: 'all' });
    expect(again).toEqual(cut);
    const scope: Scope = { sites: ['716'], unblinded: false };
    expect(await aggregate(scope)).toEqual(await aggregate(scope));
  });
});
