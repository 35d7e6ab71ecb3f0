import type { EnrolmentCounts } from '../../../folds/enrolment.ts';
import { date, figure, share, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Label } from '../../../model/words/message.ts';
import { orNotComputed } from '../../../model/parts/not-computed.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { StudyWeeklyDataset } from '../../dataset.ts';

interface Line {
  readonly figure: string;
  readonly label: string;
  readonly inPeriod: number | null;
  readonly previous: number | null;
  readonly toDate: number | null;
  /** What the percentage to date is one of. */
  readonly of: string;
  readonly whole: number | null;
}

const lines = ({ enrolment, previous }: StudyWeeklyDataset, voice: Voice): Line[] => {
  const { toDate, inPeriod } = enrolment;
  const outside: Readonly<Partial<Record<keyof EnrolmentCounts, number>>> = enrolment.outside;
  const line = (key: keyof EnrolmentCounts, label: Label, of: string, whole: number | null): Line => ({
    figure: key,
    label: voice.say(label),
    inPeriod: inPeriod[key],
    previous: previous.enrolment.inPeriod[key],
    toDate: toDate[key],
    // Whoever is not of the whole makes it no share of it.
    ...((outside[key] ?? 0) > 0
      ? { of: voice.say('study-weekly.not-all-among-these', { of }), whole: null }
      : { of, whole }),
  });
  const only = { inPeriod: null, previous: null };
  const planned =
    toDate.planned === null
      ? voice.say('study-weekly.number-planned-unknown')
      : voice.say('study-weekly.n-planned', { n: toDate.planned });
  const randomised = voice.say('study-weekly.n-randomised', { n: toDate.randomised });
  return [
    line('screened', 'screened', '', null),
    line(
      'screenFailures',
      'study-weekly.screen-failures',
      voice.say('study-weekly.n-screened', { n: toDate.screened }),
      toDate.screened,
    ),
    line('randomised', 'randomised', planned, toDate.planned),
    line('completed', 'completed', randomised, toDate.randomised),
    line('discontinued', 'discontinued', randomised, toDate.randomised),
    {
      figure: 'ongoing',
      label: voice.say('ongoing'),
      ...only,
      toDate: toDate.ongoing,
      of: randomised,
      whole: toDate.randomised,
    },
    {
      figure: 'planned',
      label: voice.say('study-weekly.planned'),
      ...only,
      toDate: toDate.planned,
      of: '',
      whole: null,
    },
  ];
};

const summary = (dataset: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(dataset.period);
  return tableOf(
    {
      name: 'enrolment',
      sheet: voice.say('enrolment'),
      section: 'enrolment',
      title: voice.say('subjects'),
      note: voice.say('study-weekly.enrolment-note'),
      empty: voice.say('study-weekly.no-subject-was-screened'),
    },
    lines(dataset, voice),
    [
      text('figure', voice.say('key'), { filesOnly: true }),
      text('label', voice.say('subjects')),
      figure('inPeriod', nouns.currentShort),
      figure('previous', nouns.previousShort),
      figure('toDate', voice.say('to-date-head')),
      share('toDatePercent', 'toDate', (line) => percent(line.toDate, line.whole), voice),
      text('percentOf', voice.say('study-weekly.percent-of'), (line) => line.of),
    ],
  );
};

const bySite = ({ enrolment, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const sites = Object.entries(enrolment.bySite).map(([siteId, counts]) => ({
    siteId,
    ...counts,
    ongoing: enrolment.ongoingBySite[siteId] ?? null,
  }));
  return tableOf(
    {
      name: 'enrolment-by-site',
      sheet: voice.say('enrolment-by-site'),
      section: 'enrolment',
      title: voice.say('by-site'),
      note: voice.say('study-weekly.sites-note', { current: nouns.current }),
      empty: voice.say('no-site'),
    },
    sites,
    [
      text('siteId', voice.say('site')),
      figure('screened', voice.say('screened')),
      figure('screenFailures', voice.say('study-weekly.screen-failures')),
      figure('randomised', voice.say('randomised')),
      figure('completed', voice.say('completed')),
      figure('discontinued', voice.say('discontinued')),
      figure('ongoing', voice.say('ongoing')),
      figure('screenedInPeriod', voice.say('study-weekly.screened-in', { current: nouns.current })),
      figure('randomisedInPeriod', voice.say('study-weekly.randomised-in', { current: nouns.current })),
    ],
  );
};

const silentSites = ({ attention, enrolment }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'silent-sites',
      sheet: voice.say('silent-sites'),
      section: 'enrolment',
      title: voice.say('sites-that-fell-silent'),
      note: voice.say('study-weekly.silent-sites-note'),
      empty: orNotComputed(enrolment.toDate.ongoing, voice.say('no-silent-site'), voice),
    },
    attention.silentSites,
    [
      text('siteId', voice.say('site')),
      date('lastActivity', voice.say('last-record')),
      figure('days', voice.say('days-without-a-record')),
      figure('ongoing', voice.say('ongoing-subjects')),
    ],
  );

const reasons = ({ enrolment }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'discontinuation-reasons',
      sheet: voice.say('study-weekly.discontinuation-reasons'),
      section: 'enrolment',
      title: voice.say('study-weekly.reasons-for-discontinuation'),
      note: voice.say('study-weekly.discontinued-note', { n: enrolment.toDate.discontinued }),
      empty: orNotComputed(
        enrolment.toDate.discontinued,
        voice.say('study-weekly.no-subject-has-discontinued'),
        voice,
      ),
    },
    Object.entries(enrolment.discontinuationReasons).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    [
      text('reason', voice.say('reason'), ([reason]) => reason),
      figure('subjects', voice.say('subjects'), ([, subjects]) => subjects),
      share('percent', 'subjects', ([, subjects]) => percent(subjects, enrolment.toDate.discontinued), voice),
    ],
  );

const newSubjects = ({ listings, period }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'new-subjects',
      sheet: voice.say('study-weekly.new-subjects'),
      section: 'enrolment',
      title: voice.say('study-weekly.listing-new-subjects'),
      listing: true,
      empty: voice.say('study-weekly.no-new-subject', { current: voice.nouns(period).current }),
    },
    listings.newSubjects,
    [
      text('subject', voice.say('subject')),
      text('siteId', voice.say('site')),
      date('day', voice.say('day')),
      text('sex', voice.say('sex')),
      figure('age', voice.say('age')),
    ],
  );

const dispositions = ({ listings, period }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'dispositions',
      sheet: voice.say('study-weekly.dispositions'),
      section: 'enrolment',
      title: voice.say('study-weekly.listing-dispositions'),
      listing: true,
      empty: voice.say('study-weekly.no-disposition', { current: voice.nouns(period).current }),
    },
    listings.dispositions,
    [
      text('subject', voice.say('subject')),
      text('siteId', voice.say('site')),
      date('day', voice.say('day')),
      text('category', voice.say('study-weekly.category')),
      text('term', voice.say('study-weekly.term')),
    ],
  );

export const enrolmentTables = (dataset: StudyWeeklyDataset, voice: Voice): Table[] => [
  summary(dataset, voice),
  bySite(dataset, voice),
  silentSites(dataset, voice),
  reasons(dataset, voice),
  newSubjects(dataset, voice),
  dispositions(dataset, voice),
];
