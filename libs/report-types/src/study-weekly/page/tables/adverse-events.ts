import type { AdverseEventRow } from '../../../folds/adverse-event.ts';
import type { EventsAndSubjects } from '../../../folds/tally.ts';
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
import type { StudyWeeklyDataset } from '../../dataset.ts';

const summary = ({ adverseEvents, previous, period }: StudyWeeklyDataset): Table => {
  const nouns = periodNouns(period);
  const { inPeriod, toDate } = adverseEvents;
  const before = previous.adverseEvents.inPeriod;
  return tableOf(
    {
      name: 'adverse-events-summary',
      sheet: 'Adverse events',
      section: 'adverse-events',
      title: 'Events and subjects',
      empty: 'No adverse event was recorded.',
    },
    [
      { key: 'events', label: 'Events', now: inPeriod.events, before: before.events, all: toDate.events },
      {
        key: 'subjects',
        label: 'Subjects with an event',
        now: inPeriod.subjects,
        before: before.subjects,
        all: toDate.subjects,
      },
      {
        key: 'serious',
        label: 'Serious events',
        now: inPeriod.serious,
        before: before.serious,
        all: toDate.serious,
      },
      { key: 'fatal', label: 'Fatal events', now: null, before: null, all: toDate.fatal },
    ],
    [
      text('figure', 'Key', (line) => line.key, { filesOnly: true }),
      text('label', 'Adverse events', (line) => line.label),
      figure('inPeriod', nouns.currentShort, (line) => line.now),
      figure('previous', nouns.previousShort, (line) => line.before),
      figure('toDate', 'To date', (line) => line.all),
    ],
  );
};

const bySeverity = ({ adverseEvents, previous, period }: StudyWeeklyDataset): Table => {
  const nouns = periodNouns(period);
  const { bySeverity: now, events } = adverseEvents.inPeriod;
  const before = previous.adverseEvents.inPeriod.bySeverity;
  return tableOf(
    {
      name: 'adverse-events-by-severity',
      sheet: 'AE by severity',
      section: 'adverse-events',
      title: 'By severity',
      note: `Events; percentages of the ${number(events)} events ${nouns.current}.`,
      empty: `No event was recorded ${nouns.current} or ${nouns.previous}.`,
    },
    [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(),
    [
      text('severity', 'Severity', (name) => name),
      figure('inPeriod', nouns.currentShort, (name) => now[name] ?? 0),
      percentage('percent', '%', (name) => percent(now[name] ?? 0, events), { after: 'inPeriod' }),
      figure('previous', nouns.previousShort, (name) => before[name] ?? 0),
    ],
  );
};

/** Most subjects first, then most events, then by name. */
const byFrequency = (counted: Readonly<Record<string, EventsAndSubjects>>) =>
  Object.entries(counted)
    .map(([name, counts]) => ({ name, ...counts }))
    .sort((a, b) => b.subjects - a.subjects || b.events - a.events || (a.name < b.name ? -1 : 1));

const byTerm = (
  head: { name: string; sheet: string; title: string; key: string; label: string },
  counted: Readonly<Record<string, EventsAndSubjects>>,
  randomised: number,
): Table =>
  tableOf(
    {
      name: head.name,
      sheet: head.sheet,
      section: 'adverse-events',
      title: head.title,
      note: `To date, most subjects first; percentages of the ${number(randomised)} subjects randomised. A subject counts once a line.`,
      empty: 'No adverse event was recorded to date.',
    },
    byFrequency(counted),
    [
      text(head.key, head.label, (line) => line.name),
      figure('subjects', 'Subjects', (line) => line.subjects),
      percentage('percent', '%', (line) => percent(line.subjects, randomised), { after: 'subjects' }),
      figure('events', 'Events', (line) => line.events),
    ],
  );

const byArm = (arms: NonNullable<StudyWeeklyDataset['adverseEvents']['byArm']>): Table =>
  tableOf(
    {
      name: 'adverse-events-by-arm',
      sheet: 'AE by arm',
      section: 'adverse-events',
      title: 'By treatment arm (unblinded)',
      note: 'To date; percentages of the subjects randomised to the arm.',
      empty: 'No subject has been randomised.',
    },
    Object.entries(arms).map(([arm, counts]) => ({ arm, ...counts })),
    [
      text('arm', 'Arm', (line) => line.arm),
      figure('randomised', 'Randomised', (line) => line.randomised),
      figure('subjectsWithEvents', 'Subjects with an event', (line) => line.subjectsWithEvents),
      percentage('percent', '%', (line) => percent(line.subjectsWithEvents, line.randomised), {
        after: 'subjectsWithEvents',
      }),
      figure('events', 'Events', (line) => line.events),
    ],
  );

const EVENT_COLUMNS: readonly ColumnOf<AdverseEventRow>[] = [
  text('subject', 'Subject', (row) => row.subject),
  text('siteId', 'Site', (row) => row.siteId, { below: 'subject' }),
  date('day', 'Day', (row) => row.day),
  text('start', 'Onset', (row) => row.start, { below: 'day' }),
  text('preferredTerm', 'Preferred term', (row) => row.preferredTerm),
  text('reportedTerm', 'Reported term', (row) => row.reportedTerm, { below: 'preferredTerm' }),
  text('soc', 'System organ class', (row) => row.soc),
  text('severity', 'Severity', (row) => row.severity),
  yesNo('serious', 'Serious', (row) => row.serious),
  text('outcome', 'Outcome', (row) => row.outcome),
  text('relationship', 'Relationship', (row) => row.relationship, { below: 'severity' }),
];

const listings = ({ listings: { adverseEvents, seriousEvents }, period }: StudyWeeklyDataset): Table[] => [
  tableOf(
    {
      name: 'serious-events-listing',
      sheet: 'Serious events',
      section: 'adverse-events',
      title: 'Listing: serious adverse events to date',
      empty: 'No serious adverse event was recorded to date.',
    },
    seriousEvents,
    EVENT_COLUMNS,
  ),
  tableOf(
    {
      name: 'adverse-events-listing',
      sheet: 'Adverse events listing',
      section: 'adverse-events',
      title: 'Listing: adverse events in the period',
      empty: `No adverse event was recorded ${periodNouns(period).current}.`,
    },
    adverseEvents,
    EVENT_COLUMNS,
  ),
];

export const adverseEventTables = (dataset: StudyWeeklyDataset): Table[] => {
  const { byArm: arms, toDate } = dataset.adverseEvents;
  const { randomised } = dataset.enrolment.toDate;
  return [
    summary(dataset),
    bySeverity(dataset),
    ...(arms === undefined ? [] : [byArm(arms)]),
    byTerm(
      {
        name: 'adverse-events-by-soc',
        sheet: 'AE by system organ class',
        title: 'By system organ class',
        key: 'soc',
        label: 'System organ class',
      },
      toDate.bySoc,
      randomised,
    ),
    byTerm(
      {
        name: 'adverse-events-by-preferred-term',
        sheet: 'AE by preferred term',
        title: 'By preferred term',
        key: 'preferredTerm',
        label: 'Preferred term',
      },
      toDate.byPreferredTerm,
      randomised,
    ),
    ...listings(dataset),
  ];
};
