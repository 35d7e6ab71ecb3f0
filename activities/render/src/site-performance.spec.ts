/** Small: the report of the sites drawn by the engine and read back. */
import type { Dataset } from '@rounds/contracts/dataset';
import { sitePerformanceAggregator } from '@rounds/report-types/site-performance/aggregator';
import { sitePerformance } from '@rounds/report-types/site-performance/site-performance';
import { datasetOf } from '@rounds/report-types/testing/dataset-of';
import { operationalRows, studyRows, subjectRows, together } from '@rounds/report-types/testing/fold-rows';
import { draw } from './draw.ts';
import { expectPdfHolds } from './testing/expect-pdf-holds.ts';
import { pageText, readPdf } from './testing/pdf-text.ts';

const WITHIN = '2024-03-05';

const told = () =>
  [
    ...studyRows(
      together(
        subjectRows('S1', {
          DM: [{ SITEID: '701' }],
          DS: [{}],
          SV: [{ SVSTDTC: WITHIN }, {}],
          AE: [{ AEDTC: WITHIN }],
        }),
        subjectRows('S2', { DM: [{ SITEID: '702' }], DS: [{}] }),
      ),
    ),
    ...operationalRows('QUERIES', [
      { QUERYID: 'Q-1', SITEID: '701', USUBJID: 'S1', QDOMAIN: 'AE', QVAR: 'AESER', OPENDTC: '2024-01-05' },
      { QUERYID: 'Q-2', SITEID: '702', OPENDTC: WITHIN, ANSWDTC: '2024-03-06', CLOSDTC: '2024-03-07' },
    ]),
  ].map(({ domain, row }) => ({
    domain,
    row: { ...row, receivedAt: row.day === WITHIN ? '2024-03-08T09:00:00.000Z' : '2024-01-09T09:00:00.000Z' },
  }));

const drawn = async (dataset: Dataset): Promise<string[]> => {
  const bytes = await draw({ format: 'pdf', dataset, pictures: {} });
  await expectPdfHolds(dataset, bytes);
  return (await readPdf(bytes)).map(pageText);
};

const dataset = (rows = told()) => datasetOf(sitePerformance, sitePerformanceAggregator, { rows });

it('holds every figure and row, and says first which sites need attention', async () => {
  const [first = '', ...others] = await drawn(dataset());
  expect(first).toContain('Weeklysiteperformancereport');
  expect(first).toContain('Site702hassentnorecordinthelast68days');
  expect(first).toContain('1queryisopenformorethan14days:site701(1).');
  expect(others.join('')).toContain('Q-1');
});

it('shows a dash, never a zero, for what nobody brought', async () => {
  const pages = await drawn(dataset(told().filter(({ domain }) => domain !== 'QUERIES')));
  expect(pages[0]).toContain('nonewasimported');
  expect(pages.join('')).toContain('nothingcanbesaidofqueries');
});
