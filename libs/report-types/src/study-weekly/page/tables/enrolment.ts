import type { EnrolmentCounts } from '../../../folds/enrolment.ts';
import { date, figure, percentage, tableOf, text, type Table } from '../../../model/table.ts';
import { periodNouns } from '../../../model/words/dates.ts';
import { number, percent } from '../../../model/words/numbers.ts';
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

const lines = ({ enrolment, previous }: StudyWeeklyDataset): Line[] => {
  const { toDate, inPeriod } = enrolment;
  const line = (key: keyof EnrolmentCounts, label: string, of: string, whole: number | null): Line => ({
    figure: key,
    label,
    inPeriod: inPeriod[key],
    previous: previous.enrolment.inPeriod[key],
    toDate: toDate[key],
    of,
    whole,
  });
  const only = { inPeriod: null, previous: null };
  const planned = toDate.planned === null ? 'number planned unknown' : `${number(toDate.planned)} planned`;
  const randomised = `${number(toDate.randomised)} randomised`;
  return [
    line('screened', 'Screened', '', null),
    line('screenFailures', 'Screen failures', `${number(toDate.screened)} screened`, toDate.screened),
    line('randomised', 'Randomised', planned, toDate.planned),
    line('completed', 'Completed', randomised, toDate.randomised),
    line('discontinued', 'Discontinued', randomised, toDate.randomised),
    {
      figure: 'ongoing',
      label: 'Ongoing',
      ...only,
      toDate: toDate.ongoing,
      of: randomised,
      whole: toDate.randomised,
    },
    { figure: 'planned', label: 'Planned', ...only, toDate: toDate.planned, of: '', whole: null },
  ];
};

const summary = (dataset: StudyWeeklyDataset): Table => {
  const nouns = periodNouns(dataset.period);
  return tableOf(
    {
      name: 'enrolment',
      sheet: 'Enrolment',
      section: 'enrolment',
      title: 'Subjects',
      note: 'Subjects, each counted once. Ongoing are those randomised who neither completed nor discontinued.',
      empty: 'No subject was screened.',
    },
    lines(dataset),
    [
      text('figure', 'Key', (line) => line.figure, { filesOnly: true }),
      text('label', 'Subjects', (line) => line.label),
      figure('inPeriod', nouns.currentShort, (line) => line.inPeriod),
      figure('previous', nouns.previousShort, (line) => line.previous),
      figure('toDate', 'To date', (line) => line.toDate),
      percentage('toDatePercent', '%', (line) => percent(line.toDate, line.whole), { after: 'toDate' }),
      text('percentOf', '% of', (line) => line.of),
    ],
  );
};

const bySite = ({ enrolment, period }: StudyWeeklyDataset): Table => {
  const nouns = periodNouns(period);
  const sites = Object.entries(enrolment.bySite).map(([siteId, counts]) => ({ siteId, ...counts }));
  return tableOf(
    {
      name: 'enrolment-by-site',
      sheet: 'Enrolment by site',
      section: 'enrolment',
      title: 'By site',
      note: `Subjects to date; the last two columns count ${nouns.current} alone.`,
      empty: 'No site has a subject yet.',
    },
    sites,
    [
      text('siteId', 'Site', (site) => site.siteId),
      figure('screened', 'Screened', (site) => site.screened),
      figure('screenFailures', 'Screen failures', (site) => site.screenFailures),
      figure('randomised', 'Randomised', (site) => site.randomised),
      figure('completed', 'Completed', (site) => site.completed),
      figure('discontinued', 'Discontinued', (site) => site.discontinued),
      figure('ongoing', 'Ongoing', (site) => site.randomised - site.completed - site.discontinued),
      figure('screenedInPeriod', `Screened ${nouns.current}`, (site) => site.screenedInPeriod),
      figure('randomisedInPeriod', `Randomised ${nouns.current}`, (site) => site.randomisedInPeriod),
    ],
  );
};

const silentSites = ({ attention }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'silent-sites',
      sheet: 'Silent sites',
      section: 'enrolment',
      title: 'Sites that fell silent',
      note: 'Sites with ongoing subjects and no record of any kind in the days stated, up to the end of the period.',
      empty: 'Every site with ongoing subjects has sent records.',
    },
    attention.silentSites,
    [
      text('siteId', 'Site', (site) => site.siteId),
      date('lastActivity', 'Last record', (site) => site.lastActivity),
      figure('days', 'Days without a record', (site) => site.days),
      figure('ongoing', 'Ongoing subjects', (site) => site.ongoing),
    ],
  );

const reasons = ({ enrolment }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'discontinuation-reasons',
      sheet: 'Discontinuation reasons',
      section: 'enrolment',
      title: 'Reasons for discontinuation',
      note: `Subjects to date; percentages of the ${number(enrolment.toDate.discontinued)} who discontinued.`,
      empty: 'No subject has discontinued.',
    },
    Object.entries(enrolment.discontinuationReasons).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    [
      text('reason', 'Reason', ([reason]) => reason),
      figure('subjects', 'Subjects', ([, subjects]) => subjects),
      percentage('percent', '%', ([, subjects]) => percent(subjects, enrolment.toDate.discontinued), {
        after: 'subjects',
      }),
    ],
  );

const newSubjects = ({ listings, period }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'new-subjects',
      sheet: 'New subjects',
      section: 'enrolment',
      title: 'Listing: subjects first seen in the period',
      empty: `No subject was first seen ${periodNouns(period).current}.`,
    },
    listings.newSubjects,
    [
      text('subject', 'Subject', (row) => row.subject),
      text('siteId', 'Site', (row) => row.siteId),
      date('day', 'Day', (row) => row.day),
      text('sex', 'Sex', (row) => row.sex),
      figure('age', 'Age', (row) => row.age),
    ],
  );

const dispositions = ({ listings, period }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'dispositions',
      sheet: 'Dispositions',
      section: 'enrolment',
      title: 'Listing: dispositions and milestones in the period',
      empty: `No disposition and no milestone was recorded ${periodNouns(period).current}.`,
    },
    listings.dispositions,
    [
      text('subject', 'Subject', (row) => row.subject),
      text('siteId', 'Site', (row) => row.siteId),
      date('day', 'Day', (row) => row.day),
      text('category', 'Category', (row) => row.category),
      text('term', 'Term', (row) => row.term),
    ],
  );

export const enrolmentTables = (dataset: StudyWeeklyDataset): Table[] => [
  summary(dataset),
  bySite(dataset),
  silentSites(dataset),
  reasons(dataset),
  newSubjects(dataset),
  dispositions(dataset),
];
