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
      sheet: voice.say('safety-weekly.liver'),
      section: 'liver',
      title: voice.say('safety-weekly.results-and-subjects'),
      note: voice.say('safety-weekly.liver-note'),
      empty: voice.say('no-laboratory-result-was-recorded'),
    },
    [
      {
        key: 'results',
        label: voice.say('safety-weekly.results-that-meet-a-criterion'),
        now: liver.inPeriod.results,
        before: before.inPeriod.results,
        all: null,
      },
      {
        key: 'newSignals',
        label: voice.say('safety-weekly.criteria-met-first'),
        now: liver.inPeriod.newSignals,
        before: before.inPeriod.newSignals,
        all: null,
      },
      {
        key: 'altOrAst3xUln',
        label: voice.say('ever-alt-ast-3x-uln'),
        now: null,
        before: null,
        all: liver.toDate.altOrAst3xUln,
      },
      {
        key: 'bilirubin2xUln',
        label: voice.say('ever-bilirubin-2x-uln'),
        now: null,
        before: null,
        all: liver.toDate.bilirubin2xUln,
      },
      {
        key: 'hysLawCandidates',
        label: voice.say('hys-law-candidates'),
        now: liver.inPeriod.newCandidates,
        before: before.inPeriod.newCandidates,
        all: liver.toDate.hysLawCandidates?.length ?? null,
      },
    ],
    [
      text('figure', voice.say('key'), (row) => row.key, { filesOnly: true }),
      text('label', voice.say('safety-weekly.liver'), (row) => row.label),
      figure('inPeriod', nouns.currentShort, (row) => row.now),
      figure('previous', nouns.previousShort, (row) => row.before),
      figure('toDate', voice.say('to-date-head'), (row) => row.all),
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
  date(`${prefix}Day`, voice.say('day'), (row) => of(row).day),
  figure(`${prefix}Ratio`, voice.say('x-uln'), (row) => of(row).ratio, { digits: 2 }),
  figure(`${prefix}Value`, voice.say('value'), (row) => of(row).value, { below: `${prefix}Test` }),
  text(`${prefix}Unit`, voice.say('unit'), (row) => of(row).unit, { filesOnly: true }),
  figure(`${prefix}UpperLimit`, voice.say('upper-limit'), (row) => of(row).upperLimit, { filesOnly: true }),
];

const candidates = ({ listings }: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf<HysLawCandidate>(
    {
      name: 'hys-law-candidates',
      sheet: voice.say('hys-law-candidates'),
      section: 'liver',
      title: voice.say('safety-weekly.listing-candidates'),
      listing: true,
      note: voice.say('safety-weekly.candidates-note'),
      empty: voice.say('safety-weekly.no-candidate'),
    },
    listings.candidates,
    [
      yesNo('isNew', voice.say('new'), (row) => row.isNew),
      text('subject', voice.say('subject'), (row) => row.subject),
      text('siteId', voice.say('site'), (row) => row.siteId, { below: 'subject' }),
      date('since', voice.say('safety-weekly.both-since'), (row) => row.since),
      figure('daysApart', voice.say('safety-weekly.days-apart'), (row) => row.daysApart),
      ...signalColumns<HysLawCandidate>(
        'transaminase',
        voice.say('safety-weekly.alt-or-ast'),
        (row) => row.transaminase,
        voice,
      ),
      figure(
        'highestTransaminase',
        voice.say('safety-weekly.highest-x-uln'),
        (row) => row.highestTransaminase,
        {
          digits: 2,
        },
      ),
      ...signalColumns<HysLawCandidate>(
        'bilirubin',
        voice.say('safety-weekly.bilirubin'),
        (row) => row.bilirubin,
        voice,
      ),
      figure('highestBilirubin', voice.say('safety-weekly.highest-x-uln'), (row) => row.highestBilirubin, {
        digits: 2,
      }),
    ],
  );

const resultColumns = (voice: Voice): readonly ColumnOf<LabSignal>[] => [
  text('subject', voice.say('subject'), (row) => row.subject),
  text('siteId', voice.say('site'), (row) => row.siteId),
  date('day', voice.say('day'), (row) => row.day),
  text('test', voice.say('test'), (row) => row.test),
  figure('value', voice.say('value'), (row) => row.value),
  text('unit', voice.say('unit'), (row) => row.unit),
  figure('upperLimit', voice.say('upper-limit'), (row) => row.upperLimit),
  figure('ratio', voice.say('x-uln'), (row) => row.ratio, { digits: 2 }),
];

const signals = ({ listings }: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'liver-signals',
      sheet: voice.say('liver-signals'),
      section: 'liver',
      title: voice.say('safety-weekly.listing-criteria-met'),
      listing: true,
      note: voice.say('safety-weekly.criteria-met-note'),
      empty: voice.say('safety-weekly.no-criterion-met'),
    },
    listings.signals,
    [yesNo('isNew', voice.say('new'), (row) => row.isNew), ...resultColumns(voice)],
  );

const results = ({ listings, period }: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'liver-results',
      sheet: voice.say('safety-weekly.liver-results'),
      section: 'liver',
      title: voice.say('safety-weekly.listing-liver-results'),
      listing: true,
      note: voice.say('safety-weekly.liver-results-note', {
        current: voice.nouns(period).current,
      }),
      empty: voice.say('safety-weekly.no-such-result'),
    },
    listings.liverResults,
    [
      ...resultColumns(voice),
      text('visit', voice.say('visit'), (row) => row.visit),
      yesNo('isCandidate', voice.say('safety-weekly.candidate'), (row) => row.isCandidate),
    ],
  );

export const liverTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => [
  summary(dataset, voice),
  candidates(dataset, voice),
  signals(dataset, voice),
  results(dataset, voice),
];
