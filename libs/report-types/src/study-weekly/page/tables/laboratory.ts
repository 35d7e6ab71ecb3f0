import { linesOf } from '../../../figures/shown.ts';
import { lineColumns } from '../../../model/parts/figures.ts';
import { date, figure, tableOf, text, type Table } from '../../../model/table.ts';
import { orNotComputed } from '../../../model/parts/not-computed.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';
import { FIGURES } from '../../figures/figures.ts';

const summary = (dataset: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'laboratory-summary',
      sheet: voice.say('study-weekly.laboratory'),
      section: 'laboratory',
      title: voice.say('study-weekly.results-and-liver-signals'),
      note: voice.say('study-weekly.liver-note'),
      empty: voice.say('no-laboratory-result-was-recorded'),
    },
    linesOf(FIGURES, 'laboratory', dataset, voice),
    lineColumns(
      'study-weekly.laboratory',
      ['inPeriod', 'percent', 'previous', 'previousPercent', 'toDate'],
      dataset,
      voice,
    ),
  );

const signals = ({ attention, laboratory, period }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'laboratory-signals',
      sheet: voice.say('study-weekly.laboratory-signals'),
      section: 'laboratory',
      title: voice.say('new-liver-signals'),
      note: voice.say('study-weekly.new-signals-note'),
      empty: orNotComputed(
        laboratory.toDate.altOrAst3xUln,
        voice.say('study-weekly.no-new-signal', { current: voice.nouns(period).current }),
        voice,
      ),
    },
    attention.newLabSignals,
    [
      text('subject', voice.say('subject')),
      text('siteId', voice.say('site')),
      text('test', voice.say('test')),
      date('day', voice.say('day')),
      figure('value', voice.say('value')),
      text('unit', voice.say('unit')),
      figure('upperLimit', voice.say('upper-limit')),
      figure('ratio', voice.say('x-uln'), { digits: 2 }),
    ],
  );

const candidates = ({ laboratory }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'hys-law-candidates',
      sheet: voice.say('hys-law-candidates'),
      section: 'laboratory',
      title: voice.say('hys-law-candidates-to-date'),
      note: voice.say('study-weekly.candidates-note'),
      empty: orNotComputed(
        laboratory.toDate.altOrAst3xUln,
        voice.say('study-weekly.no-subject-meets-both-criteria'),
        voice,
      ),
    },
    laboratory.toDate.hysLawCandidates ?? [],
    [text('subject', voice.say('subject'), (subject) => subject)],
  );

const byTest = ({ laboratory, previous, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const all = (test: (typeof now)[string] | undefined): number =>
    test === undefined ? 0 : test.high + test.low + test.abnormal;
  const now = laboratory.inPeriod.byTest;
  const before = previous.laboratory.inPeriod.byTest;
  return tableOf(
    {
      name: 'laboratory-by-test',
      sheet: voice.say('study-weekly.laboratory-by-test'),
      section: 'laboratory',
      title: voice.say('study-weekly.out-of-range-by-test'),
      note: voice.say('study-weekly.out-of-range-note', { current: nouns.current, previous: nouns.previous }),
      empty: orNotComputed(
        laboratory.inPeriod.outOfRange,
        voice.say('study-weekly.none-out-of-range-in-either', {
          current: nouns.current,
          previous: nouns.previous,
        }),
        voice,
      ),
    },
    [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(),
    [
      text('testCode', voice.say('test'), (code) => code),
      figure('high', voice.say('study-weekly.high'), (code) => now[code]?.high ?? 0),
      figure('low', voice.say('study-weekly.low'), (code) => now[code]?.low ?? 0),
      figure('abnormal', voice.say('study-weekly.abnormal'), (code) => now[code]?.abnormal ?? 0),
      figure('outOfRange', voice.say('study-weekly.all-results'), (code) => all(now[code])),
      figure('previous', nouns.previousShort, (code) => all(before[code])),
    ],
  );
};

const outOfRange = ({ listings, laboratory, period }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'out-of-range',
      sheet: voice.say('study-weekly.out-of-range'),
      section: 'laboratory',
      title: voice.say('study-weekly.listing-out-of-range'),
      listing: true,
      empty: orNotComputed(
        laboratory.inPeriod.outOfRange,
        voice.say('study-weekly.none-out-of-range', { current: voice.nouns(period).current }),
        voice,
      ),
    },
    listings.outOfRange,
    [
      text('subject', voice.say('subject')),
      text('siteId', voice.say('site')),
      date('day', voice.say('day')),
      text('visit', voice.say('visit')),
      text('testCode', voice.say('study-weekly.code')),
      text('test', voice.say('test')),
      figure('result', voice.say('study-weekly.result')),
      text('unit', voice.say('unit')),
      figure('lowerLimit', voice.say('study-weekly.lower-limit')),
      figure('upperLimit', voice.say('upper-limit')),
      text('indicator', voice.say('study-weekly.indicator')),
    ],
  );

export const laboratoryTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => [
  summary(dataset, voice),
  signals(dataset, voice),
  candidates(dataset, voice),
  byTest(dataset, voice),
  outOfRange(dataset, voice),
];
