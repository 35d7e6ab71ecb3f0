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
    all: voice.say('safety-weekly.all-adverse-events'),
    serious: voice.say('serious'),
    seriousByCriterion: voice.say('serious-by-criterion'),
    severe: severeName(dataset, voice),
    fatal: voice.say('fatal'),
    possibleDeaths: voice.say('possible-deaths-label'),
    notable: voice.say('safety-weekly.serious-severe-or-fatal', { severe: severeWord(dataset, voice) }),
  })[kind];

const summary = (dataset: SafetyWeeklyDataset, voice: Voice): Table => {
  const { events, previous, subjects, period } = dataset;
  const nouns = voice.nouns(period);
  return tableOf(
    {
      name: 'events',
      sheet: voice.say('events'),
      section: 'events',
      title: voice.say('events-and-subjects'),
      note: withReason(
        voice.say('safety-weekly.events-note', { n: subjects.randomised }),
        events.toDate.notRandomised > 0,
        voice,
      ),
      empty: voice.say('no-adverse-event-was-recorded'),
    },
    KINDS.map((kind) => ({
      kind,
      label: nameOf(kind, dataset, voice),
      now: events.inPeriod[kind],
      before: previous.events.inPeriod[kind],
      all: events.toDate[kind],
    })),
    [
      text('kind', voice.say('key'), (line) => line.kind, { filesOnly: true }),
      text('label', voice.say('adverse-events'), (line) => line.label),
      figure(
        'events',
        voice.say('safety-weekly.events-in', { current: nouns.current }),
        (line) => line.now.events,
      ),
      figure('previousEvents', nouns.previousShort, (line) => line.before.events),
      figure(
        'subjects',
        voice.say('safety-weekly.subjects-in', { current: nouns.current }),
        (line) => line.now.subjects,
      ),
      figure('previousSubjects', nouns.previousShort, (line) => line.before.subjects),
      figure('eventsToDate', voice.say('safety-weekly.events-to-date'), (line) => line.all.events),
      figure('subjectsToDate', voice.say('safety-weekly.subjects-to-date'), (line) => line.all.subjects),
      percentage(
        'percent',
        voice.say('percent-sign'),
        (line) => (events.toDate.notRandomised > 0 ? null : percent(line.all.subjects, subjects.randomised)),
        {
          after: 'subjectsToDate',
        },
      ),
    ],
  );
};

const criteriaIn = ({ criteria }: SafetyEventRow, { say }: Voice): string =>
  criteria.map((each) => say(`safety-weekly.criterion.${each}`)).join(say('between-items'));

const columns = (voice: Voice): readonly ColumnOf<SafetyEventRow>[] => [
  yesNo('isNew', voice.say('new'), (row) => row.isNew),
  text('subject', voice.say('subject'), (row) => row.subject),
  text('siteId', voice.say('site'), (row) => row.siteId, { below: 'subject' }),
  text('sex', voice.say('sex'), (row) => row.sex),
  figure('age', voice.say('age'), (row) => row.age, { below: 'sex' }),
  date('day', voice.say('day'), (row) => row.day),
  date('start', voice.say('onset'), (row) => row.start, { below: 'day' }),
  date('end', voice.say('safety-weekly.end'), (row) => row.end, { below: 'day' }),
  text('preferredTerm', voice.say('preferred-term'), (row) => row.preferredTerm),
  text('reportedTerm', voice.say('reported-term'), (row) => row.reportedTerm, { below: 'preferredTerm' }),
  text('soc', voice.say('system-organ-class'), (row) => row.soc),
  text('criteria', voice.say('safety-weekly.serious-because-of'), (row) => criteriaIn(row, voice), {
    below: 'soc',
  }),
  text('severity', voice.say('severity'), (row) => row.severity),
  text('relationship', voice.say('relationship'), (row) => row.relationship, { below: 'severity' }),
  text('outcome', voice.say('outcome'), (row) => row.outcome),
  text('action', voice.say('safety-weekly.action-taken'), (row) => row.action, { below: 'outcome' }),
  yesNo('serious', voice.say('serious'), (row) => row.serious, { filesOnly: true }),
  yesNo('fatal', voice.say('fatal'), (row) => row.fatal, { filesOnly: true }),
];

/** The newest first: a reader looks for what is new. */
const newestFirst = (rows: readonly SafetyEventRow[]): SafetyEventRow[] => [...rows].reverse();

const listings = (dataset: SafetyWeeklyDataset, voice: Voice): Table[] => {
  const { serious, severe } = dataset.listings;
  const word = severeWord(dataset, voice);
  const note = voice.say('safety-weekly.newest-first');
  return [
    tableOf(
      {
        name: 'serious-events',
        sheet: voice.say('serious-events'),
        section: 'events',
        title: voice.say('listing-serious'),
        listing: true,
        note,
        empty: voice.say('no-serious-event'),
      },
      newestFirst(serious),
      columns(voice),
    ),
    tableOf(
      {
        name: 'severe-events',
        sheet: voice.say('safety-weekly.severe-events'),
        section: 'events',
        title: voice.say('safety-weekly.listing-severe', {
          severe: word,
        }),
        listing: true,
        note,
        empty: voice.say('safety-weekly.none-severe', {
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
