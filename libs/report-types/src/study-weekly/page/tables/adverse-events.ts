import type { AdverseEventRow } from '../../../folds/adverse-event.ts';
import type { Counts } from '@rounds/contracts/dataset';
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
import { percent } from '../../../model/words/numbers.ts';
import { deathTable } from '../../../model/parts/deaths.ts';
import { orNotComputed } from '../../../model/parts/not-computed.ts';
import { withReason } from '../../../model/parts/percentages.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';

const summary = ({ adverseEvents, previous, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const { inPeriod, toDate } = adverseEvents;
  const before = previous.adverseEvents.inPeriod;
  return tableOf(
    {
      name: 'adverse-events-summary',
      sheet: voice.say('Adverse events'),
      section: 'adverse-events',
      title: voice.say('Events and subjects'),
      empty: voice.say('No adverse event was recorded.'),
    },
    [
      {
        key: 'events',
        label: voice.say('Events'),
        now: inPeriod.events,
        before: before.events,
        all: toDate.events,
      },
      {
        key: 'subjects',
        label: voice.say('Subjects with an event'),
        now: inPeriod.subjects,
        before: before.subjects,
        all: toDate.subjects,
      },
      {
        key: 'serious',
        label: voice.say('Serious events'),
        now: inPeriod.serious,
        before: before.serious,
        all: toDate.serious,
      },
      {
        key: 'seriousByCriterion',
        label: voice.say('Not marked serious, with a criterion of it'),
        now: inPeriod.seriousByCriterion,
        before: before.seriousByCriterion,
        all: toDate.seriousByCriterion,
      },
      {
        key: 'fatal',
        label: voice.say('Fatal events'),
        now: inPeriod.fatal,
        before: before.fatal,
        all: toDate.fatal,
      },
      {
        key: 'possibleDeaths',
        label: voice.say('Possible deaths (grade 5, day of death)'),
        now: inPeriod.possibleDeaths,
        before: before.possibleDeaths,
        all: toDate.possibleDeaths,
      },
    ],
    [
      text('figure', voice.say('Key'), (line) => line.key, { filesOnly: true }),
      text('label', voice.say('Adverse events'), (line) => line.label),
      figure('inPeriod', nouns.currentShort, (line) => line.now),
      figure('previous', nouns.previousShort, (line) => line.before),
      figure('toDate', voice.say('To date'), (line) => line.all),
    ],
  );
};

const bySeverity = ({ adverseEvents, previous, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const { bySeverity: now, events } = adverseEvents.inPeriod;
  const before = previous.adverseEvents.inPeriod.bySeverity;
  return tableOf(
    {
      name: 'adverse-events-by-severity',
      sheet: voice.say('AE by severity'),
      section: 'adverse-events',
      title: voice.say('By severity'),
      note: voice.say('Events; percentages of the {n} events {current}.', {
        n: events,
        current: nouns.current,
      }),
      empty: voice.say('No event was recorded {current} or {previous}.', {
        current: nouns.current,
        previous: nouns.previous,
      }),
    },
    [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(),
    [
      text('severity', voice.say('Severity'), (name) => name),
      figure('inPeriod', nouns.currentShort, (name) => now[name] ?? 0),
      percentage('percent', voice.say('%'), (name) => percent(now[name] ?? 0, events), { after: 'inPeriod' }),
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
  notRandomised: Counts,
  randomised: number | null,
  voice: Voice,
): Table =>
  tableOf(
    {
      name: head.name,
      sheet: head.sheet,
      section: 'adverse-events',
      title: head.title,
      note: withReason(
        voice.say(
          'To date, most subjects first; percentages of the {n} subjects randomised. A subject counts once a line.',
          { n: randomised },
        ),
        Object.keys(notRandomised).length > 0,
        voice,
      ),
      empty: voice.say('No adverse event was recorded to date.'),
    },
    byFrequency(counted),
    [
      text(head.key, head.label, (line) => line.name),
      figure('subjects', voice.say('Subjects'), (line) => line.subjects),
      percentage(
        'percent',
        voice.say('%'),
        (line) => (Object.hasOwn(notRandomised, line.name) ? null : percent(line.subjects, randomised)),
        { after: 'subjects' },
      ),
      figure('events', voice.say('Events'), (line) => line.events),
    ],
  );

const byArm = (arms: NonNullable<StudyWeeklyDataset['adverseEvents']['byArm']>, voice: Voice): Table =>
  tableOf(
    {
      name: 'adverse-events-by-arm',
      sheet: voice.say('AE by arm'),
      section: 'adverse-events',
      title: voice.say('By treatment arm (unblinded)'),
      note: voice.say('To date; percentages of the subjects randomised to the arm.'),
      empty: voice.say('No subject has been randomised.'),
    },
    Object.entries(arms).map(([arm, counts]) => ({ arm, ...counts })),
    [
      text('arm', voice.say('Arm'), (line) => line.arm),
      figure('randomised', voice.say('Randomised'), (line) => line.randomised),
      figure('subjectsWithEvents', voice.say('Subjects with an event'), (line) => line.subjectsWithEvents),
      percentage('percent', voice.say('%'), (line) => percent(line.subjectsWithEvents, line.randomised), {
        after: 'subjectsWithEvents',
      }),
      figure('events', voice.say('Events'), (line) => line.events),
    ],
  );

const eventColumns = (voice: Voice): readonly ColumnOf<AdverseEventRow>[] => [
  text('subject', voice.say('Subject'), (row) => row.subject),
  text('siteId', voice.say('Site'), (row) => row.siteId, { below: 'subject' }),
  date('day', voice.say('Day'), (row) => row.day),
  date('start', voice.say('Onset'), (row) => row.start, { below: 'day' }),
  text('preferredTerm', voice.say('Preferred term'), (row) => row.preferredTerm),
  text('reportedTerm', voice.say('Reported term'), (row) => row.reportedTerm, { below: 'preferredTerm' }),
  text('soc', voice.say('System organ class'), (row) => row.soc),
  text('severity', voice.say('Severity'), (row) => row.severity),
  yesNo('serious', voice.say('Serious'), (row) => row.serious),
  yesNo('fatal', voice.say('Fatal'), (row) => row.fatal ?? null, { below: 'serious' }),
  yesNo('byCriterion', voice.say('With a criterion'), (row) => row.byCriterion ?? null, { filesOnly: true }),
  yesNo('possibleDeath', voice.say('Possible death'), (row) => row.possibleDeath ?? null, {
    filesOnly: true,
  }),
  text('outcome', voice.say('Outcome'), (row) => row.outcome),
  text('relationship', voice.say('Relationship'), (row) => row.relationship, { below: 'severity' }),
];

const listings = (
  { listings: all, adverseEvents: { toDate }, period }: StudyWeeklyDataset,
  voice: Voice,
): Table[] => [
  tableOf(
    {
      name: 'serious-events-listing',
      sheet: voice.say('Serious events'),
      section: 'adverse-events',
      title: voice.say('Listing: serious adverse events to date'),
      listing: true,
      empty: orNotComputed(
        toDate.serious,
        voice.say('No serious adverse event was recorded to date.'),
        voice,
      ),
    },
    all.seriousEvents,
    eventColumns(voice),
  ),
  deathTable(all.deaths ?? [], 'adverse-events', voice),
  tableOf(
    {
      name: 'fatal-events-listing',
      sheet: voice.say('Fatal events'),
      section: 'adverse-events',
      title: voice.say('Listing: fatal adverse events to date'),
      listing: true,
      empty: orNotComputed(toDate.fatal, voice.say('No fatal adverse event was recorded to date.'), voice),
    },
    all.fatalEvents ?? [],
    eventColumns(voice),
  ),
  tableOf(
    {
      name: 'contradictions-listing',
      sheet: voice.say('Contradictions'),
      section: 'adverse-events',
      title: voice.say('Listing: events that contradict themselves, to date'),
      note: voice.say(
        'Not marked serious, and yet fatal, with a criterion of seriousness, or possibly a death.',
      ),
      listing: true,
      empty: voice.say('No event contradicts itself.'),
    },
    all.contradictions ?? [],
    eventColumns(voice),
  ),
  tableOf(
    {
      name: 'adverse-events-listing',
      sheet: voice.say('Adverse events listing'),
      section: 'adverse-events',
      title: voice.say('Listing: adverse events in the period'),
      listing: true,
      empty: voice.say('No adverse event was recorded {current}.', { current: voice.nouns(period).current }),
    },
    all.adverseEvents,
    eventColumns(voice),
  ),
];

export const adverseEventTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => {
  const { byArm: arms, toDate } = dataset.adverseEvents;
  const { randomised } = dataset.enrolment.toDate;
  const { notRandomised } = toDate;
  return [
    summary(dataset, voice),
    bySeverity(dataset, voice),
    ...(arms === undefined || arms === null ? [] : [byArm(arms, voice)]),
    byTerm(
      {
        name: 'adverse-events-by-soc',
        sheet: voice.say('AE by system organ class'),
        title: voice.say('By system organ class'),
        key: 'soc',
        label: voice.say('System organ class'),
      },
      toDate.bySoc,
      notRandomised.bySoc,
      randomised,
      voice,
    ),
    byTerm(
      {
        name: 'adverse-events-by-preferred-term',
        sheet: voice.say('AE by preferred term'),
        title: voice.say('By preferred term'),
        key: 'preferredTerm',
        label: voice.say('Preferred term'),
      },
      toDate.byPreferredTerm,
      notRandomised.byPreferredTerm,
      randomised,
      voice,
    ),
    ...listings(dataset, voice),
  ];
};
