import { figureAt } from '../../../compared.ts';
import { linesOf } from '../../../figures/shown.ts';
import type { LabSignal } from '../../../folds/liver.ts';
import { lineColumns } from '../../../model/parts/figures.ts';
import { date, figure, tableOf, text, yesNo, type ColumnOf, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { HysLawCandidate, SafetyWeeklyDataset } from '../../dataset.ts';
import { FIGURES } from '../../figures/figures.ts';

const summary = (dataset: SafetyWeeklyDataset, voice: Voice): Table => {
  const at = (from: object, path: string) => figureAt(from, `liver.${path}`);
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
      ...linesOf(FIGURES, 'liver', dataset, voice),
      {
        key: 'hysLawCandidates',
        label: voice.say('hys-law-candidates'),
        now: at(dataset, 'inPeriod.newCandidates'),
        before: at(dataset.previous, 'inPeriod.newCandidates'),
        all: at(dataset, 'toDate.hysLawCandidates'),
        ...{ share: null, shareBefore: null },
      },
    ],
    lineColumns('safety-weekly.liver', ['inPeriod', 'previous', 'toDate'], dataset, voice),
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
      yesNo('isNew', voice.say('new')),
      text('subject', voice.say('subject')),
      text('siteId', voice.say('site'), { below: 'subject' }),
      date('since', voice.say('safety-weekly.both-since')),
      figure('daysApart', voice.say('safety-weekly.days-apart')),
      ...signalColumns<HysLawCandidate>(
        'transaminase',
        voice.say('safety-weekly.alt-or-ast'),
        (row) => row.transaminase,
        voice,
      ),
      figure('highestTransaminase', voice.say('safety-weekly.highest-x-uln'), {
        digits: 2,
      }),
      ...signalColumns<HysLawCandidate>(
        'bilirubin',
        voice.say('safety-weekly.bilirubin'),
        (row) => row.bilirubin,
        voice,
      ),
      figure('highestBilirubin', voice.say('safety-weekly.highest-x-uln'), { digits: 2 }),
    ],
  );

const resultColumns = (voice: Voice): readonly ColumnOf<LabSignal>[] => [
  text('subject', voice.say('subject')),
  text('siteId', voice.say('site')),
  date('day', voice.say('day')),
  text('test', voice.say('test')),
  figure('value', voice.say('value')),
  text('unit', voice.say('unit')),
  figure('upperLimit', voice.say('upper-limit')),
  figure('ratio', voice.say('x-uln'), { digits: 2 }),
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
    [yesNo('isNew', voice.say('new')), ...resultColumns(voice)],
  );

const results = ({ listings, period }: SafetyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'liver-results',
      sheet: voice.say('safety-weekly.liver-results'),
      section: 'liver',
      title: voice.say('safety-weekly.listing-liver-results'),
      listing: true,
      note: voice.say('safety-weekly.liver-results-note', { current: voice.nouns(period).current }),
      empty: voice.say('safety-weekly.no-such-result'),
    },
    listings.liverResults,
    [
      ...resultColumns(voice),
      text('visit', voice.say('visit')),
      yesNo('isCandidate', voice.say('safety-weekly.candidate')),
    ],
  );

export const liverTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => [
  summary(dataset, voice),
  candidates(dataset, voice),
  signals(dataset, voice),
  results(dataset, voice),
];
