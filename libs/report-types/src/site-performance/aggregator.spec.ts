import { datasetOf } from '../testing/dataset-of.ts';
import { operationalRows, studyRows, subjectRows, together, type ToldRow } from '../testing/fold-rows.ts';
import { sitePerformanceAggregator } from './aggregator.ts';
import { sitePerformance } from './site-performance.ts';

const WITHIN = '2024-03-05';
const receivedAt = '2024-03-11T05:00:00Z';
const reportOf = (...told: readonly ToldRow[]) => {
  const rows = told.map(({ domain, row }) => ({ domain, row: { ...row, receivedAt } }));
  return datasetOf(sitePerformance, sitePerformanceAggregator, { rows });
};

const subject = studyRows(
  subjectRows('S1', { DM: [{ SITEID: '701', DMDTC: '2024-01-02' }], SV: [{ SVSTDTC: '2024-02-01' }] }),
);
const query = (OPENDTC: string): ToldRow[] =>
  operationalRows('QUERIES', [{ STUDYID: 'STUDY-1', QUERYID: 'Q1', SITEID: '701', OPENDTC }]);

describe('the sites together', () => {
  it('are active on a day of which a subject of no known site tells', () => {
    const unplaced = studyRows(subjectRows('S2', { AE: [{ AEDTC: WITHIN }] }));
    const { all, sites } = reportOf(...subject, ...unplaced);
    expect(all.silence).toEqual({ lastActivity: WITHIN, days: 5 });
    expect(sites['701']?.silence.lastActivity).toBe('2024-02-01');
  });
});

describe('data queries', () => {
  it('had none open in the period before, where the first was asked since', () => {
    const { all, previous } = reportOf(...subject, ...query(WITHIN));
    expect(all.queries).toMatchObject({ opened: 1, open: 1 });
    expect(previous.all.queries).toMatchObject({ opened: 0, open: 0, oldestDays: null });
    expect(previous.sites['701']?.queries).toEqual(previous.all.queries);
  });

  it('are not known where none was asked before the end of the period', () => {
    const { all, previous, dataQuality } = reportOf(...subject, ...query('2024-03-11'));
    expect([all.queries, previous.all.queries]).toEqual([null, null]);
    expect(dataQuality.notComputed).toContainEqual({
      ...{ figure: 'queries', code: 'queries-lacking', values: {} },
    });
  });
});

it('tells the figures of each site that has a row of any domain to date', () => {
  const rows = together(
    subjectRows('S1', { DM: [{ SITEID: '701', DMDTC: WITHIN }] }),
    subjectRows('S2', { DM: [{ SITEID: '702', DMDTC: undefined }], LB: [{ LBDTC: '2024-02-05' }] }),
    subjectRows('S3', { DM: [{ SITEID: '703', DMDTC: '2024-03-11' }] }),
  );
  const { sites, previous } = reportOf(...studyRows(rows));
  expect(Object.keys(sites)).toEqual(['701', '702']);
  expect(Object.keys(previous.sites)).toEqual(['702']);
});
