/** Attention, tiles, takeaways and definitions of the report. */
import { notComputedWords } from '../../model/parts/not-computed.ts';
import { notComputedItems } from '../../model/parts/data-quality.ts';
import { tileOf, type TileSource } from '../../model/parts/tiles.ts';
import type { AttentionItem, Definition, Tile } from '../../model/report-model.ts';
import { lastDay } from '../../model/words/days.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { SiteFigures, SitePerformanceDataset, SiteWeek } from '../dataset.ts';

type Finder = (dataset: SitePerformanceDataset, voice: Voice) => AttentionItem[];

const silent: Finder = ({ silentSites }, { say, day }) =>
  silentSites.map(({ siteId: site, lastActivity, days, ongoing }) => ({
    lead: say('Silent site'),
    sentence: say(
      'Site {site} has sent no record in the last {days## day|# days} (latest {latest}); {ongoing#no subject is|# subject is|# subjects are} ongoing.',
      { site, days, latest: day(lastActivity), ongoing },
    ),
    section: 'silence',
    urgent: true,
  }));

/** Sites with more than none of something, the most first. */
const ranked = (
  { sites }: SitePerformanceDataset,
  value: (site: SiteFigures) => number | null,
): { site: string; n: number }[] =>
  Object.entries(sites)
    .map(([site, figures]) => ({ site, n: value(figures) ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.site < b.site ? -1 : 1));

const overdue: Finder = (dataset, { say, shortList }) => {
  const sites = ranked(dataset, (site) => site.queries?.overdue ?? null);
  if (sites.length === 0) return [];
  const names = shortList(
    sites.map((site) => say('site {site} ({n})', site)),
    4,
  );
  return [
    {
      lead: say('Overdue queries'),
      sentence: say('{n## query is|# queries are} open for more than {days## day|# days}: {names}.', {
        n: dataset.all.queries?.overdue ?? 0,
        days: dataset.parameters.overdueAfterDays,
        names,
      }),
      section: 'queries',
      urgent: true,
    },
  ];
};

const slow: Finder = (dataset, { say, shortList }) => {
  const { lateAfterDays: days } = dataset.parameters;
  const sites = ranked(dataset, ({ entryLag: { median } }) =>
    median !== null && median > days ? median : null,
  );
  if (sites.length === 0) return [];
  const names = shortList(
    sites.map((site) => say('site {site} ({n## day|# days})', site)),
    4,
  );
  return [
    {
      lead: say('Slow data entry'),
      sentence: say('Half of the records that arrived took longer than {days## day|# days} from {names}.', {
        days,
        names,
      }),
      section: 'entry-lag',
      urgent: false,
    },
  ];
};

export const attentionItems = (dataset: SitePerformanceDataset, voice: Voice): AttentionItem[] =>
  [silent, overdue, slow, notComputedItems].flatMap((find) => find(dataset, voice));

const weekly = (
  { trends }: SitePerformanceDataset,
  value: (week: SiteWeek) => number | null,
): (number | null)[] => trends.weeks.map(value);

const activityTiles = (dataset: SitePerformanceDataset, { say }: Voice): TileSource[] => {
  const { enrolment, visits } = dataset.all;
  const before = dataset.previous.all;
  return [
    {
      label: say('Screened'),
      section: 'enrolment',
      now: enrolment.inPeriod.screened,
      before: before.enrolment.inPeriod.screened,
      context: say('{n} to date at {sites#no site|# site|# sites}', {
        n: enrolment.toDate.screened,
        sites: Object.keys(dataset.sites).length,
      }),
    },
    {
      label: say('Randomised'),
      section: 'enrolment',
      now: enrolment.inPeriod.randomised,
      before: before.enrolment.inPeriod.randomised,
      context: say('{n} to date, {recent} in 28 days', {
        n: enrolment.toDate.randomised,
        recent: enrolment.randomisedIn28Days,
      }),
      trend: weekly(dataset, (week) => week.randomised),
    },
    {
      label: say('Visits'),
      section: 'visits',
      now: visits.inPeriod,
      before: before.visits.inPeriod,
      context: say('{n#no subject|# subject|# subjects} seen', { n: visits.subjectsInPeriod }),
      trend: weekly(dataset, (week) => week.visits),
    },
    {
      label: say('Silent sites'),
      section: 'silence',
      now: dataset.silentSites.length,
      before: null,
      context: say('{n## day|# days} or more without a record', { n: dataset.parameters.silentAfterDays }),
      urgent: dataset.silentSites.length > 0,
    },
  ];
};

const qualityTiles = (dataset: SitePerformanceDataset, { say }: Voice): TileSource[] => {
  const { queries, entryLag } = dataset.all;
  const before = dataset.previous.all;
  const { overdueAfterDays, lateAfterDays } = dataset.parameters;
  return [
    {
      label: say('Open queries'),
      section: 'queries',
      now: queries?.open ?? null,
      before: before.queries?.open ?? null,
      context:
        queries === null
          ? say('none was imported')
          : say('{opened} opened, {closed} closed', { opened: queries.opened, closed: queries.closed }),
      trend: queries === null ? [] : weekly(dataset, (week) => week.queriesOpen),
    },
    {
      label: say('Overdue queries'),
      section: 'queries',
      now: queries?.overdue ?? null,
      before: before.queries?.overdue ?? null,
      context: say('open for more than {n## day|# days}', { n: overdueAfterDays }),
      urgent: (queries?.overdue ?? 0) > 0,
    },
    {
      label: say('Data entry lag, days'),
      section: 'entry-lag',
      now: entryLag.median,
      before: before.entryLag.median,
      context: say('median of {n#no record|# record|# records}', { n: entryLag.records }),
    },
    {
      label: say('Late records'),
      section: 'entry-lag',
      now: entryLag.late,
      before: before.entryLag.late,
      context: say('more than {n## day|# days} after collection', { n: lateAfterDays }),
    },
  ];
};

export const tiles = (dataset: SitePerformanceDataset, voice: Voice): Tile[] =>
  [...activityTiles(dataset, voice), ...qualityTiles(dataset, voice)].map((source) => tileOf(source, voice));

type Takeaway = (dataset: SitePerformanceDataset, voice: Voice) => string;

const sites: Takeaway = ({ sites: all, silentSites, all: { enrolment } }, { say }) => {
  const n = Object.keys(all).length;
  if (n === 0) return say('No site has a subject yet.');
  return say(
    '{n## site|# sites} with {ongoing#no ongoing subject|# ongoing subject|# ongoing subjects}; {silent#no site is|# site is|# sites are} silent.',
    { n, ongoing: enrolment.toDate.ongoing, silent: silentSites.length },
  );
};

const enrolment: Takeaway = ({ all, previous, period }, { say, nouns, against }) => {
  const { current, previous: before } = nouns(period);
  const { inPeriod, toDate } = all.enrolment;
  if (toDate.screened === 0) return say('No subject has been screened yet.');
  return sentence(
    say(
      '{n#no subject was|# subject was|# subjects were} randomised {current}, {compared}; {toDate} to date.',
      {
        n: inPeriod.randomised,
        current,
        compared: against(inPeriod.randomised, previous.all.enrolment.inPeriod.randomised, before),
        toDate: toDate.randomised,
      },
    ),
  );
};

const visits: Takeaway = ({ all, previous, period }, { say, nouns, against }) => {
  const { current, previous: before } = nouns(period);
  const n = all.visits.inPeriod;
  const compared = against(n, previous.all.visits.inPeriod, before);
  return sentence(
    say('{n#no visit|# visit|# visits} took place {current}, {compared}.', { n, current, compared }),
  );
};

const silence: Takeaway = ({ silentSites, parameters: { silentAfterDays: n } }, { say }) =>
  silentSites.length === 0
    ? say('No site with ongoing subjects has been silent for {n## day|# days}.', { n })
    : say('{sites## site|# sites} with ongoing subjects sent nothing for {n## day|# days} or more.', {
        sites: silentSites.length,
        n,
      });

const queries: Takeaway = ({ all, previous, period }, { say, nouns, against }) => {
  if (all.queries === null)
    return say('No query was imported for these sites, so nothing can be said of queries.');
  const { current, previous: before } = nouns(period);
  const { open: n, overdue: late, opened, closed } = all.queries;
  const compared = against(n, previous.all.queries?.open ?? 0, before);
  return sentence(
    say(
      '{n#no query is|# query is|# queries are} open, {compared}, and {late} overdue; {opened} opened and {closed} closed {current}.',
      { n, compared, late, opened, closed, current },
    ),
  );
};

const entryLag: Takeaway = ({ all: { entryLag: lag }, dataQuality, period }, voice) => {
  const { say, nouns } = voice;
  const { current } = nouns(period);
  if (lag.records === 0) return sentence(say('No record arrived {current}.', { current }));
  if (lag.median === null) {
    const why = dataQuality.notComputed.find(({ figure }) => figure === 'entryLag');
    return why === undefined ? say('Not computed.') : notComputedWords(why, voice);
  }
  return say(
    '{n## record|# records} arrived {current}, half of them within {days#the day|# day|# days} of collection; {late#none was|# was|# were} late.',
    { n: lag.records, current, days: lag.median, late: lag.late ?? 0 },
  );
};

export const TAKEAWAYS = { sites, enrolment, visits, silence, queries, 'entry-lag': entryLag } as const;

export const definitions = (
  { period, parameters }: SitePerformanceDataset,
  { say, day, nouns }: Voice,
): Definition[] => [
  {
    term: nouns(period).currentShort,
    meaning: say(
      'From {first} to {last}, both included; to date: up to {last}. The day of a record is that of its collection variable, of a query that of its opening.',
      { first: day(period.start), last: day(lastDay(period)) },
    ),
  },
  {
    term: say('Screened, randomised'),
    meaning: say(
      'Subjects in DM, and those with the protocol milestone RANDOMIZED in DS, by the site of DM.',
    ),
  },
  { term: say('Visits'), meaning: say('Rows of SV; subjects seen are counted once.') },
  {
    term: say('Silent'),
    meaning: say(
      'A site with ongoing subjects and no SDTM record of any domain for {n## whole day|# whole days} or more before the end of the period.',
      { n: parameters.silentAfterDays },
    ),
  },
  {
    term: say('Queries'),
    meaning: say(
      'Rows of the dataset QUERIES. Open: not closed before the end of the period; overdue: open for more than {n## day|# days}. Without that dataset nothing is known of queries: a dash, never a zero.',
      { n: parameters.overdueAfterDays },
    ),
  },
  {
    term: say('Data entry lag'),
    meaning: say(
      'Days from the day of collection to the local day on which the record, as it stands, arrived; late: more than {n## day|# days}. A correction arrives later than its first version, which is not kept. Not computed where more than half of all records arrived in the period, as by a first import.',
      { n: parameters.lateAfterDays },
    ),
  },
  {
    term: say('Median, 90th percentile'),
    meaning: say('The smallest number of days that half, or nine in ten, of the records do not exceed.'),
  },
];
