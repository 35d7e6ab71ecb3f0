/** Week after week of the real study and of a generated one, against figures that were computed otherwise. */
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import type { SdtmRow } from '@rounds/contracts/received';
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { describeWith, realStudyFolder } from '@rounds/adapters/testing/test-data';
import { withReferenceWeek } from '@rounds/studies/sample/reference-week';
import { rowsOf } from '@rounds/studies/sample/rows';
import { simulate } from '@rounds/studies/sample/subjects';
import { addDays } from '../folds/days.ts';
import { datasetOf } from '../testing/dataset-of.ts';
import { operationalRows, studyRows, type Rows, type ToldRow } from '../testing/fold-rows.ts';
import { sitePerformanceAggregator } from './aggregator.ts';
import { sitePerformance } from './site-performance.ts';
import { recompute, type Arrived, type Tables } from './testing/recomputed.ts';

const PARAMETERS = { silentAfterDays: 14, overdueAfterDays: 10, lateAfterDays: 7 };

/** Some come at once, some after weeks; the same for the same row. */
const lagOf = (row: SdtmRow): number => {
  const text = JSON.stringify(row);
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) % 9_973;
  return sum % 3 === 0 ? sum % 29 : sum % 5;
};

/** At 22:30 UTC: in Berlin already the next day while summer time lasts, so that the zone tells. */
const arriving = ({ domain, row }: ToldRow): ToldRow => ({
  domain,
  row: { ...row, receivedAt: `${addDays(row.day ?? '', lagOf(row.row))}T22:30:00.000Z` },
});

const localDay = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date(instant));

const tablesOf = (told: readonly ToldRow[]): Tables => {
  const tables: Record<string, Arrived[]> = {};
  for (const { domain, row } of told)
    (tables[domain] ??= []).push({ row: row.row, arrived: localDay(row.receivedAt) });
  return tables;
};

/** A query a fifth of the visits, answered and closed some days later or not yet. */
const queriesAbout = (files: Rows): ToldRow[] => {
  const sites = new Map((files.DM ?? []).map((row) => [row.USUBJID, row.SITEID]));
  const rows = (files.SV ?? []).flatMap((row, index): SdtmRow[] => {
    const opened = String(row.SVSTDTC ?? '').slice(0, 10);
    const site = sites.get(row.USUBJID ?? '');
    if (index % 5 !== 0 || opened.length < 10 || site === undefined) return [];
    const wait = lagOf(row);
    return [
      {
        QUERYID: `Q${String(index)}`,
        SITEID: site,
        ...(index % 10 === 0 ? {} : { USUBJID: row.USUBJID ?? '' }),
        QDOMAIN: 'SV',
        OPENDTC: opened,
        ...(index % 3 === 0 ? {} : { ANSWDTC: addDays(opened, wait) }),
        ...(index % 15 < 5 ? {} : { CLOSDTC: addDays(opened, wait + 2) }),
      },
    ];
  });
  return operationalRows('QUERIES', rows);
};

const reportOf = (rows: readonly ToldRow[], start: string) =>
  datasetOf(sitePerformance, sitePerformanceAggregator, {
    rows,
    period: { start, end: addDays(start, 7) },
    parameters: PARAMETERS,
  });

const expectSame = (rows: readonly ToldRow[], tables: Tables, start: string) => {
  const report = reportOf(rows, start);
  const now = recompute(tables, [start, addDays(start, 7)], PARAMETERS);
  expect({ all: report.all, sites: report.sites }).toEqual(now);
  const before = recompute(tables, [addDays(start, -7), start], PARAMETERS);
  expect({ all: report.previous.all, sites: report.previous.sites }).toEqual(before);
  expect(report.silentSites.map(({ siteId }) => siteId).sort()).toEqual(
    Object.entries(now.sites)
      .filter(([, { silence, enrolment }]) => (silence.days ?? 0) >= 14 && enrolment.toDate.ongoing > 0)
      .map(([siteId]) => siteId),
  );
  expect(report.listings.openQueries).toHaveLength(now.all.queries?.open ?? 0);
  expect(report.trends.weeks.at(-1)).toMatchObject({
    visits: now.all.visits.inPeriod,
    queriesOpened: now.all.queries?.opened ?? 0,
    queriesClosed: now.all.queries?.closed ?? 0,
    queriesOpen: now.all.queries?.open ?? 0,
  });
  return report;
};

describeWith(realStudyFolder)('CDISCPILOT01, its records arriving bit by bit', () => {
  let rows: ToldRow[];
  let tables: Tables;
  beforeAll(() => {
    const files: Rows = Object.fromEntries(
      DATED_DOMAINS.map((domain) => {
        const all = readRealStudy(domain);
        // A tenth of the laboratory says as much of each site as all of it.
        return [
          domain,
          domain === 'LB' || domain === 'VS' ? all.filter((_, index) => index % 10 === 0) : all,
        ];
      }),
    );
    rows = [...studyRows(files), ...queriesAbout(files)].map(arriving);
    tables = tablesOf(rows);
  });

  it.each(['2012-09-03', '2013-03-25', '2013-09-02', '2014-10-20'])(
    'has in the week from %s the figures that its tables give',
    (start) => {
      const { all, sites } = expectSame(rows, tables, start);
      expect(all.entryLag.records).toBeGreaterThan(0);
      expect(Object.keys(sites).length).toBeGreaterThan(0);
    },
  );

  it('has the enrolment and the visits of the worked example of study-weekly', () => {
    const { all, sites } = reportOf(rows, '2013-09-02');
    expect(all.enrolment.toDate).toEqual({
      ...{ screened: 189, randomised: 159, screenFailures: 23 },
      ...{ completed: 39, discontinued: 82, ongoing: 38 },
    });
    expect(all.visits.inPeriod).toBe(40);
    expect(sites['701']?.enrolment.toDate).toMatchObject({ screened: 30, randomised: 25, discontinued: 13 });
  });
});

describe('a generated study', () => {
  const { subjects } = withReferenceWeek(simulate({ seed: 5, sites: 6, subjects: 80 }));
  const made = rowsOf(subjects, 80);
  const files: Rows = Object.fromEntries(
    DATED_DOMAINS.map((domain) => [
      domain,
      (made[domain] ?? []).map((row): SdtmRow =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => String(value) !== '')),
      ),
    ]),
  );
  const rows = [...studyRows(files), ...queriesAbout(files)].map(arriving);
  const tables = tablesOf(rows);
  const days = rows.map(({ row }) => row.day).sort();

  it('has the figures that its tables give, week after week', () => {
    let silent = 0;
    for (let start = addDays(days[0] ?? '', 20); start < (days.at(-1) ?? ''); start = addDays(start, 35))
      silent += expectSame(rows, tables, start).silentSites.length;
    expect(silent).toBeGreaterThan(0);
  });

  it('says what cannot be known: queries that nobody brought, the lag of a first import', () => {
    const start = addDays(days.at(-1) ?? '', -7);
    const imported = studyRows(files).map(({ domain, row }) => ({
      domain,
      row: { ...row, receivedAt: `${addDays(start, 2)}T10:00:00.000Z` },
    }));
    const { all, dataQuality } = expectSame(imported, tablesOf(imported), start);
    expect(all.queries).toBeNull();
    expect(all.entryLag).toMatchObject({ median: null, percentile90: null, late: null });
    expect(all.entryLag.records).toBeGreaterThan(100);
    expect(dataQuality.notComputed.map(({ figure }) => figure)).toEqual(['queries', 'entryLag']);
  });
});
