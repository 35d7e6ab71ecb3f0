/** The real study in the week of the worked example in docs/study-weekly.md. */
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import { studyRows } from '@rounds/report-types/testing/fold-rows';
import { received, weekFrom, type Study } from './study.ts';

export const realStudy = (): Study => {
  const files = Object.fromEntries(DATED_DOMAINS.map((domain) => [domain, readRealStudy(domain)]));
  const summary = readRealStudy('TS');
  const valueOf = (code: string) => summary.find(({ TSPARMCD }) => TSPARMCD === code)?.TSVAL;
  return {
    study: { studyId: 'CDISCPILOT01', title: String(valueOf('TITLE') ?? 'CDISCPILOT01') },
    period: weekFrom('2013-09-02'),
    planned: Number(valueOf('PLANSUB')),
    rows: studyRows(files).map(received),
    changes: {
      first: true,
      notCompared: 'firstReport',
      byDomain: {},
      headline: ['This is the first report.'],
    },
    documents: { texts: [], images: [] },
    bytes: new Map(),
  };
};
