import {
  date,
  figure,
  share,
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
      text('kind', voice.say('key'), { filesOnly: true }),
      text('label', voice.say('adverse-events')),
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
      share(
        'percent',
        'subjectsToDate',
        (line) => (events.toDate.notRandomised > 0 ? null : percent(line.all.subjects, subjects.randomised)),
        voice,
      ),
    ],
  );
};

const criteriaIn = ({ criteria }: SafetyEventRow, { say }: Voice): string =>
  criteria.map((each) => say(`safety-weekly.criterion.${each}`)).join(say('between-items'));

const columns = (voice: Voice): readonly ColumnOf<SafetyEventRow>[] => [
  yesNo('isNew', voice.say('new')),
  text('subject', voice.say('subject')),
  text('siteId', voice.say('site'), { below: 'subject' }),
  text('sex', voice.say('sex')),
  figure('age', voice.say('age'), { below: 'sex' }),
  date('day', voice.say('day')),
  date('start', voice.say('onset'), { below: 'day' }),
  date('end', voice.say('safety-weekly.end'), { below: 'day' }),
  text('preferredTerm', voice.say('preferred-term')),
  text('reportedTerm', voice.say('reported-term'), { below: 'preferredTerm' }),
  text('soc', voice.say('system-organ-class')),
  text('criteria', voice.say('safety-weekly.serious-because-of'), (row) => criteriaIn(row, voice), {
    below: 'soc',
  }),
  text('severity', voice.say('severity')),
  text('relationship', voice.say('relationship'), { below: 'severity' }),
  text('outcome', voice.say('outcome')),
  text('action', voice.say('safety-weekly.action-taken'), { below: 'outcome' }),
  yesNo('serious', voice.say('serious'), { filesOnly: true }),
  yesNo('fatal', voice.say('fatal'), { filesOnly: true }),
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
        title: voice.say('safety-weekly.listing-severe', { severe: word }),
        listing: true,
        note,
        empty: voice.say('safety-weekly.none-severe', { severe: word }),
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
