import { date, figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { periodNouns } from '../../../model/words/dates.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Laboratory, StudyWeeklyDataset } from '../../dataset.ts';

const summary = ({ laboratory, previous, period }: StudyWeeklyDataset): Table => {
  const nouns = periodNouns(period);
  const { inPeriod, toDate } = laboratory;
  const before = previous.laboratory.inPeriod;
  const line = (
    key: string,
    label: string,
    now: number | null,
    earlier: number | null,
    all: number | null,
  ) => ({
    key,
    label,
    now,
    earlier,
    all,
    share: key === 'outOfRange',
  });
  return tableOf(
    {
      name: 'laboratory-summary',
      sheet: 'Laboratory',
      section: 'laboratory',
      title: 'Results and liver signals',
      note: 'Percentages of the results of the same period. ULN: upper limit of normal of the result itself. Hy’s law candidates are subjects with both.',
      empty: 'No laboratory result was recorded.',
    },
    [
      line('results', 'Results', inPeriod.results, before.results, null),
      line('outOfRange', 'Results out of range', inPeriod.outOfRange, before.outOfRange, null),
      line('altOrAst3xUln', 'Subjects ever with ALT or AST ≥ 3 × ULN', null, null, toDate.altOrAst3xUln),
      line('bilirubin2xUln', 'Subjects ever with bilirubin ≥ 2 × ULN', null, null, toDate.bilirubin2xUln),
      line('hysLawCandidates', 'Hy’s law candidates', null, null, toDate.hysLawCandidates.length),
    ],
    [
      text('figure', 'Key', (row) => row.key, { filesOnly: true }),
      text('label', 'Laboratory', (row) => row.label),
      figure('inPeriod', nouns.currentShort, (row) => row.now),
      percentage('percent', '%', (row) => (row.share ? percent(row.now, inPeriod.results) : null), {
        after: 'inPeriod',
      }),
      figure('previous', nouns.previousShort, (row) => row.earlier),
      percentage('previousPercent', '%', (row) => (row.share ? percent(row.earlier, before.results) : null), {
        after: 'previous',
      }),
      figure('toDate', 'To date', (row) => row.all),
    ],
  );
};

const signals = ({ attention, period }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'laboratory-signals',
      sheet: 'Laboratory signals',
      section: 'laboratory',
      title: 'New liver signals',
      note: 'Subjects whose first ALT or AST ≥ 3 × ULN, or bilirubin ≥ 2 × ULN, falls in the period.',
      empty: `No subject crossed a limit for the first time ${periodNouns(period).current}.`,
    },
    attention.newLabSignals,
    [
      text('subject', 'Subject', (row) => row.subject),
      text('siteId', 'Site', (row) => row.siteId),
      text('test', 'Test', (row) => row.test),
      date('day', 'Day', (row) => row.day),
      figure('value', 'Value', (row) => row.value),
      text('unit', 'Unit', (row) => row.unit),
      figure('upperLimit', 'Upper limit', (row) => row.upperLimit),
      figure('ratio', '× ULN', (row) => row.ratio, { digits: 2 }),
    ],
  );

const candidates = ({ laboratory }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'hys-law-candidates',
      sheet: 'Hy’s law candidates',
      section: 'laboratory',
      title: 'Hy’s law candidates to date',
      note: 'Subjects ever with ALT or AST ≥ 3 × ULN and ever with bilirubin ≥ 2 × ULN. Both need not be on one day.',
      empty: 'No subject meets both criteria.',
    },
    laboratory.toDate.hysLawCandidates,
    [text('subject', 'Subject', (subject) => subject)],
  );

const byTest = ({ laboratory, previous, period }: StudyWeeklyDataset): Table => {
  const nouns = periodNouns(period);
  const all = (test: Laboratory['inPeriod']['byTest'][string] | undefined): number =>
    test === undefined ? 0 : test.high + test.low + test.abnormal;
  const now = laboratory.inPeriod.byTest;
  const before = previous.laboratory.inPeriod.byTest;
  return tableOf(
    {
      name: 'laboratory-by-test',
      sheet: 'Laboratory by test',
      section: 'laboratory',
      title: 'Out of range, by test',
      note: `Results ${nouns.current} by LBNRIND, and all of them ${nouns.previous}.`,
      empty: `No result was out of range ${nouns.current} or ${nouns.previous}.`,
    },
    [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(),
    [
      text('testCode', 'Test', (code) => code),
      figure('high', 'High', (code) => now[code]?.high ?? 0),
      figure('low', 'Low', (code) => now[code]?.low ?? 0),
      figure('abnormal', 'Abnormal', (code) => now[code]?.abnormal ?? 0),
      figure('outOfRange', 'All', (code) => all(now[code])),
      figure('previous', nouns.previousShort, (code) => all(before[code])),
    ],
  );
};

const outOfRange = ({ listings, period }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'out-of-range',
      sheet: 'Out of range',
      section: 'laboratory',
      title: 'Listing: results out of range in the period',
      empty: `No result was out of range ${periodNouns(period).current}.`,
    },
    listings.outOfRange,
    [
      text('subject', 'Subject', (row) => row.subject),
      text('siteId', 'Site', (row) => row.siteId),
      date('day', 'Day', (row) => row.day),
      text('visit', 'Visit', (row) => row.visit),
      text('testCode', 'Code', (row) => row.testCode),
      text('test', 'Test', (row) => row.test),
      figure('result', 'Result', (row) => row.result),
      text('unit', 'Unit', (row) => row.unit),
      figure('lowerLimit', 'Lower limit', (row) => row.lowerLimit),
      figure('upperLimit', 'Upper limit', (row) => row.upperLimit),
      text('indicator', 'Indicator', (row) => row.indicator),
    ],
  );

export const laboratoryTables = (dataset: StudyWeeklyDataset): Table[] => [
  summary(dataset),
  signals(dataset),
  candidates(dataset),
  byTest(dataset),
  outOfRange(dataset),
];
