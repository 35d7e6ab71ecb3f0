import type { AdverseEventRow } from '../../../folds/adverse-event.ts';
import type { Counts } from '@rounds/contracts/dataset';
import { linesOf } from '../../../figures/shown.ts';
import type { EventsAndSubjects } from '../../../folds/tally.ts';
import { lineColumns } from '../../../model/parts/figures.ts';
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
import { deathTable } from '../../../model/parts/deaths.ts';
import { orNotComputed } from '../../../model/parts/not-computed.ts';
import { withReason } from '../../../model/parts/percentages.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';
import { FIGURES } from '../../figures/figures.ts';

const summary = (dataset: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'adverse-events-summary',
      sheet: voice.say('adverse-events'),
      section: 'adverse-events',
      title: voice.say('events-and-subjects'),
      empty: voice.say('no-adverse-event-was-recorded'),
    },
    linesOf(FIGURES, 'adverseEvents', dataset, voice),
    lineColumns('adverse-events', ['inPeriod', 'previous', 'toDate'], dataset, voice),
  );

const bySeverity = ({ adverseEvents, previous, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const { bySeverity: now, events } = adverseEvents.inPeriod;
  const before = previous.adverseEvents.inPeriod.bySeverity;
  return tableOf(
    {
      name: 'adverse-events-by-severity',
      sheet: voice.say('study-weekly.ae-by-severity'),
      section: 'adverse-events',
      title: voice.say('study-weekly.by-severity'),
      note: voice.say('study-weekly.events-note', { n: events, current: nouns.current }),
      empty: voice.say('study-weekly.no-event-in-either', {
        current: nouns.current,
        previous: nouns.previous,
      }),
    },
    [...new Set([...Object.keys(now), ...Object.keys(before)])].sort(),
    [
      text('severity', voice.say('severity'), (name) => name),
      figure('inPeriod', nouns.currentShort, (name) => now[name] ?? 0),
      share('percent', 'inPeriod', (name) => percent(now[name] ?? 0, events), voice),
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
        voice.say('study-weekly.terms-note', { n: randomised }),
        Object.keys(notRandomised).length > 0,
        voice,
      ),
      empty: voice.say('events-takeaway-none'),
    },
    byFrequency(counted),
    [
      text(head.key, head.label, (line) => line.name),
      figure('subjects', voice.say('subjects')),
      share(
        'percent',
        'subjects',
        (line) => (Object.hasOwn(notRandomised, line.name) ? null : percent(line.subjects, randomised)),
        voice,
      ),
      figure('events', voice.say('events')),
    ],
  );

const byArm = (arms: NonNullable<StudyWeeklyDataset['adverseEvents']['byArm']>, voice: Voice): Table =>
  tableOf(
    {
      name: 'adverse-events-by-arm',
      sheet: voice.say('study-weekly.ae-by-arm'),
      section: 'adverse-events',
      title: voice.say('study-weekly.by-treatment-arm-unblinded'),
      note: voice.say('study-weekly.arms-note'),
      empty: voice.say('study-weekly.no-subject-has-been-randomised'),
    },
    Object.entries(arms).map(([arm, counts]) => ({ arm, ...counts })),
    [
      text('arm', voice.say('study-weekly.arm')),
      figure('randomised', voice.say('randomised')),
      figure('subjectsWithEvents', voice.say('subjects-with-an-event')),
      share(
        'percent',
        'subjectsWithEvents',
        (line) => percent(line.subjectsWithEvents, line.randomised),
        voice,
      ),
      figure('events', voice.say('events')),
    ],
  );

const eventColumns = (voice: Voice): readonly ColumnOf<AdverseEventRow>[] => [
  text('subject', voice.say('subject')),
  text('siteId', voice.say('site'), { below: 'subject' }),
  date('day', voice.say('day')),
  date('start', voice.say('onset'), { below: 'day' }),
  text('preferredTerm', voice.say('preferred-term')),
  text('reportedTerm', voice.say('reported-term'), { below: 'preferredTerm' }),
  text('soc', voice.say('system-organ-class')),
  text('severity', voice.say('severity')),
  yesNo('serious', voice.say('serious')),
  yesNo('fatal', voice.say('fatal'), { below: 'serious' }),
  yesNo('byCriterion', voice.say('study-weekly.with-a-criterion'), { filesOnly: true }),
  yesNo('possibleDeath', voice.say('possible-death'), { filesOnly: true }),
  text('outcome', voice.say('outcome')),
  text('relationship', voice.say('relationship'), { below: 'severity' }),
];

const listings = (
  { listings: all, adverseEvents: { toDate }, period }: StudyWeeklyDataset,
  voice: Voice,
): Table[] => [
  tableOf(
    {
      name: 'serious-events-listing',
      sheet: voice.say('serious-events'),
      section: 'adverse-events',
      title: voice.say('listing-serious'),
      listing: true,
      empty: orNotComputed(toDate.serious, voice.say('no-serious-event'), voice),
    },
    all.seriousEvents,
    eventColumns(voice),
  ),
  deathTable(all.deaths, 'adverse-events', voice),
  tableOf(
    {
      name: 'fatal-events-listing',
      sheet: voice.say('fatal-events'),
      section: 'adverse-events',
      title: voice.say('study-weekly.listing-fatal-events'),
      listing: true,
      empty: orNotComputed(toDate.fatal, voice.say('study-weekly.no-fatal-event-to-date'), voice),
    },
    all.fatalEvents,
    eventColumns(voice),
  ),
  tableOf(
    {
      name: 'contradictions-listing',
      sheet: voice.say('study-weekly.contradictions'),
      section: 'adverse-events',
      title: voice.say('study-weekly.listing-contradictions'),
      note: voice.say('study-weekly.contradictions-note'),
      listing: true,
      empty: voice.say('study-weekly.no-event-contradicts-itself'),
    },
    all.contradictions,
    eventColumns(voice),
  ),
  tableOf(
    {
      name: 'adverse-events-listing',
      sheet: voice.say('study-weekly.adverse-events-listing'),
      section: 'adverse-events',
      title: voice.say('study-weekly.listing-events'),
      listing: true,
      empty: voice.say('study-weekly.no-event', { current: voice.nouns(period).current }),
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
        sheet: voice.say('study-weekly.ae-by-system-organ-class'),
        title: voice.say('by-system-organ-class'),
        key: 'soc',
        label: voice.say('system-organ-class'),
      },
      toDate.bySoc,
      notRandomised.bySoc,
      randomised,
      voice,
    ),
    byTerm(
      {
        name: 'adverse-events-by-preferred-term',
        sheet: voice.say('study-weekly.ae-by-preferred-term'),
        title: voice.say('by-preferred-term'),
        key: 'preferredTerm',
        label: voice.say('preferred-term'),
      },
      toDate.byPreferredTerm,
      notRandomised.byPreferredTerm,
      randomised,
      voice,
    ),
    ...listings(dataset, voice),
  ];
};
