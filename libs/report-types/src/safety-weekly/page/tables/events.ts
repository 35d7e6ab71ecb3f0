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
import { periodNouns } from '../../../model/words/dates.ts';
import { number, percent } from '../../../model/words/numbers.ts';
import type { EventCounts, SafetyEventRow, SafetyWeeklyDataset } from '../../dataset.ts';
import { severeName, severeWord } from '../words.ts';

const KINDS = ['all', 'serious', 'severe', 'fatal', 'notable'] as const;

const nameOf = (kind: keyof EventCounts, dataset: SafetyWeeklyDataset): string =>
  ({
    all: 'All adverse events',
    serious: 'Serious',
    severe: severeName(dataset),
    fatal: 'Fatal',
    notable: `Serious, ${severeWord(dataset)} or fatal`,
  })[kind];

const summary = (dataset: SafetyWeeklyDataset): Table => {
  const { events, previous, subjects, period } = dataset;
  const nouns = periodNouns(period);
  return tableOf(
    {
      name: 'events',
      sheet: 'Events',
      section: 'events',
      title: 'Events and subjects',
      note: `Events by AESER, AESEV and AEOUT; an event may be in several lines. Percentages of the ${number(subjects.randomised)} subjects randomised.`,
      empty: 'No adverse event was recorded.',
    },
    KINDS.map((kind) => ({
      kind,
      label: nameOf(kind, dataset),
      now: events.inPeriod[kind],
      before: previous.events.inPeriod[kind],
      all: events.toDate[kind],
    })),
    [
      text('kind', 'Key', (line) => line.kind, { filesOnly: true }),
      text('label', 'Adverse events', (line) => line.label),
      figure('events', `Events ${nouns.currentShort.toLowerCase()}`, (line) => line.now.events),
      figure('previousEvents', nouns.previousShort, (line) => line.before.events),
      figure('subjects', `Subjects ${nouns.currentShort.toLowerCase()}`, (line) => line.now.subjects),
      figure('previousSubjects', nouns.previousShort, (line) => line.before.subjects),
      figure('eventsToDate', 'Events to date', (line) => line.all.events),
      figure('subjectsToDate', 'Subjects to date', (line) => line.all.subjects),
      percentage('percent', '%', (line) => percent(line.all.subjects, subjects.randomised), {
        after: 'subjectsToDate',
      }),
    ],
  );
};

const COLUMNS: readonly ColumnOf<SafetyEventRow>[] = [
  yesNo('isNew', 'New', (row) => row.isNew),
  text('subject', 'Subject', (row) => row.subject),
  text('siteId', 'Site', (row) => row.siteId, { below: 'subject' }),
  text('sex', 'Sex', (row) => row.sex),
  figure('age', 'Age', (row) => row.age, { below: 'sex' }),
  date('day', 'Day', (row) => row.day),
  text('start', 'Onset', (row) => row.start, { below: 'day' }),
  text('end', 'End', (row) => row.end, { below: 'day' }),
  text('preferredTerm', 'Preferred term', (row) => row.preferredTerm),
  text('reportedTerm', 'Reported term', (row) => row.reportedTerm, { below: 'preferredTerm' }),
  text('soc', 'System organ class', (row) => row.soc),
  text('criteria', 'Serious because of', (row) => row.criteria, { below: 'soc' }),
  text('severity', 'Severity', (row) => row.severity),
  text('relationship', 'Relationship', (row) => row.relationship, { below: 'severity' }),
  text('outcome', 'Outcome', (row) => row.outcome),
  text('action', 'Action taken', (row) => row.action, { below: 'outcome' }),
  yesNo('serious', 'Serious', (row) => row.serious, { filesOnly: true }),
  yesNo('fatal', 'Fatal', (row) => row.fatal, { filesOnly: true }),
];

/** The newest first: a reader looks for what is new. */
const newestFirst = (rows: readonly SafetyEventRow[]): SafetyEventRow[] => [...rows].reverse();

const listings = (dataset: SafetyWeeklyDataset): Table[] => {
  const { serious, severe } = dataset.listings;
  const nouns = periodNouns(dataset.period);
  const note = `The newest first; new are those of ${nouns.current.replace(/^(on|in) /, '')}.`;
  return [
    tableOf(
      {
        name: 'serious-events',
        sheet: 'Serious events',
        section: 'events',
        title: 'Listing: serious adverse events to date',
        listing: true,
        note,
        empty: 'No serious adverse event was recorded to date.',
      },
      newestFirst(serious),
      COLUMNS,
    ),
    tableOf(
      {
        name: 'severe-events',
        sheet: 'Severe events',
        section: 'events',
        title: `Listing: ${severeWord(dataset)} or fatal events that are not marked serious, to date`,
        listing: true,
        note,
        empty: `No ${severeWord(dataset)} or fatal event was recorded to date that is not marked serious.`,
      },
      newestFirst(severe),
      COLUMNS.filter(({ key }) => key !== 'criteria'),
    ),
  ];
};

export const eventTables = (dataset: SafetyWeeklyDataset): Table[] => [
  summary(dataset),
  ...listings(dataset),
];
