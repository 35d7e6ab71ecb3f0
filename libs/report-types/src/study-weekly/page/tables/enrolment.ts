import type { EnrolmentCounts } from '../../../folds/enrolment.ts';
import { date, figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
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
      text('figure', voice.say('key'), (line) => line.figure, { filesOnly: true }),
      text('label', voice.say('subjects'), (line) => line.label),
      figure('inPeriod', nouns.currentShort, (line) => line.inPeriod),
      figure('previous', nouns.previousShort, (line) => line.previous),
      figure('toDate', voice.say('to-date-head'), (line) => line.toDate),
      percentage('toDatePercent', voice.say('percent-sign'), (line) => percent(line.toDate, line.whole), {
        after: 'toDate',
      }),
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
      note: voice.say('study-weekly.sites-note', {
        current: nouns.current,
      }),
      empty: voice.say('no-site'),
    },
    sites,
    [
      text('siteId', voice.say('site'), (site) => site.siteId),
      figure('screened', voice.say('screened'), (site) => site.screened),
      figure('screenFailures', voice.say('study-weekly.screen-failures'), (site) => site.screenFailures),
      figure('randomised', voice.say('randomised'), (site) => site.randomised),
      figure('completed', voice.say('completed'), (site) => site.completed),
      figure('discontinued', voice.say('discontinued'), (site) => site.discontinued),
      figure('ongoing', voice.say('ongoing'), (site) => site.ongoing),
      figure(
        'screenedInPeriod',
        voice.say('study-weekly.screened-in', { current: nouns.current }),
        (site) => site.screenedInPeriod,
      ),
      figure(
        'randomisedInPeriod',
        voice.say('study-weekly.randomised-in', { current: nouns.current }),
        (site) => site.randomisedInPeriod,
      ),
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
      text('siteId', voice.say('site'), (site) => site.siteId),
      date('lastActivity', voice.say('last-record'), (site) => site.lastActivity),
      figure('days', voice.say('days-without-a-record'), (site) => site.days),
      figure('ongoing', voice.say('ongoing-subjects'), (site) => site.ongoing),
    ],
  );

const reasons = ({ enrolment }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'discontinuation-reasons',
      sheet: voice.say('study-weekly.discontinuation-reasons'),
      section: 'enrolment',
      title: voice.say('study-weekly.reasons-for-discontinuation'),
      note: voice.say('study-weekly.discontinued-note', {
        n: enrolment.toDate.discontinued,
      }),
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
      percentage(
        'percent',
        voice.say('percent-sign'),
        ([, subjects]) => percent(subjects, enrolment.toDate.discontinued),
        {
          after: 'subjects',
        },
      ),
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
      text('subject', voice.say('subject'), (row) => row.subject),
      text('siteId', voice.say('site'), (row) => row.siteId),
      date('day', voice.say('day'), (row) => row.day),
      text('sex', voice.say('sex'), (row) => row.sex),
      figure('age', voice.say('age'), (row) => row.age),
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
      empty: voice.say('study-weekly.no-disposition', {
        current: voice.nouns(period).current,
      }),
    },
    listings.dispositions,
    [
      text('subject', voice.say('subject'), (row) => row.subject),
      text('siteId', voice.say('site'), (row) => row.siteId),
      date('day', voice.say('day'), (row) => row.day),
      text('category', voice.say('study-weekly.category'), (row) => row.category),
      text('term', voice.say('study-weekly.term'), (row) => row.term),
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
