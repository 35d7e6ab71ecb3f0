import type { LabSignal } from '../../../folds/liver.ts';
import { date, figure, tableOf, text, yesNo, type ColumnOf, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { HysLawCandidate, SafetyWeeklyDataset } from '../../dataset.ts';

const summary = ({ liver, previous, period }: SafetyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const before = previous.liver;
  return tableOf(
    {
      name: 'liver',
      sheet: voice.say('Liver'),
      section: 'liver',
      title: voice.say('Results and subjects'),
      note: voice.say(
        'ULN: upper limit of normal of the result itself. The criteria are ALT or AST ≥ 3 × ULN and bilirubin ≥ 2 × ULN; a candidate has met both, on one day or not.',
      ),
      empty: voice.say('No laboratory result was recorded.'),
    },
    [
      {
        key: 'results',
        label: voice.say('Results that meet a criterion'),
        now: liver.inPeriod.results,
        before: before.inPeriod.results,
        all: null,
      },
      {
        key: 'newSignals',
        label: voice.say('Criteria met by a subject for the first time'),
        now: liver.inPeriod.newSignals,
        before: before.inPeriod.newSignals,
        all: null,
      },
      {
        key: 'altOrAst3xUln',
        label: voice.say('Subjects ever with ALT or AST ≥ 3 × ULN'),
        now: null,
        before: null,
        all: liver.toDate.altOrAst3xUln,
      },
      {
        key: 'bilirubin2xUln',
        label: voice.say('Subjects ever with bilirubin ≥ 2 × ULN'),
        now: null,
        before: null,
        all: liver.toDate.bilirubin2xUln,
      },
      {
        key: 'hysLawCandidates',
        label: voice.say('Hy’s law candidates'),
        now: liver.inPeriod.newCandidates,
        before: before.inPeriod.newCandidates,
        all: liver.toDate.hysLawCandidates?.length ?? null,
      },
    ],
    [
      text('figure', voice.say('Key'), (row) => row.key, { filesOnly: true }),
      text('label', voice.say('Liver'), (row) => row.label),
      figure('inPeriod', nouns.currentShort, (row) => row.now),
      figure('previous', nouns.previousShort, (row) => row.before),
      figure('toDate', voice.say('To date'), (row) => row.all),
    ],
  );
};

const signalColumns = <Row>(
  prefix: string,
  label: string,
  of: (row: Row) => LabSignal,
  voice: Voice,
): ColumnOf<Row>[] => [
  text(`${prefix}Test`, label, (row) => of(row).test),
  date(`${prefix}Day`, voice.say('Day'), (row) => of(row).day),
  figure(`${prefix}Ratio`, voice.say('× ULN'), (row) => of(row).ratio, { digits: 2 }),
  figure(`${prefix}Value`, voice.say('Value'), (row) => of(row).value, { below: `${prefix}Test` }),
  text(`${prefix}Unit`, voice.say('Unit'), (row) => of(row).unit, { filesOnly: true }),
  figure(`${prefix}UpperLimit`, voice.say('Upper limit'), (row) => of(row).upperLimit, { filesOnly: true }),
];

const candidates = ({ listings }: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf<HysLawCandidate>(
    {
      name: 'hys-law-candidates',
      sheet: voice.say('Hy’s law candidates'),
      section: 'liver',
      title: voice.say('Listing: Hy’s law candidates to date'),
      listing: true,
      note: voice.say('The first results that met the criteria. New: the second of them is of the period.'),
      empty: voice.say('No subject has met both criteria.'),
    },
    listings.candidates,
    [
      yesNo('isNew', voice.say('New'), (row) => row.isNew),
      text('subject', voice.say('Subject'), (row) => row.subject),
      text('siteId', voice.say('Site'), (row) => row.siteId, { below: 'subject' }),
      date('since', voice.say('Both since'), (row) => row.since),
      figure('daysApart', voice.say('Days apart'), (row) => row.daysApart),
      ...signalColumns<HysLawCandidate>(
        'transaminase',
        voice.say('ALT or AST'),
        (row) => row.transaminase,
        voice,
      ),
      figure('highestTransaminase', voice.say('Highest × ULN'), (row) => row.highestTransaminase, {
        digits: 2,
      }),
      ...signalColumns<HysLawCandidate>('bilirubin', voice.say('Bilirubin'), (row) => row.bilirubin, voice),
      figure('highestBilirubin', voice.say('Highest × ULN'), (row) => row.highestBilirubin, { digits: 2 }),
    ],
  );

const resultColumns = (voice: Voice): readonly ColumnOf<LabSignal>[] => [
  text('subject', voice.say('Subject'), (row) => row.subject),
  text('siteId', voice.say('Site'), (row) => row.siteId),
  date('day', voice.say('Day'), (row) => row.day),
  text('test', voice.say('Test'), (row) => row.test),
  figure('value', voice.say('Value'), (row) => row.value),
  text('unit', voice.say('Unit'), (row) => row.unit),
  figure('upperLimit', voice.say('Upper limit'), (row) => row.upperLimit),
  figure('ratio', voice.say('× ULN'), (row) => row.ratio, { digits: 2 }),
];

const signals = ({ listings }: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'liver-signals',
      sheet: voice.say('Liver signals'),
      section: 'liver',
      title: voice.say('Listing: subjects who met a criterion, to date'),
      listing: true,
      note: voice.say('For each subject and criterion the first result that met it; of one day the highest.'),
      empty: voice.say('No subject has met a criterion.'),
    },
    listings.signals,
    [yesNo('isNew', voice.say('New'), (row) => row.isNew), ...resultColumns(voice)],
  );

const results = ({ listings, period }: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'liver-results',
      sheet: voice.say('Liver results'),
      section: 'liver',
      title: voice.say('Listing: results that met a criterion'),
      listing: true,
      note: voice.say('All of the Hy’s law candidates to date, and those of the other subjects {current}.', {
        current: voice.nouns(period).current,
      }),
      empty: voice.say('No such result.'),
    },
    listings.liverResults,
    [
      ...resultColumns(voice),
      text('visit', voice.say('Visit'), (row) => row.visit),
      yesNo('isCandidate', voice.say('Candidate'), (row) => row.isCandidate),
    ],
  );

export const liverTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => [
  summary(dataset, voice),
  candidates(dataset, voice),
  signals(dataset, voice),
  results(dataset, voice),
];
