import { date, figure, percentage, tableOf, text, yesNo, type Table } from '../../../model/table.ts';
import { percent } from '../../../model/words/numbers.ts';
import type { Voice } from '../../../model/words/voice.ts';
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

const emptyOf = ({ say }: Voice): string => say('No site has a subject yet.');

const glance = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const { current } = voice.nouns(dataset.period);
  return tableOf(
    {
      name: 'sites',
      sheet: voice.say('Sites'),
      section: 'sites',
      title: voice.say('Every site in one line'),
      note: voice.say(
        'Subjects to date; visits, new queries and records {current}. Lag: median days from collection to arrival. A dash stands where there is no figure.',
        { current },
      ),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      figure('randomised', voice.say('Randomised'), (site) => site.enrolment.toDate.randomised),
      figure('ongoing', voice.say('Ongoing'), (site) => site.enrolment.toDate.ongoing),
      figure('visits', voice.say('Visits {current}', { current }), (site) => site.visits.inPeriod),
      figure('silentDays', voice.say('Days silent'), (site) => site.silence.days),
      yesNo('isSilent', voice.say('Silent'), (site) => site.isSilent),
      figure('openQueries', voice.say('Open queries'), (site) => site.queries?.open ?? null),
      figure('overdueQueries', voice.say('Overdue'), (site) => site.queries?.overdue ?? null),
      figure('medianLag', voice.say('Lag, days'), (site) => site.entryLag.median),
    ],
  );
};

const enrolment = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const { current } = voice.nouns(dataset.period);
  return tableOf(
    {
      name: 'enrolment-by-site',
      sheet: voice.say('Enrolment by site'),
      section: 'enrolment',
      title: voice.say('By site'),
      note: voice.say(
        'Subjects to date, screened and randomised also {current}. Screen failures are of those screened, discontinued of those randomised. The events are adverse events to date a randomised subject.',
        { current },
      ),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      figure('screened', voice.say('Screened'), (site) => site.enrolment.toDate.screened),
      figure('screenedInPeriod', voice.say('New'), (site) => site.enrolment.inPeriod.screened),
      figure('screenFailures', voice.say('Failures'), (site) => site.enrolment.toDate.screenFailures),
      percentage(
        'screenFailurePercent',
        voice.say('%'),
        ({ enrolment: { toDate } }) => percent(toDate.screenFailures, toDate.screened),
        { after: 'screenFailures' },
      ),
      figure('randomised', voice.say('Randomised'), (site) => site.enrolment.toDate.randomised),
      figure('randomisedInPeriod', voice.say('New'), (site) => site.enrolment.inPeriod.randomised),
      figure('randomisedIn28Days', voice.say('In 28 days'), (site) => site.enrolment.randomisedIn28Days),
      figure('ongoing', voice.say('Ongoing'), (site) => site.enrolment.toDate.ongoing),
      figure('completed', voice.say('Completed'), (site) => site.enrolment.toDate.completed),
      figure('discontinued', voice.say('Discontinued'), (site) => site.enrolment.toDate.discontinued),
      percentage(
        'discontinuedPercent',
        voice.say('%'),
        ({ enrolment: { toDate } }) => percent(toDate.discontinued, toDate.randomised),
        { after: 'discontinued' },
      ),
      figure('eventsPerRandomised', voice.say('Events a subject'), (site) => site.events.perRandomised, {
        digits: 2,
      }),
    ],
  );
};

const visits = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const nouns = voice.nouns(dataset.period);
  const before = dataset.previous.sites;
  return tableOf(
    {
      name: 'visits-by-site',
      sheet: voice.say('Visits by site'),
      section: 'visits',
      title: voice.say('By site'),
      note: voice.say(
        'Visits (rows of SV) and the subjects who came; percentages of the subjects who are ongoing at the end of the period.',
      ),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      figure(
        'visits',
        voice.say('Visits {current}', { current: nouns.current }),
        (site) => site.visits.inPeriod,
      ),
      figure('previous', nouns.previousShort, (site) => before[site.siteId]?.visits.inPeriod ?? 0),
      figure('visitsToDate', voice.say('To date'), (site) => site.visits.toDate),
      figure('subjects', voice.say('Subjects seen'), (site) => site.visits.subjectsInPeriod),
      percentage(
        'seenPercent',
        voice.say('%'),
        (site) => percent(site.visits.subjectsInPeriod, site.enrolment.toDate.ongoing),
        { after: 'subjects' },
      ),
      figure('ongoing', voice.say('Ongoing'), (site) => site.enrolment.toDate.ongoing),
    ],
  );
};

const silence = (dataset: SitePerformanceDataset, voice: Voice): Table[] => [
  tableOf(
    {
      name: 'silent-sites',
      sheet: voice.say('Silent sites'),
      section: 'silence',
      title: voice.say('Sites that fell silent'),
      note: voice.say(
        'Sites with ongoing subjects and no SDTM record for {n## whole day|# whole days} or more before the end of the period.',
        { n: dataset.parameters.silentAfterDays },
      ),
      empty: voice.say('Every site with ongoing subjects has sent records.'),
    },
    dataset.silentSites,
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      date('lastActivity', voice.say('Last record'), (site) => site.lastActivity),
      figure('days', voice.say('Days without a record'), (site) => site.days),
      figure('ongoing', voice.say('Ongoing subjects'), (site) => site.ongoing),
    ],
  ),
  tableOf(
    {
      name: 'last-activity',
      sheet: voice.say('Last activity'),
      section: 'silence',
      title: voice.say('Last record of every site'),
      note: voice.say('By the day of collection, of any domain; the longest silent first.'),
      empty: emptyOf(voice),
    },
    siteLines(dataset).sort(
      (a, b) => (b.silence.days ?? Infinity) - (a.silence.days ?? Infinity) || (a.siteId < b.siteId ? -1 : 1),
    ),
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      date('lastActivity', voice.say('Last record'), (site) => site.silence.lastActivity),
      figure('days', voice.say('Days since'), (site) => site.silence.days),
      figure('ongoing', voice.say('Ongoing subjects'), (site) => site.enrolment.toDate.ongoing),
    ],
  ),
];

const entryLag = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const before = dataset.previous.sites;
  return tableOf(
    {
      name: 'entry-lag-by-site',
      sheet: voice.say('Data entry lag by site'),
      section: 'entry-lag',
      title: voice.say('By site'),
      note: voice.say(
        'SDTM records that arrived {current}, in days from the day of collection to that of arrival; late: more than {n## day|# days}. A record that was corrected counts by its correction.',
        { current: voice.nouns(dataset.period).current, n: dataset.parameters.lateAfterDays },
      ),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('Site'), (site) => site.siteId),
      figure('records', voice.say('Records'), (site) => site.entryLag.records),
      figure('median', voice.say('Median days'), (site) => site.entryLag.median),
      figure(
        'previousMedian',
        voice.say('The period before'),
        (site) => before[site.siteId]?.entryLag.median ?? null,
      ),
      figure('percentile90', voice.say('90th percentile'), (site) => site.entryLag.percentile90),
      figure('late', voice.say('records§Late'), (site) => site.entryLag.late),
      percentage(
        'latePercent',
        voice.say('%'),
        (site) => percent(site.entryLag.late, site.entryLag.records),
        {
          after: 'late',
        },
      ),
    ],
  );
};

export const siteTables = (dataset: SitePerformanceDataset, voice: Voice): Table[] => [
  glance(dataset, voice),
  enrolment(dataset, voice),
  visits(dataset, voice),
  ...silence(dataset, voice),
  entryLag(dataset, voice),
];
