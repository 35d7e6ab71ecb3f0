import type { EnrolmentCounts } from '../../../folds/enrolment.ts';
import { date, figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Label } from '../../../model/words/texts.ts';
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
  const outside: Readonly<Partial<Record<keyof EnrolmentCounts, number>>> = enrolment.outside ?? {};
  const line = (key: keyof EnrolmentCounts, label: Label, of: string, whole: number | null): Line => ({
    figure: key,
    label: voice.say(label),
    inPeriod: inPeriod[key],
    previous: previous.enrolment.inPeriod[key],
    toDate: toDate[key],
    // Whoever is not of the whole makes it no share of it.
    ...((outside[key] ?? 0) > 0
      ? { of: voice.say('{of}, not all of them among these', { of }), whole: null }
      : { of, whole }),
  });
  const only = { inPeriod: null, previous: null };
  const planned =
    toDate.planned === null
      ? voice.say('number planned unknown')
      : voice.say('{n} planned', { n: toDate.planned });
  const randomised = voice.say('{n} randomised', { n: toDate.randomised });
  return [
    line('screened', 'Screened', '', null),
    line(
      'screenFailures',
      'Screen failures',
      voice.say('{n} screened', { n: toDate.screened }),
      toDate.screened,
    ),
    line('randomised', 'Randomised', planned, toDate.planned),
    line('completed', 'Completed', randomised, toDate.randomised),
    line('discontinued', 'Discontinued', randomised, toDate.randomised),
    {
      figure: 'ongoing',
      label: voice.say('Ongoing'),
      ...only,
      toDate: toDate.ongoing,
      of: randomised,
      whole: toDate.randomised,
    },
    { figure: 'planned', label: voice.say('Planned'), ...only, toDate: toDate.planned, of: '', whole: null },
  ];
};

const summary = (dataset: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(dataset.period);
  return tableOf(
    {
      name: 'enrolment',
      sheet: voice.say('Enrolment'),
      section: 'enrolment',
      title: voice.say('Subjects'),
      note: voice.say(
        'Subjects, each counted once. Ongoing are those randomised of whom no disposition tells that they left the study.',
      ),
      empty: voice.say('No subject was screened.'),
    },
    lines(dataset, voice),
    [
      text('figure', voice.say('Key'), (line) => line.figure, { filesOnly: true }),
      text('label', voice.say('Subjects'), (line) => line.label),
      figure('inPeriod', nouns.currentShort, (line) => line.inPeriod),
      figure('previous', nouns.previousShort, (line) => line.previous),
      figure('toDate', voice.say('To date'), (line) => line.toDate),
      percentage('toDatePercent', voice.say('%'), (line) => percent(line.toDate, line.whole), {
        after: 'toDate',
      }),
      text('percentOf', voice.say('% of'), (line) => line.of),
    ],
  );
};

const bySite = ({ enrolment, period }: StudyWeeklyDataset, voice: Voice): Table => {
  const nouns = voice.nouns(period);
  const sites = Object.entries(enrolment.bySite).map(([siteId, counts]) => ({
    siteId,
    ...counts,
    ongoing: enrolment.ongoingBySite?.[siteId] ?? null,
  }));
  return tableOf(
    {
      name: 'enrolment-by-site',
      sheet: voice.say('Enrolment by site'),
      section: 'enrolment',
      title: voice.say('By site'),
      note: voice.say('Subjects to date; the last two columns count {current} alone.', {
        current: nouns.current,
      }),
      empty: voice.say('No site has a subject yet.'),
    },
    sites,
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      figure('screened', voice.say('Screened'), (site) => site.screened),
      figure('screenFailures', voice.say('Screen failures'), (site) => site.screenFailures),
      figure('randomised', voice.say('Randomised'), (site) => site.randomised),
      figure('completed', voice.say('Completed'), (site) => site.completed),
      figure('discontinued', voice.say('Discontinued'), (site) => site.discontinued),
      figure('ongoing', voice.say('Ongoing'), (site) => site.ongoing),
      figure(
        'screenedInPeriod',
        voice.say('Screened {current}', { current: nouns.current }),
        (site) => site.screenedInPeriod,
      ),
      figure(
        'randomisedInPeriod',
        voice.say('Randomised {current}', { current: nouns.current }),
        (site) => site.randomisedInPeriod,
      ),
    ],
  );
};

const silentSites = ({ attention, enrolment }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'silent-sites',
      sheet: voice.say('Silent sites'),
      section: 'enrolment',
      title: voice.say('Sites that fell silent'),
      note: voice.say(
        'Sites with ongoing subjects and no record of any kind in the days stated, up to the end of the period.',
      ),
      empty: orNotComputed(
        enrolment.toDate.ongoing,
        voice.say('Every site with ongoing subjects has sent records.'),
        voice,
      ),
    },
    attention.silentSites,
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      date('lastActivity', voice.say('Last record'), (site) => site.lastActivity),
      figure('days', voice.say('Days without a record'), (site) => site.days),
      figure('ongoing', voice.say('Ongoing subjects'), (site) => site.ongoing),
    ],
  );

const reasons = ({ enrolment }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'discontinuation-reasons',
      sheet: voice.say('Discontinuation reasons'),
      section: 'enrolment',
      title: voice.say('Reasons for discontinuation'),
      note: voice.say('Subjects to date; percentages of the {n} who discontinued.', {
        n: enrolment.toDate.discontinued,
      }),
      empty: orNotComputed(enrolment.toDate.discontinued, voice.say('No subject has discontinued.'), voice),
    },
    Object.entries(enrolment.discontinuationReasons).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    [
      text('reason', voice.say('Reason'), ([reason]) => reason),
      figure('subjects', voice.say('Subjects'), ([, subjects]) => subjects),
      percentage(
        'percent',
        voice.say('%'),
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
      sheet: voice.say('New subjects'),
      section: 'enrolment',
      title: voice.say('Listing: subjects first seen in the period'),
      listing: true,
      empty: voice.say('No subject was first seen {current}.', { current: voice.nouns(period).current }),
    },
    listings.newSubjects,
    [
      text('subject', voice.say('Subject'), (row) => row.subject),
      text('siteId', voice.say('Site'), (row) => row.siteId),
      date('day', voice.say('Day'), (row) => row.day),
      text('sex', voice.say('Sex'), (row) => row.sex),
      figure('age', voice.say('Age'), (row) => row.age),
    ],
  );

const dispositions = ({ listings, period }: StudyWeeklyDataset, voice: Voice): Table =>
  tableOf(
    {
      name: 'dispositions',
      sheet: voice.say('Dispositions'),
      section: 'enrolment',
      title: voice.say('Listing: dispositions and milestones in the period'),
      listing: true,
      empty: voice.say('No disposition and no milestone was recorded {current}.', {
        current: voice.nouns(period).current,
      }),
    },
    listings.dispositions,
    [
      text('subject', voice.say('Subject'), (row) => row.subject),
      text('siteId', voice.say('Site'), (row) => row.siteId),
      date('day', voice.say('Day'), (row) => row.day),
      text('category', voice.say('Category'), (row) => row.category),
      text('term', voice.say('Term'), (row) => row.term),
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
