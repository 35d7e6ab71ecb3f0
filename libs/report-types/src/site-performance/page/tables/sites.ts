import { date, figure, percentage, tableOf, text, yesNo, type Table } from '../../../model/table.ts';
import { periodNouns } from '../../../model/words/dates.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { SiteFigures, SitePerformanceDataset } from '../../dataset.ts';

export interface SiteLine extends SiteFigures {
  readonly siteId: string;
  readonly isSilent: boolean;
}

export const siteLines = ({ sites, silentSites }: SitePerformanceDataset): SiteLine[] =>
  Object.entries(sites).map(([siteId, figures]) => ({
    siteId,
    ...figures,
    isSilent: silentSites.some((silent) => silent.siteId === siteId),
  }));

const EMPTY = 'No site has a subject yet.';

const glance = (dataset: SitePerformanceDataset): Table => {
  const { currentShort } = periodNouns(dataset.period);
  const when = currentShort.toLowerCase();
  return tableOf(
    {
      name: 'sites',
      sheet: 'Sites',
      section: 'sites',
      title: 'Every site in one line',
      note: `Subjects to date; visits, new queries and records ${when}. Lag: median days from collection to arrival. A dash stands where there is no figure.`,
      empty: EMPTY,
    },
    siteLines(dataset),
    [
      text('siteId', 'Site', (site) => site.siteId),
      figure('randomised', 'Randomised', (site) => site.enrolment.toDate.randomised),
      figure('ongoing', 'Ongoing', (site) => site.enrolment.toDate.ongoing),
      figure('visits', `Visits ${when}`, (site) => site.visits.inPeriod),
      figure('silentDays', 'Days silent', (site) => site.silence.days),
      yesNo('isSilent', 'Silent', (site) => site.isSilent),
      figure('openQueries', 'Open queries', (site) => site.queries?.open ?? null),
      figure('overdueQueries', 'Overdue', (site) => site.queries?.overdue ?? null),
      figure('medianLag', 'Lag, days', (site) => site.entryLag.median),
    ],
  );
};

const enrolment = (dataset: SitePerformanceDataset): Table => {
  const { current } = periodNouns(dataset.period);
  return tableOf(
    {
      name: 'enrolment-by-site',
      sheet: 'Enrolment by site',
      section: 'enrolment',
      title: 'By site',
      note: `Subjects to date, screened and randomised also ${current}. Screen failures are of those screened, discontinued of those randomised. The events are adverse events to date a randomised subject.`,
      empty: EMPTY,
    },
    siteLines(dataset),
    [
      text('siteId', 'Site', (site) => site.siteId),
      figure('screened', 'Screened', (site) => site.enrolment.toDate.screened),
      figure('screenedInPeriod', `New`, (site) => site.enrolment.inPeriod.screened),
      figure('screenFailures', 'Failures', (site) => site.enrolment.toDate.screenFailures),
      percentage(
        'screenFailurePercent',
        '%',
        ({ enrolment: { toDate } }) => percent(toDate.screenFailures, toDate.screened),
        { after: 'screenFailures' },
      ),
      figure('randomised', 'Randomised', (site) => site.enrolment.toDate.randomised),
      figure('randomisedInPeriod', 'New', (site) => site.enrolment.inPeriod.randomised),
      figure('randomisedIn28Days', 'In 28 days', (site) => site.enrolment.randomisedIn28Days),
      figure('ongoing', 'Ongoing', (site) => site.enrolment.toDate.ongoing),
      figure('completed', 'Completed', (site) => site.enrolment.toDate.completed),
      figure('discontinued', 'Discontinued', (site) => site.enrolment.toDate.discontinued),
      percentage(
        'discontinuedPercent',
        '%',
        ({ enrolment: { toDate } }) => percent(toDate.discontinued, toDate.randomised),
        { after: 'discontinued' },
      ),
      figure('eventsPerRandomised', 'Events a subject', (site) => site.events.perRandomised, { digits: 2 }),
    ],
  );
};

const visits = (dataset: SitePerformanceDataset): Table => {
  const nouns = periodNouns(dataset.period);
  const before = dataset.previous.sites;
  return tableOf(
    {
      name: 'visits-by-site',
      sheet: 'Visits by site',
      section: 'visits',
      title: 'By site',
      note: `Visits (rows of SV) and the subjects who came; percentages of the subjects who are ongoing at the end of the period.`,
      empty: EMPTY,
    },
    siteLines(dataset),
    [
      text('siteId', 'Site', (site) => site.siteId),
      figure('visits', `Visits ${nouns.currentShort.toLowerCase()}`, (site) => site.visits.inPeriod),
      figure('previous', nouns.previousShort, (site) => before[site.siteId]?.visits.inPeriod ?? 0),
      figure('visitsToDate', 'To date', (site) => site.visits.toDate),
      figure('subjects', 'Subjects seen', (site) => site.visits.subjectsInPeriod),
      percentage(
        'seenPercent',
        '%',
        (site) => percent(site.visits.subjectsInPeriod, site.enrolment.toDate.ongoing),
        { after: 'subjects' },
      ),
      figure('ongoing', 'Ongoing', (site) => site.enrolment.toDate.ongoing),
    ],
  );
};

const silence = (dataset: SitePerformanceDataset): Table[] => [
  tableOf(
    {
      name: 'silent-sites',
      sheet: 'Silent sites',
      section: 'silence',
      title: 'Sites that fell silent',
      note: `Sites with ongoing subjects and no SDTM record for ${String(dataset.parameters.silentAfterDays)} whole days or more before the end of the period.`,
      empty: 'Every site with ongoing subjects has sent records.',
    },
    dataset.silentSites,
    [
      text('siteId', 'Site', (site) => site.siteId),
      date('lastActivity', 'Last record', (site) => site.lastActivity),
      figure('days', 'Days without a record', (site) => site.days),
      figure('ongoing', 'Ongoing subjects', (site) => site.ongoing),
    ],
  ),
  tableOf(
    {
      name: 'last-activity',
      sheet: 'Last activity',
      section: 'silence',
      title: 'Last record of every site',
      note: 'By the day of collection, of any domain; the longest silent first.',
      empty: EMPTY,
    },
    siteLines(dataset).sort(
      (a, b) => (b.silence.days ?? Infinity) - (a.silence.days ?? Infinity) || (a.siteId < b.siteId ? -1 : 1),
    ),
    [
      text('siteId', 'Site', (site) => site.siteId),
      date('lastActivity', 'Last record', (site) => site.silence.lastActivity),
      figure('days', 'Days since', (site) => site.silence.days),
      figure('ongoing', 'Ongoing subjects', (site) => site.enrolment.toDate.ongoing),
    ],
  ),
];

const entryLag = (dataset: SitePerformanceDataset): Table => {
  const before = dataset.previous.sites;
  return tableOf(
    {
      name: 'entry-lag-by-site',
      sheet: 'Data entry lag by site',
      section: 'entry-lag',
      title: 'By site',
      note: `SDTM records that arrived ${periodNouns(dataset.period).current}, in days from the day of collection to that of arrival; late: more than ${String(dataset.parameters.lateAfterDays)} days. A record that was corrected counts by its correction.`,
      empty: EMPTY,
    },
    siteLines(dataset),
    [
      text('siteId', 'Site', (site) => site.siteId),
      figure('records', 'Records', (site) => site.entryLag.records),
      figure('median', 'Median days', (site) => site.entryLag.median),
      figure('previousMedian', 'The period before', (site) => before[site.siteId]?.entryLag.median ?? null),
      figure('percentile90', '90th percentile', (site) => site.entryLag.percentile90),
      figure('late', 'Late', (site) => site.entryLag.late),
      percentage('latePercent', '%', (site) => percent(site.entryLag.late, site.entryLag.records), {
        after: 'late',
      }),
    ],
  );
};

export const siteTables = (dataset: SitePerformanceDataset): Table[] => [
  glance(dataset),
  enrolment(dataset),
  visits(dataset),
  ...silence(dataset),
  entryLag(dataset),
];
