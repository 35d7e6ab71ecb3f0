import {
  date,
  figure,
  percentage,
  tableOf,
  text,
  yesNo,
  type ColumnOf,
  type Table,
} from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import { withReason } from '../../../model/parts/percentages.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { EventCounts, SafetyEventRow, SafetyWeeklyDataset } from '../../dataset.ts';
import { severeName, severeWord } from '../words.ts';

const KINDS = [
  ...(['all', 'serious', 'seriousByCriterion', 'severe', 'fatal', 'possibleDeaths', 'notable'] as const),
] as const;

const nameOf = (kind: keyof EventCounts, dataset: SafetyWeeklyDataset, voice: Voice): string =>
  ({
    all: voice.say('All adverse events'),
    serious: voice.say('Serious'),
    seriousByCriterion: voice.say('Not marked serious, with a criterion of it'),
    severe: severeName(dataset, voice),
    fatal: voice.say('Fatal'),
    possibleDeaths: voice.say('Possible deaths (grade 5, day of death)'),
    notable: voice.say('Serious, {severe} or fatal', { severe: severeWord(dataset, voice) }),
  })[kind];

const summary = (dataset: SafetyWeeklyDataset, voice: Voice): Table => {
  const { events, previous, subjects, period } = dataset;
  const nouns = voice.nouns(period);
  return tableOf(
    {
      name: 'events',
      sheet: voice.say('Events'),
      section: 'events',
      title: voice.say('Events and subjects'),
      note: withReason(
        voice.say(
          'Events by AESER, AESEV and AEOUT; an event may be in several lines. Percentages of the {n} subjects randomised.',
          { n: subjects.randomised },
        ),
        events.toDate.notRandomised > 0,
        voice,
      ),
      empty: voice.say('No adverse event was recorded.'),
    },
    KINDS.map((kind) => ({
      kind,
      label: nameOf(kind, dataset, voice),
      now: events.inPeriod[kind],
      before: previous.events.inPeriod[kind],
      all: events.toDate[kind],
    })),
    [
      text('kind', voice.say('Key'), (line) => line.kind, { filesOnly: true }),
      text('label', voice.say('Adverse events'), (line) => line.label),
      figure('events', voice.say('Events {current}', { current: nouns.current }), (line) => line.now.events),
      figure('previousEvents', nouns.previousShort, (line) => line.before.events),
      figure(
        'subjects',
        voice.say('Subjects {current}', { current: nouns.current }),
        (line) => line.now.subjects,
      ),
      figure('previousSubjects', nouns.previousShort, (line) => line.before.subjects),
      figure('eventsToDate', voice.say('Events to date'), (line) => line.all.events),
      figure('subjectsToDate', voice.say('Subjects to date'), (line) => line.all.subjects),
      percentage(
        'percent',
        voice.say('%'),
        (line) => (events.toDate.notRandomised > 0 ? null : percent(line.all.subjects, subjects.randomised)),
        {
          after: 'subjectsToDate',
        },
      ),
    ],
  );
};

/** The dataset has them in English. */
const criteriaIn = ({ criteria }: SafetyEventRow, voice: Voice): string =>
  criteria
    .split(', ')
    .map((each) => voice.told(each))
    .join(voice.language === 'ja' ? '、' : ', ');

const columns = (voice: Voice): readonly ColumnOf<SafetyEventRow>[] => [
  yesNo('isNew', voice.say('New'), (row) => row.isNew),
  text('subject', voice.say('Subject'), (row) => row.subject),
  text('siteId', voice.say('Site'), (row) => row.siteId, { below: 'subject' }),
  text('sex', voice.say('Sex'), (row) => row.sex),
  figure('age', voice.say('Age'), (row) => row.age, { below: 'sex' }),
  date('day', voice.say('Day'), (row) => row.day),
  date('start', voice.say('Onset'), (row) => row.start, { below: 'day' }),
  date('end', voice.say('End'), (row) => row.end, { below: 'day' }),
  text('preferredTerm', voice.say('Preferred term'), (row) => row.preferredTerm),
  text('reportedTerm', voice.say('Reported term'), (row) => row.reportedTerm, { below: 'preferredTerm' }),
  text('soc', voice.say('System organ class'), (row) => row.soc),
  text('criteria', voice.say('Serious because of'), (row) => criteriaIn(row, voice), { below: 'soc' }),
  text('severity', voice.say('Severity'), (row) => row.severity),
  text('relationship', voice.say('Relationship'), (row) => row.relationship, { below: 'severity' }),
  text('outcome', voice.say('Outcome'), (row) => row.outcome),
  text('action', voice.say('Action taken'), (row) => row.action, { below: 'outcome' }),
  yesNo('serious', voice.say('Serious'), (row) => row.serious, { filesOnly: true }),
  yesNo('fatal', voice.say('Fatal'), (row) => row.fatal, { filesOnly: true }),
];

/** The newest first: a reader looks for what is new. */
const newestFirst = (rows: readonly SafetyEventRow[]): SafetyEventRow[] => [...rows].reverse();

const listings = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => {
  const { serious, severe } = dataset.listings;
  const word = severeWord(dataset, voice);
  const note = voice.say('The newest first; new are those of this report’s period.');
  return [
    tableOf(
      {
        name: 'serious-events',
        sheet: voice.say('Serious events'),
        section: 'events',
        title: voice.say('Listing: serious adverse events to date'),
        listing: true,
        note,
        empty: voice.say('No serious adverse event was recorded to date.'),
      },
      newestFirst(serious),
      columns(voice),
    ),
    tableOf(
      {
        name: 'severe-events',
        sheet: voice.say('Severe events'),
        section: 'events',
        title: voice.say('Listing: {severe} or fatal events that are not marked serious, to date', {
          severe: word,
        }),
        listing: true,
        note,
        empty: voice.say('No {severe} or fatal event was recorded to date that is not marked serious.', {
          severe: word,
        }),
      },
      newestFirst(severe),
      columns(voice).filter(({ key }) => key !== 'criteria'),
    ),
  ];
};

export const eventTables = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => [
  summary(dataset, voice),
  ...listings(dataset, voice),
];
