import { date, figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Label } from '../../../model/words/texts.ts';
import { orNotComputed } from '../../../model/parts/not-computed.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { Laboratory, StudyWeeklyDataset } from '../../dataset.ts';

const summary = ({ laboratory, previous, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const { inPeriod, toDate } = laboratory;
  const before = previous.laboratory.inPeriod;
  const line = (
    key: string,
    label: Label,
    now: number | null,
    earlier: number | null,
    all: number | null,
  ) => ({
    key,
    label: voice.say(label),
    now,
    earlier,
    all,
    share: key === 'outOfRange',
  });
  return tableOf(
    {
      name: 'laboratory-summary',
      sheet: voice.say('Laboratory'),
      section: 'laboratory',
      title: voice.say('Results and liver signals'),
      note: voice.say(
        'Percentages of the results of the same period. ULN: upper limit of normal of the result itself. Hy’s law candidates are subjects with both.',
      ),
      empty: voice.say('No laboratory result was recorded.'),
    },
    [
      line('results', 'Results', inPeriod.results, before.results, null),
      line('outOfRange', 'Results out of range', inPeriod.outOfRange, before.outOfRange, null),
      line('altOrAst3xUln', 'Subjects ever with ALT or AST ≥ 3 × ULN', null, null, toDate.altOrAst3xUln),
      line('bilirubin2xUln', 'Subjects ever with bilirubin ≥ 2 × ULN', null, null, toDate.bilirubin2xUln),
      line('hysLawCandidates', 'Hy’s law candidates', null, null, toDate.hysLawCandidates?.length ?? null),
    ],
    [
      text('figure', voice.say('Key'), (row) => row.key, { filesOnly: true }),
      text('label', voice.say('Laboratory'), (row) => row.label),
      figure('inPeriod', nouns.currentShort, (row) => row.now),
      percentage(
        'percent',
        voice.say('%'),
        (row) => (row.share ? percent(row.now, inPeriod.results) : null),
        {
          after: 'inPeriod',
        },
      ),
      figure('previous', nouns.previousShort, (row) => row.earlier),
      percentage(
        'previousPercent',
        voice.say('%'),
        (row) => (row.share ? percent(row.earlier, before.results) : null),
        {
          after: 'previous',
        },
      ),
      figure('toDate', voice.say('To date'), (row) => row.all),
    ],
  );
};

const signals = ({ attention, laboratory, period }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'laboratory-signals',
      sheet: voice.say('Laboratory signals'),
      section: 'laboratory',
      title: voice.say('New liver signals'),
      note: voice.say(
        'Subjects whose first ALT or AST ≥ 3 × ULN, or bilirubin ≥ 2 × ULN, falls in the period.',
      ),
      empty: orNotComputed(
        laboratory.toDate.altOrAst3xUln,
        voice.say('No subject crossed a limit for the first time {current}.', {
          current: voice.nouns(period).current,
        }),
        voice,
      ),
    },
    attention.newLabSignals,
    [
      text('subject', voice.say('Subject'), (row) => row.subject),
      text('siteId', voice.say('Site'), (row) => row.siteId),
      text('test', voice.say('Test'), (row) => row.test),
      date('day', voice.say('Day'), (row) => row.day),
      figure('value', voice.say('Value'), (row) => row.value),
      text('unit', voice.say('Unit'), (row) => row.unit),
      figure('upperLimit', voice.say('Upper limit'), (row) => row.upperLimit),
      figure('ratio', voice.say('× ULN'), (row) => row.ratio, { digits: 2 }),
    ],
  );

const candidates = ({ laboratory }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'hys-law-candidates',
      sheet: voice.say('Hy’s law candidates'),
      section: 'laboratory',
      title: voice.say('Hy’s law candidates to date'),
      note: voice.say(
        'Subjects ever with ALT or AST ≥ 3 × ULN and ever with bilirubin ≥ 2 × ULN. Both need not be on one day.',
      ),
      empty: orNotComputed(
        laboratory.toDate.altOrAst3xUln,
        voice.say('No subject meets both criteria.'),
        voice,
      ),
    },
    laboratory.toDate.hysLawCandidates ?? [],
    [text('subject', voice.say('Subject'), (subject) => subject)],
  );

const byTest = ({ laboratory, previous, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const all = (test: Laboratory['inPeriod']['byTest'][string] | undefined): number =>
    test === undefined ? 0 : test.high + test.low + test.abnormal;
  const now = laboratory.inPeriod.byTest;
  const before = previous.laboratory.inPeriod.byTest;
  return tableOf(
    {
      name: 'laboratory-by-test',
      sheet: voice.say('Laboratory by test'),
      section: 'laboratory',
      title: voice.say('Out of range, by test'),
      note: voice.say('Results {current} by LBNRIND, and all of them {previous}.', {
        current: nouns.current,
        previous: nouns.previous,
      }),
      empty: orNotComputed(
        laboratory.inPeriod.outOfRange,
        voice.say('No result was out of range {current} or {previous}.', {
          current: nouns.current,
          previous: nouns.previous,
        }),
        voice,
      ),
    },
    [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(),
    [
      text('testCode', voice.say('Test'), (code) => code),
      figure('high', voice.say('High'), (code) => now[code]?.high ?? 0),
      figure('low', voice.say('Low'), (code) => now[code]?.low ?? 0),
      figure('abnormal', voice.say('Abnormal'), (code) => now[code]?.abnormal ?? 0),
      figure('outOfRange', voice.say('results§All'), (code) => all(now[code])),
      figure('previous', nouns.previousShort, (code) => all(before[code])),
    ],
  );
};

const outOfRange = ({ listings, laboratory, period }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'out-of-range',
      sheet: voice.say('Out of range'),
      section: 'laboratory',
      title: voice.say('Listing: results out of range in the period'),
      listing: true,
      empty: orNotComputed(
        laboratory.inPeriod.outOfRange,
        voice.say('No result was out of range {current}.', { current: voice.nouns(period).current }),
        voice,
      ),
    },
    listings.outOfRange,
    [
      text('subject', voice.say('Subject'), (row) => row.subject),
      text('siteId', voice.say('Site'), (row) => row.siteId),
      date('day', voice.say('Day'), (row) => row.day),
      text('visit', voice.say('Visit'), (row) => row.visit),
      text('testCode', voice.say('Code'), (row) => row.testCode),
      text('test', voice.say('Test'), (row) => row.test),
      figure('result', voice.say('Result'), (row) => row.result),
      text('unit', voice.say('Unit'), (row) => row.unit),
      figure('lowerLimit', voice.say('Lower limit'), (row) => row.lowerLimit),
      figure('upperLimit', voice.say('Upper limit'), (row) => row.upperLimit),
      text('indicator', voice.say('Indicator'), (row) => row.indicator),
    ],
  );

export const laboratoryTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => [
  summary(dataset, voice),
  signals(dataset, voice),
  candidates(dataset, voice),
  byTest(dataset, voice),
  outOfRange(dataset, voice),
];
