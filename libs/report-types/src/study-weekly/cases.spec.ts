/** Small studies that were misread once: what their report says of them now. Rows as their files hold them. */
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { DATED_DOMAINS, type DatedDomain } from '@rounds/contracts/cut';
import { isDatasetFile, openDataset } from '@rounds/studies/readers/open-dataset';
import { CASE_PERIOD, caseFolder, type CaseName } from '@rounds/studies/testing/cases';
import { readAll, without } from '@rounds/studies/testing/study-folder';
import { safetyWeeklyAggregator } from '../safety-weekly/aggregator.ts';
import { safetyWeekly } from '../safety-weekly/safety-weekly.ts';
import { datasetOf } from '../testing/dataset-of.ts';
import { studyRows, type Rows } from '../testing/fold-rows.ts';
import { knownOfRows } from '../testing/known.ts';
import { studyWeeklyAggregator } from './aggregator.ts';
import { studyWeeklyModel } from './page/model.ts';
import type { StudyWeeklyDataset } from './dataset.ts';
import { studyWeekly } from './study-weekly.ts';

const isDated = (domain: string): domain is DatedDomain =>
  (DATED_DOMAINS as readonly string[]).includes(domain);

const rowsOf = async (name: CaseName): Promise<Rows> => {
  const rows: { -readonly [Domain in DatedDomain]?: Rows[Domain] & object } = {};
  for (const file of readdirSync(caseFolder(name)).filter(isDatasetFile)) {
    const dataset = await openDataset(join(caseFolder(name), file));
    const domain = dataset.name.toUpperCase();
    if (isDated(domain)) rows[domain] = (await readAll(dataset)).map(({ values }) => values);
  }
  return rows;
};

const given = (rows: Rows) => ({
  rows: studyRows(rows),
  period: CASE_PERIOD,
  known: knownOfRows(rows),
});

const reportOf = async (name: CaseName) =>
  datasetOf(studyWeekly, studyWeeklyAggregator, given(await rowsOf(name)));

/** None of these studies collects a criterion of seriousness; what else lacks. */
const besidesCriteria = ({ dataQuality: { notComputed } }: Pick<StudyWeeklyDataset, 'dataQuality'>) =>
  notComputed.filter(({ figure }) => !figure.endsWith('.seriousByCriterion'));

const panelOf = (dataset: Awaited<ReturnType<typeof reportOf>>) =>
  studyWeeklyModel.build(dataset as StudyWeeklyDataset, { undrawable: new Map() }).attention;

const rowsNamed = (values: readonly { variable: string; value: string; rows: number }[] = []) =>
  Object.fromEntries(values.map(({ variable, value, rows }) => [`${variable} ${value}`, rows]));

describe('BASE', () => {
  it('leaves nothing in doubt', async () => {
    const dataset = await reportOf('BASE');
    const { attention, dataQuality, adverseEvents, enrolment } = dataset;
    expect(attention.doubts).toEqual([]);
    expect(adverseEvents.toDate).toMatchObject({ events: 8, serious: 4, fatal: 0, seriousByCriterion: null });
    expect(enrolment.toDate).toMatchObject({ screened: 4, randomised: 4, ongoing: 4 });
    expect(besidesCriteria(dataset)).toEqual([]);
    expect(dataQuality).toMatchObject({ mapped: [], notUnderstood: [], converted: [] });
  });
});

describe('DEATHDM', () => {
  it('tells both deaths, also that of a subject without DMDTC', async () => {
    const { attention, listings } = await reportOf('DEATHDM');
    expect(attention.newDeaths).toBe(2);
    expect(listings.deaths.map(({ subject, day }) => [subject, day])).toEqual([
      ['DEATHDM-701-001', '2026-01-14'],
      ['DEATHDM-701-003', '2026-01-14'],
    ]);
    const safety = datasetOf(safetyWeekly, safetyWeeklyAggregator, given(await rowsOf('DEATHDM')));
    expect(safety.deaths).toEqual({ inPeriod: 2, toDate: 2 });
  });
});

describe('ARMLATE', () => {
  it('reads the arm whatever the day of the row', async () => {
    const dataset = await reportOf('ARMLATE');
    const { adverseEvents, enrolment } = dataset;
    const arm = { randomised: 2, subjectsWithEvents: 2, events: 4 };
    expect(adverseEvents.byArm).toEqual({ Active: arm, Placebo: arm });
    expect(besidesCriteria(dataset)).toEqual([]);
    expect(enrolment.toDate.screened).toBe(0);
  });
});

describe('NOCOLS', () => {
  it('computes nothing without its variable, names each, and is not calm', async () => {
    const dataset = await reportOf('NOCOLS');
    const { adverseEvents, enrolment, laboratory, attention } = dataset;
    expect(adverseEvents.inPeriod).toMatchObject({ events: 3, serious: null, fatal: null });
    expect(adverseEvents.toDate).toMatchObject({ serious: null, seriousByCriterion: null, fatal: null });
    expect(adverseEvents.byArm).toBeNull();
    expect(enrolment.toDate).toMatchObject({ screened: 3, randomised: null, completed: null, ongoing: null });
    expect(laboratory.inPeriod).toMatchObject({ results: 6, outOfRange: null });
    expect(laboratory.toDate).toEqual({ altOrAst3xUln: null, bilirubin2xUln: null, hysLawCandidates: null });
    const lacking = new Set(
      besidesCriteria(dataset).flatMap((entry) => ('code' in entry ? entry.values.variable : [])),
    );
    expect(lacking).toEqual(new Set(['DS.DSCAT', 'AE.AESER', 'AE.AEOUT', 'LB.LBNRIND', 'LB.LBSTNRHI']));
    expect(attention.doubts.map(({ values }) => values.variable).sort()).toEqual([
      ...['AE.AEOUT', 'AE.AESER', 'DS.DSCAT', 'LB.LBSTNRHI'],
    ]);
    expect(panelOf(dataset).items[0]).toMatchObject({
      lead: 'Not certain',
      sentence: expect.stringMatching(/^Cannot say that nothing is urgent: no row fills /) as string,
      urgent: true,
    });
  });
});

describe('CODES', () => {
  it('counts what is certain, and names what is not', async () => {
    const { adverseEvents, laboratory, dataQuality } = await reportOf('CODES');
    const graves = { serious: 3, seriousByCriterion: 2, fatal: 3, possibleDeaths: 2 };
    expect(adverseEvents.inPeriod).toMatchObject(graves);
    expect(adverseEvents.inPeriod.bySeverity).toEqual({
      ...{ MILD: 10, SEVERE: 1, 'NOT GIVEN': 1 },
      ...{ '3': 1, 'GRADE 4': 1, 'LIFE THREATENING': 1 },
    });
    // Six of high, three of low and two of abnormal: six of them in the letters and words of laboratories.
    expect(laboratory.inPeriod.outOfRange).toBe(11);
    expect(rowsNamed(dataQuality.notUnderstood)).toEqual({
      ...{ 'AE.AEOUT RECOVERED': 1, 'AE.AESER 1': 1, 'LB.LBNRIND *': 1 },
      ...{ 'AE.AESEV 3': 1, 'AE.AESEV GRADE 4': 1, 'AE.AESEV LIFE THREATENING': 1 },
    });
    expect(rowsNamed(dataQuality.mapped)).toEqual({
      ...{ 'AE.AESER y': 1, 'AE.AESER Yes': 1, 'AE.AESER TRUE': 1 },
      ...{ 'AE.AEOUT Fatal': 1, 'AE.AEOUT DEATH': 1, 'AE.AESEV Severe': 1 },
      ...{ 'LB.LBNRIND high': 1, 'LB.LBNRIND H': 1, 'LB.LBNRIND HIGH HIGH': 1, 'LB.LBNRIND HIGH PANIC': 1 },
      ...{ 'LB.LBNRIND HH': 1, 'LB.LBNRIND L': 1, 'LB.LBNRIND Low': 1, 'LB.LBNRIND A': 1 },
    });
  });

  it('says on the first page what it cannot be certain of, and flags contradictions', async () => {
    const dataset = await reportOf('CODES');
    expect(dataset.attention.doubts).toEqual(
      expect.arrayContaining([
        { code: 'values-not-understood', values: { variable: 'AE.AESER', rows: 1 } },
        { code: 'values-missing', values: { variable: 'AE.AESER', rows: 1 } },
        { code: 'values-not-understood', values: { variable: 'AE.AEOUT', rows: 1 } },
      ]),
    );
    const leads = panelOf(dataset).items.map(({ lead }) => lead);
    expect(leads).toEqual(
      expect.arrayContaining(['Not certain', 'Fatal', 'Fatal, not serious', 'Serious?', 'Possible death']),
    );
  });
});

describe('TWOSITE', () => {
  it('places the subject at no site and in no arm, whatever the order of its rows', async () => {
    const rows = await rowsOf('TWOSITE');
    const [forwards, backwards] = [rows, { ...rows, DM: [...(rows.DM ?? [])].reverse() }].map((each) =>
      datasetOf(studyWeekly, studyWeeklyAggregator, given(each)),
    );
    expect(backwards?.enrolment).toEqual(forwards?.enrolment);
    expect(backwards?.adverseEvents).toEqual(forwards?.adverseEvents);
    expect(forwards?.enrolment.toDate).toMatchObject({ screened: 2, randomised: 2 });
    expect(Object.keys(forwards?.enrolment.bySite ?? {})).toEqual(['701']);
    expect(forwards?.adverseEvents.byArm).toMatchObject({
      Active: { randomised: 1, events: 2 },
      'NOT GIVEN': { randomised: 1, events: 2 },
    });
    expect(forwards?.dataQuality.notComputed).toContainEqual({
      figure: 'adverseEvents.byArm',
      code: 'subjects-of-several-arms',
      values: { subjects: 1 },
    });
  });
});

describe('EPOCHS', () => {
  it('ends a participation by a disposition of the study alone', async () => {
    const { enrolment } = await reportOf('EPOCHS');
    expect(enrolment.toDate).toMatchObject({ randomised: 4, completed: 0, discontinued: 1, ongoing: 3 });
    expect(enrolment.inPeriod).toMatchObject({ completed: 0, discontinued: 1 });
    expect(enrolment.discontinuationReasons).toEqual({ 'LOST TO FOLLOW-UP': 1 });
  });

  it('knows of no ending where epochs are told and DSSCAT is not', async () => {
    const rows = await rowsOf('EPOCHS');
    const DS = (rows.DS ?? []).map((row) => without(row, 'DSSCAT'));
    const { enrolment, attention } = datasetOf(studyWeekly, studyWeeklyAggregator, given({ ...rows, DS }));
    expect(enrolment.toDate).toMatchObject({
      randomised: 4,
      completed: null,
      discontinued: null,
      ongoing: null,
    });
    expect(attention.doubts).toContainEqual({
      code: 'variable-lacking',
      values: { variable: 'DS.DSSCAT' },
    });
  });
});

describe('UNITS', () => {
  it('averages in one unit, names what it converted, and sees no signal in urine', async () => {
    const dataset = await reportOf('UNITS');
    const { vitalSigns, laboratory, dataQuality } = dataset;
    expect(vitalSigns.inPeriod.systolic).toEqual({ n: 2, mean: 130.13, atLeast160: 0, below90: 0 });
    expect(dataQuality.converted).toEqual([
      { figure: 'vitalSigns.inPeriod.systolic', unit: 'kPa', as: 'mmHg', rows: 1 },
    ]);
    expect(besidesCriteria(dataset)).toEqual([
      { figure: 'vitalSigns.inPeriod.systolic', code: 'results-without-number', values: { rows: 1 } },
    ]);
    expect(laboratory.toDate).toEqual({ altOrAst3xUln: 0, bilirubin2xUln: 0, hysLawCandidates: [] });
  });
});
