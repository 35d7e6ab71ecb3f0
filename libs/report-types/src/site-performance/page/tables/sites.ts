import { date, figure, share, tableOf, text, yesNo, type Table } from '../../../model/table.ts';
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

const emptyOf = ({ say }: Voice): string => say('no-site');

const glance = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const { current } = voice.nouns(dataset.period);
  return tableOf(
    {
      name: 'sites',
      sheet: voice.say('site-performance.sites'),
      section: 'sites',
      title: voice.say('site-performance.every-site-in-one-line'),
      note: voice.say('site-performance.sites-note', { current }),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('site')),
      figure('randomised', voice.say('randomised'), (site) => site.enrolment.toDate.randomised),
      figure('ongoing', voice.say('ongoing'), (site) => site.enrolment.toDate.ongoing),
      figure('visits', voice.say('site-performance.visits-in', { current }), (site) => site.visits.inPeriod),
      figure('silentDays', voice.say('site-performance.days-silent'), (site) => site.silence.days),
      yesNo('isSilent', voice.say('site-performance.silent')),
      figure('openQueries', voice.say('site-performance.open-queries'), (site) => site.queries?.open ?? null),
      figure(
        'overdueQueries',
        voice.say('site-performance.overdue'),
        (site) => site.queries?.overdue ?? null,
      ),
      figure('medianLag', voice.say('site-performance.lag-days'), (site) => site.entryLag.median),
    ],
  );
};

const enrolment = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const { current } = voice.nouns(dataset.period);
  return tableOf(
    {
      name: 'enrolment-by-site',
      sheet: voice.say('enrolment-by-site'),
      section: 'enrolment',
      title: voice.say('by-site'),
      note: voice.say('site-performance.enrolment-note', { current }),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('site')),
      figure('screened', voice.say('screened'), (site) => site.enrolment.toDate.screened),
      figure('screenedInPeriod', voice.say('new'), (site) => site.enrolment.inPeriod.screened),
      figure(
        'screenFailures',
        voice.say('site-performance.failures'),
        (site) => site.enrolment.toDate.screenFailures,
      ),
      share(
        'screenFailurePercent',
        'screenFailures',
        ({ enrolment: { toDate } }) => percent(toDate.screenFailures, toDate.screened),
        voice,
      ),
      figure('randomised', voice.say('randomised'), (site) => site.enrolment.toDate.randomised),
      figure('randomisedInPeriod', voice.say('new'), (site) => site.enrolment.inPeriod.randomised),
      figure(
        'randomisedIn28Days',
        voice.say('site-performance.in-28-days'),
        (site) => site.enrolment.randomisedIn28Days,
      ),
      figure('ongoing', voice.say('ongoing'), (site) => site.enrolment.toDate.ongoing),
      figure('completed', voice.say('completed'), (site) => site.enrolment.toDate.completed),
      figure('discontinued', voice.say('discontinued'), (site) => site.enrolment.toDate.discontinued),
      share(
        'discontinuedPercent',
        'discontinued',
        ({ enrolment: { toDate } }) => percent(toDate.discontinued, toDate.randomised),
        voice,
      ),
      figure(
        'eventsPerRandomised',
        voice.say('site-performance.events-a-subject'),
        (site) => site.events.perRandomised,
        {
          digits: 2,
        },
      ),
    ],
  );
};

const visits = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const nouns = voice.nouns(dataset.period);
  const before = dataset.previous.sites;
  return tableOf(
    {
      name: 'visits-by-site',
      sheet: voice.say('site-performance.visits-by-site'),
      section: 'visits',
      title: voice.say('by-site'),
      note: voice.say('site-performance.visits-note'),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('site')),
      figure(
        'visits',
        voice.say('site-performance.visits-in', { current: nouns.current }),
        (site) => site.visits.inPeriod,
      ),
      figure('previous', nouns.previousShort, (site) => before[site.siteId]?.visits.inPeriod ?? 0),
      figure('visitsToDate', voice.say('to-date-head'), (site) => site.visits.toDate),
      figure('subjects', voice.say('site-performance.subjects-seen'), (site) => site.visits.subjectsInPeriod),
      share(
        'seenPercent',
        'subjects',
        (site) => percent(site.visits.subjectsInPeriod, site.enrolment.toDate.ongoing),
        voice,
      ),
      figure('ongoing', voice.say('ongoing'), (site) => site.enrolment.toDate.ongoing),
    ],
  );
};

const silence = (dataset: SitePerformanceDataset, voice: Voice): Table[] => [
  tableOf(
    {
      name: 'silent-sites',
      sheet: voice.say('silent-sites'),
      section: 'silence',
      title: voice.say('sites-that-fell-silent'),
      note: voice.say('site-performance.silent-note', { n: dataset.parameters.silentAfterDays }),
      empty: voice.say('no-silent-site'),
    },
    dataset.silentSites,
    [
      text('siteId', voice.say('site')),
      date('lastActivity', voice.say('last-record')),
      figure('days', voice.say('days-without-a-record')),
      figure('ongoing', voice.say('ongoing-subjects')),
    ],
  ),
  tableOf(
    {
      name: 'last-activity',
      sheet: voice.say('site-performance.last-activity'),
      section: 'silence',
      title: voice.say('site-performance.last-record-of-every-site'),
      note: voice.say('site-performance.last-records-note'),
      empty: emptyOf(voice),
    },
    siteLines(dataset).sort(
      (a, b) => (b.silence.days ?? Infinity) - (a.silence.days ?? Infinity) || (a.siteId < b.siteId ? -1 : 1),
    ),
    [
      text('siteId', voice.say('site')),
      date('lastActivity', voice.say('last-record'), (site) => site.silence.lastActivity),
      figure('days', voice.say('site-performance.days-since'), (site) => site.silence.days),
      figure('ongoing', voice.say('ongoing-subjects'), (site) => site.enrolment.toDate.ongoing),
    ],
  ),
];

const entryLag = (dataset: SitePerformanceDataset, voice: Voice): Table => {
  const before = dataset.previous.sites;
  return tableOf(
    {
      name: 'entry-lag-by-site',
      sheet: voice.say('site-performance.data-entry-lag-by-site'),
      section: 'entry-lag',
      title: voice.say('by-site'),
      note: voice.say('site-performance.entry-lag-note', {
        current: voice.nouns(dataset.period).current,
        n: dataset.parameters.lateAfterDays,
      }),
      empty: emptyOf(voice),
    },
    siteLines(dataset),
    [
      text('siteId', voice.say('site')),
      figure('records', voice.say('site-performance.records'), (site) => site.entryLag.records),
      figure('median', voice.say('site-performance.median-days'), (site) => site.entryLag.median),
      figure(
        'previousMedian',
        voice.say('site-performance.the-period-before'),
        (site) => before[site.siteId]?.entryLag.median ?? null,
      ),
      figure(
        'percentile90',
        voice.say('site-performance.90th-percentile'),
        (site) => site.entryLag.percentile90,
      ),
      figure('late', voice.say('site-performance.late'), (site) => site.entryLag.late),
      share('latePercent', 'late', (site) => percent(site.entryLag.late, site.entryLag.records), voice),
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
