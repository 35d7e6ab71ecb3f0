import type { LabSignal } from '../../../folds/liver.ts';
import { date, figure, tableOf, text, yesNo, type ColumnOf, type Table } from '../../../model/table.ts';
import { periodNouns } from '../../../model/words/dates.ts';
import type { HysLawCandidate, SafetyWeeklyDataset } from '../../dataset.ts';

const summary = ({ liver, previous, period }: SafetyWeeklyDataset): Table => {
  const nouns = periodNouns(period);
  const before = previous.liver;
  return tableOf(
    {
      name: 'liver',
      sheet: 'Liver',
      section: 'liver',
      title: 'Results and subjects',
      note: 'ULN: upper limit of normal of the result itself. The criteria are ALT or AST ≥ 3 × ULN and bilirubin ≥ 2 × ULN; a candidate has met both, on one day or not.',
      empty: 'No laboratory result was recorded.',
    },
    [
      {
        key: 'results',
        label: 'Results that meet a criterion',
        now: liver.inPeriod.results,
        before: before.inPeriod.results,
        all: null,
      },
      {
        key: 'newSignals',
        label: 'Criteria met by a subject for the first time',
        now: liver.inPeriod.newSignals,
        before: before.inPeriod.newSignals,
        all: null,
      },
      {
        key: 'altOrAst3xUln',
        label: 'Subjects ever with ALT or AST ≥ 3 × ULN',
        now: null,
        before: null,
        all: liver.toDate.altOrAst3xUln,
      },
      {
        key: 'bilirubin2xUln',
        label: 'Subjects ever with bilirubin ≥ 2 × ULN',
        now: null,
        before: null,
        all: liver.toDate.bilirubin2xUln,
      },
      {
        key: 'hysLawCandidates',
        label: 'Hy’s law candidates',
        now: liver.inPeriod.newCandidates,
        before: before.inPeriod.newCandidates,
        all: liver.toDate.hysLawCandidates.length,
      },
    ],
    [
      text('figure', 'Key', (row) => row.key, { filesOnly: true }),
      text('label', 'Liver', (row) => row.label),
      figure('inPeriod', nouns.currentShort, (row) => row.now),
      figure('previous', nouns.previousShort, (row) => row.before),
      figure('toDate', 'To date', (row) => row.all),
    ],
  );
};

const signalColumns = <Row>(prefix: string, label: string, of: (row: Row) => LabSignal): ColumnOf<Row>[] => [
  text(`${prefix}Test`, label, (row) => of(row).test),
  date(`${prefix}Day`, 'Day', (row) => of(row).day),
  figure(`${prefix}Ratio`, '× ULN', (row) => of(row).ratio, { digits: 2 }),
  figure(`${prefix}Value`, 'Value', (row) => of(row).value, { below: `${prefix}Test` }),
  text(`${prefix}Unit`, 'Unit', (row) => of(row).unit, { filesOnly: true }),
  figure(`${prefix}UpperLimit`, 'Upper limit', (row) => of(row).upperLimit, { filesOnly: true }),
];

const candidates = ({ listings }: SafetyWeeklyDataset): Table =>
  tableOf<HysLawCandidate>(
    {
      name: 'hys-law-candidates',
      sheet: 'Hy’s law candidates',
      section: 'liver',
      title: 'Listing: Hy’s law candidates to date',
      listing: true,
      note: 'The first results that met the criteria. New: the second of them is of the period.',
      empty: 'No subject has met both criteria.',
    },
    listings.candidates,
    [
      yesNo('isNew', 'New', (row) => row.isNew),
      text('subject', 'Subject', (row) => row.subject),
      text('siteId', 'Site', (row) => row.siteId, { below: 'subject' }),
      date('since', 'Both since', (row) => row.since),
      figure('daysApart', 'Days apart', (row) => row.daysApart),
      ...signalColumns<HysLawCandidate>('transaminase', 'ALT or AST', (row) => row.transaminase),
      figure('highestTransaminase', 'Highest × ULN', (row) => row.highestTransaminase, { digits: 2 }),
      ...signalColumns<HysLawCandidate>('bilirubin', 'Bilirubin', (row) => row.bilirubin),
      figure('highestBilirubin', 'Highest × ULN', (row) => row.highestBilirubin, { digits: 2 }),
    ],
  );

const RESULT: readonly ColumnOf<LabSignal>[] = [
  text('subject', 'Subject', (row) => row.subject),
  text('siteId', 'Site', (row) => row.siteId),
  date('day', 'Day', (row) => row.day),
  text('test', 'Test', (row) => row.test),
  figure('value', 'Value', (row) => row.value),
  text('unit', 'Unit', (row) => row.unit),
  figure('upperLimit', 'Upper limit', (row) => row.upperLimit),
  figure('ratio', '× ULN', (row) => row.ratio, { digits: 2 }),
];

const signals = ({ listings }: SafetyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'liver-signals',
      sheet: 'Liver signals',
      section: 'liver',
      title: 'Listing: subjects who met a criterion, to date',
      listing: true,
      note: 'For each subject and criterion the first result that met it; of one day the highest.',
      empty: 'No subject has met a criterion.',
    },
    listings.signals,
    [yesNo('isNew', 'New', (row) => row.isNew), ...RESULT],
  );

const results = ({ listings, period }: SafetyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'liver-results',
      sheet: 'Liver results',
      section: 'liver',
      title: 'Listing: results that met a criterion',
      listing: true,
      note: `All of the Hy’s law candidates to date, and those of the other subjects ${periodNouns(period).current}.`,
      empty: 'No such result.',
    },
    listings.liverResults,
    [
      ...RESULT,
      text('visit', 'Visit', (row) => row.visit),
      yesNo('isCandidate', 'Candidate', (row) => row.isCandidate),
    ],
  );

export const liverTables = (dataset: SafetyWeeklyDataset): Table[] => [
  summary(dataset),
  candidates(dataset),
  signals(dataset),
  results(dataset),
];
