/** Attention, tiles, takeaways and definitions of the report. */
import { notComputedItems } from '../../model/parts/data-quality.ts';
import { tileOf, type TileSource } from '../../model/parts/tiles.ts';
import type { AttentionItem, Definition, Tile } from '../../model/report-model.ts';
import { dayWords, lastDay, periodNouns } from '../../model/words/dates.ts';
import { against, count, number, sentence, shortList, were } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SiteFigures, SitePerformanceDataset, SiteWeek } from '../dataset.ts';

const silent = ({ silentSites }: SitePerformanceDataset): AttentionItem[] =>
  silentSites.map(({ siteId, lastActivity, days, ongoing }) => ({
    lead: 'Silent site',
    sentence: `Site ${siteId} has sent no record in the last ${count(days, 'day')} (latest ${dayWords(lastActivity)}); ${count(ongoing, 'subject')} ${ongoing === 1 ? 'is' : 'are'} ongoing.`,
    section: 'silence',
    urgent: true,
  }));

/** Sites with more than none of something, the most first. */
const ranked = (
  { sites }: SitePerformanceDataset,
  value: (site: SiteFigures) => number | null,
): { siteId: string; n: number }[] =>
  Object.entries(sites)
    .map(([siteId, figures]) => ({ siteId, n: value(figures) ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.siteId < b.siteId ? -1 : 1));

const overdue = (dataset: SitePerformanceDataset): AttentionItem[] => {
  const sites = ranked(dataset, (site) => site.queries?.overdue ?? null);
  if (sites.length === 0) return [];
  const total = dataset.all.queries?.overdue ?? 0;
  const names = shortList(
    sites.map(({ siteId, n }) => `site ${siteId} (${number(n)})`),
    4,
  );
  const after = `open for more than ${count(dataset.parameters.overdueAfterDays, 'day')}`;
  return [
    {
      lead: 'Overdue queries',
      sentence: sentence(
        `${count(total, 'query', 'queries')} ${total === 1 ? 'is' : 'are'} ${after}: ${names}.`,
      ),
      section: 'queries',
      urgent: true,
    },
  ];
};

const slow = (dataset: SitePerformanceDataset): AttentionItem[] => {
  const { lateAfterDays } = dataset.parameters;
  const sites = ranked(dataset, ({ entryLag: { median } }) =>
    median !== null && median > lateAfterDays ? median : null,
  );
  if (sites.length === 0) return [];
  const names = shortList(
    sites.map(({ siteId, n }) => `site ${siteId} (${count(n, 'day')})`),
    4,
  );
  return [
    {
      lead: 'Slow data entry',
      sentence: `Half of the records that arrived took longer than ${count(lateAfterDays, 'day')} from ${names}.`,
      section: 'entry-lag',
      urgent: false,
    },
  ];
};

export const attentionItems = (dataset: SitePerformanceDataset, voice: Voice): AttentionItem[] =>
  [silent, overdue, slow, notComputedItems].flatMap((find) => find(dataset, voice));

const weekly = ({ trends }: SitePerformanceDataset, value: (week: SiteWeek) => number): number[] =>
  trends.weeks.map(value);

const activityTiles = (dataset: SitePerformanceDataset): TileSource[] => {
  const { enrolment, visits } = dataset.all;
  const before = dataset.previous.all;
  return [
    {
      label: 'Screened',
      section: 'enrolment',
      now: enrolment.inPeriod.screened,
      before: before.enrolment.inPeriod.screened,
      context: `${number(enrolment.toDate.screened)} to date at ${count(Object.keys(dataset.sites).length, 'site')}`,
    },
    {
      label: 'Randomised',
      section: 'enrolment',
      now: enrolment.inPeriod.randomised,
      before: before.enrolment.inPeriod.randomised,
      context: `${number(enrolment.toDate.randomised)} to date, ${number(enrolment.randomisedIn28Days)} in 28 days`,
      trend: weekly(dataset, (week) => week.randomised),
    },
    {
      label: 'Visits',
      section: 'visits',
      now: visits.inPeriod,
      before: before.visits.inPeriod,
      context: `${count(visits.subjectsInPeriod, 'subject')} seen`,
      trend: weekly(dataset, (week) => week.visits),
    },
    {
      label: 'Silent sites',
      section: 'silence',
      now: dataset.silentSites.length,
      before: null,
      context: `${count(dataset.parameters.silentAfterDays, 'day')} or more without a record`,
      urgent: dataset.silentSites.length > 0,
    },
  ];
};

const qualityTiles = (dataset: SitePerformanceDataset): TileSource[] => {
  const { queries, entryLag } = dataset.all;
  const before = dataset.previous.all;
  const trend = queries === null ? [] : weekly(dataset, (week) => week.queriesOpen);
  return [
    {
      label: 'Open queries',
      section: 'queries',
      now: queries?.open ?? null,
      before: before.queries?.open ?? null,
      context:
        queries === null
          ? 'none was imported'
          : `${number(queries.opened)} opened, ${number(queries.closed)} closed`,
      trend,
    },
    {
      label: 'Overdue queries',
      section: 'queries',
      now: queries?.overdue ?? null,
      before: before.queries?.overdue ?? null,
      context: `open for more than ${count(dataset.parameters.overdueAfterDays, 'day')}`,
      urgent: (queries?.overdue ?? 0) > 0,
    },
    {
      label: 'Data entry lag, days',
      section: 'entry-lag',
      now: entryLag.median,
      before: before.entryLag.median,
      context: `median of ${count(entryLag.records, 'record')}`,
    },
    {
      label: 'Late records',
      section: 'entry-lag',
      now: entryLag.late,
      before: before.entryLag.late,
      context: `more than ${count(dataset.parameters.lateAfterDays, 'day')} after collection`,
    },
  ];
};

export const tiles = (dataset: SitePerformanceDataset, voice: Voice): Tile[] =>
  [...activityTiles(dataset), ...qualityTiles(dataset)].map((source) => tileOf(source, voice));

type Takeaway = (dataset: SitePerformanceDataset) => string;

const sites: Takeaway = ({ sites: all, silentSites, all: { enrolment } }) => {
  const n = Object.keys(all).length;
  if (n === 0) return 'No site has a subject yet.';
  return sentence(
    `${count(n, 'site')} with ${count(enrolment.toDate.ongoing, 'ongoing subject')}; ${count(silentSites.length, 'site')} ${silentSites.length <= 1 ? 'is' : 'are'} silent.`,
  );
};

const enrolment: Takeaway = ({ all, previous, period }) => {
  const { current, previous: before } = periodNouns(period);
  const { inPeriod, toDate } = all.enrolment;
  if (toDate.screened === 0) return 'No subject has been screened yet.';
  return sentence(
    `${count(inPeriod.randomised, 'subject')} ${were(inPeriod.randomised)} randomised ${current}, ` +
      `${against(inPeriod.randomised, previous.all.enrolment.inPeriod.randomised)} ${before}; ${number(toDate.randomised)} to date.`,
  );
};

const visits: Takeaway = ({ all, previous, period }) => {
  const { current, previous: before } = periodNouns(period);
  return sentence(
    `${count(all.visits.inPeriod, 'visit')} took place ${current}, ${against(all.visits.inPeriod, previous.all.visits.inPeriod)} ${before}.`,
  );
};

const silence: Takeaway = ({ silentSites, parameters }) =>
  silentSites.length === 0
    ? `No site with ongoing subjects has been silent for ${count(parameters.silentAfterDays, 'day')}.`
    : sentence(
        `${count(silentSites.length, 'site')} with ongoing subjects sent nothing for ${count(parameters.silentAfterDays, 'day')} or more.`,
      );

const queries: Takeaway = ({ all, previous, period }) => {
  if (all.queries === null)
    return 'No query was imported for these sites, so nothing can be said of queries.';
  const { current, previous: before } = periodNouns(period);
  const { open, overdue: late, opened, closed } = all.queries;
  return sentence(
    `${count(open, 'query', 'queries')} ${open <= 1 ? 'is' : 'are'} open, ${against(open, previous.all.queries?.open ?? 0)} ${before}, ` +
      `and ${number(late)} overdue; ${number(opened)} ${were(opened)} opened and ${number(closed)} closed ${current}.`,
  );
};

const entryLag: Takeaway = ({ all: { entryLag: lag }, dataQuality, period }) => {
  const { current } = periodNouns(period);
  if (lag.records === 0) return `No record arrived ${current}.`;
  if (lag.median === null)
    return dataQuality.notComputed.find(({ figure }) => figure === 'entryLag')?.reason ?? 'Not computed.';
  return sentence(
    `${count(lag.records, 'record')} arrived ${current}, half of them within ${count(lag.median, 'day')} of collection; ${number(lag.late)} ${were(lag.late ?? 0)} late.`,
  );
};

export const TAKEAWAYS = { sites, enrolment, visits, silence, queries, 'entry-lag': entryLag } as const;

export const definitions = ({ period, parameters }: SitePerformanceDataset): Definition[] => [
  {
    term: periodNouns(period).currentShort,
    meaning: `From ${dayWords(period.start)} to ${dayWords(lastDay(period))}, both included; to date: up to ${dayWords(lastDay(period))}. The day of a record is that of its collection variable, of a query that of its opening.`,
  },
  {
    term: 'Screened, randomised',
    meaning: 'Subjects in DM, and those with the protocol milestone RANDOMIZED in DS, by the site of DM.',
  },
  { term: 'Visits', meaning: 'Rows of SV; subjects seen are counted once.' },
  {
    term: 'Silent',
    meaning: `A site with ongoing subjects and no SDTM record of any domain for ${count(parameters.silentAfterDays, 'whole day')} or more before the end of the period.`,
  },
  {
    term: 'Queries',
    meaning: `Rows of the dataset QUERIES. Open: not closed before the end of the period; overdue: open for more than ${count(parameters.overdueAfterDays, 'day')}. Without that dataset nothing is known of queries: a dash, never a zero.`,
  },
  {
    term: 'Data entry lag',
    meaning: `Days from the day of collection to the local day on which the record, as it stands, arrived; late: more than ${count(parameters.lateAfterDays, 'day')}. A correction arrives later than its first version, which is not kept. Not computed where more than half of all records arrived in the period, as by a first import.`,
  },
  {
    term: 'Median, 90th percentile',
    meaning: 'The smallest number of days that half, or nine in ten, of the records do not exceed.',
  },
];
