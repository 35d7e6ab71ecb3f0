/** Week after week of the real study and of generated ones, against figures that were computed otherwise. */
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import type { SdtmRow } from '@rounds/contracts/received';
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { withReferenceWeek } from '@rounds/studies/sample/reference-week';
import { rowsOf } from '@rounds/studies/sample/rows';
import { simulate } from '@rounds/studies/sample/subjects';
import { addDays } from '../folds/days.ts';
import { datasetOf } from '../testing/dataset-of.ts';
import { studyRows, type Rows } from '../testing/fold-rows.ts';
import { safetyWeeklyAggregator } from './aggregator.ts';
import { safetyWeekly } from './safety-weekly.ts';
import { recompute, type Tables } from './testing/recomputed.ts';

const reportOf = (
  rows: ReturnType<typeof studyRows>,
  start: string,
  parameters: Record<string, unknown> = {},
) =>
  datasetOf(safetyWeekly, safetyWeeklyAggregator, {
    rows,
    period: { start, end: addDays(start, 7) },
    parameters,
  });

const figuresOf = ({ subjects, events, deaths, liver }: ReturnType<typeof reportOf>) => ({
  subjects,
  events,
  deaths,
  liver,
});

const tablesOf = (files: Rows): Tables => ({
  DM: files.DM ?? [],
  DS: files.DS ?? [],
  AE: files.AE ?? [],
  LB: files.LB ?? [],
});

describeWith(realStudyFolder)('CDISCPILOT01', () => {
  let files: Rows;
  let rows: ReturnType<typeof studyRows>;
  beforeAll(() => {
    files = Object.fromEntries(['DM', 'DS', 'AE', 'LB'].map((domain) => [domain, readRealStudy(domain)]));
    rows = studyRows(files);
  });

  it.each([
    ['2012-09-03', 'SEVERE'],
    ['2013-01-14', 'SEVERE'],
    ['2013-05-13', 'SEVERE'],
    ['2013-07-29', 'SEVERE'],
    ['2013-07-29', 'MODERATE'],
    ['2013-09-02', 'MILD'],
    ['2013-12-23', 'SEVERE'],
    ['2014-01-20', 'SEVERE'],
    ['2014-11-01', 'MODERATE'],
  ] as const)('has in the week from %s, from %s on, the figures that its tables give', (start, minimum) => {
    const order = ['MILD', 'MODERATE', 'SEVERE'];
    const week = [start, addDays(start, 7)] as [string, string];
    const expected = recompute(tablesOf(files), week, order.slice(order.indexOf(minimum)));
    const report = reportOf(rows, start, { minimumSeverity: minimum });
    expect(figuresOf(report)).toEqual(expected);
    const before = recompute(
      tablesOf(files),
      [addDays(start, -7), start],
      order.slice(order.indexOf(minimum)),
    );
    expect(report.previous.events).toEqual(before.events);
    expect(report.previous.liver).toEqual(before.liver);
  });

  it('has in the week of the first Hy’s law candidate the figures of the worked example', () => {
    const { events, deaths, liver, listings, subjects } = reportOf(rows, '2014-01-20');
    expect(subjects).toEqual({ screened: 270, randomised: 226 });
    expect(events.toDate).toMatchObject({
      all: { events: 948, subjects: 185 },
      serious: { events: 3, subjects: 3 },
      severe: { events: 34, subjects: 25 },
      fatal: { events: 2, subjects: 2 },
      notable: { events: 35, subjects: 26 },
    });
    expect(Object.keys(events.toDate.byPreferredTerm)).toHaveLength(24);
    expect(events.toDate.bySoc['NERVOUS SYSTEM DISORDERS']).toEqual({
      all: { events: 95, subjects: 54 },
      serious: { events: 3, subjects: 3 },
      severe: { events: 9, subjects: 6 },
      notable: { events: 10, subjects: 7 },
      notRandomised: 0,
    });
    expect(liver.inPeriod).toEqual({ results: 5, newSignals: 2, newCandidates: 1 });
    expect(events.inPeriod).toEqual({
      all: { events: 14, subjects: 7 },
      serious: { events: 0, subjects: 0 },
      severe: { events: 3, subjects: 1 },
      fatal: { events: 0, subjects: 0 },
      seriousByCriterion: { events: 1, subjects: 1 },
      possibleDeaths: { events: 0, subjects: 0 },
      notable: { events: 3, subjects: 1 },
    });
    expect(deaths).toEqual({ inPeriod: 0, toDate: 2 });
    expect(liver.toDate).toEqual({
      altOrAst3xUln: 2,
      bilirubin2xUln: 2,
      hysLawCandidates: ['01-705-1186'],
    });
    expect(listings.candidates).toMatchObject([
      {
        subject: '01-705-1186',
        since: '2014-01-23',
        isNew: true,
        daysApart: 0,
        transaminase: { test: 'AST', day: '2014-01-23', value: 118, upperLimit: 34, ratio: 3.47 },
        bilirubin: { test: 'BILI', day: '2014-01-23', value: 116.28, upperLimit: 21, ratio: 5.54 },
        highestTransaminase: 3.47,
        highestBilirubin: 5.94,
      },
    ]);
  });

  it('lists deaths with what tells of them, and that no fatal event is marked serious', () => {
    const { listings, deaths } = reportOf(rows, '2013-07-29');
    expect(deaths).toEqual({ inPeriod: 1, toDate: 2 });
    expect(listings.deaths.at(-1)).toEqual({
      subject: '01-710-1083',
      siteId: '710',
      day: '2013-08-02',
      isNew: true,
      sources: [
        { domain: 'AE', day: '2013-08-03' },
        { domain: 'DM', day: '2013-08-02' },
        { domain: 'DS', day: '2013-08-02' },
      ],
      terms: ['MYOCARDIAL INFARCTION'],
      notMarkedSerious: true,
    });
  });
});

describe.each([1, 5, 34])('the generated study of seed %i', (seed) => {
  const { subjects } = withReferenceWeek(simulate({ seed, sites: 6, subjects: 80 }));
  const made = rowsOf(subjects, 80);
  const files: Rows = Object.fromEntries(
    DATED_DOMAINS.map((domain) => [
      domain,
      (made[domain] ?? []).map((row): SdtmRow =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => String(value) !== '')),
      ),
    ]),
  );
  const rows = studyRows(files);

  it('has the figures that its tables give, week after week', () => {
    const days = rows.flatMap(({ row }) => row.day ?? []).sort();
    const [first = '', last = ''] = [days[0], days.at(-1)];
    let gravest = 0;
    for (let start = addDays(first, 14); start < last; start = addDays(start, 28)) {
      const report = reportOf(rows, start);
      expect(figuresOf(report)).toEqual(recompute(tablesOf(files), [start, addDays(start, 7)], ['SEVERE']));
      gravest = Math.max(gravest, report.deaths.toDate + (report.events.toDate.serious.events ?? NaN));
    }
    expect(gravest).toBeGreaterThan(2);
  });
});
