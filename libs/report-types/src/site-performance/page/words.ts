/** Attention and takeaways of the report. */
import { notComputedWords } from '../../model/parts/not-computed.ts';
import { notComputedItems } from '../../model/parts/data-quality.ts';
import { silentItems } from '../../model/parts/silent-sites.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { SiteFigures, SitePerformanceDataset } from '../dataset.ts';

type Finder = (dataset: SitePerformanceDataset, voice: Voice) => AttentionItem[];

const silent: Finder = ({ silentSites }, voice) => silentItems(silentSites, 'silence', voice);

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
    sites.map((site) => say('site-performance.site-and-count', site)),
    4,
  );
  return [
    {
      lead: say('site-performance.overdue-queries'),
      sentence: say('site-performance.queries-overdue-names', {
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
    sites.map((site) => say('site-performance.site-and-days', site)),
    4,
  );
  return [
    {
      lead: say('site-performance.slow-data-entry'),
      sentence: say('site-performance.lag-of-half', { days, names }),
      section: 'entry-lag',
      urgent: false,
    },
  ];
};

export const attentionItems = (dataset: SitePerformanceDataset, voice: Voice): AttentionItem[] =>
  [silent, overdue, slow, notComputedItems].flatMap((find) => find(dataset, voice));

type Takeaway = (dataset: SitePerformanceDataset, voice: Voice) => string;

const sites: Takeaway = ({ sites: all, silentSites, all: { enrolment } }, { say }) => {
  const n = Object.keys(all).length;
  if (n === 0) return say('no-site');
  return say('site-performance.sites-takeaway', {
    n,
    ongoing: enrolment.toDate.ongoing,
    silent: silentSites.length,
  });
};

const enrolment: Takeaway = ({ all, previous, period }, { say, nouns, against }) => {
  const { current, previous: before } = nouns(period);
  const { inPeriod, toDate } = all.enrolment;
  if (toDate.screened === 0) return say('enrolment-takeaway-none');
  return sentence(
    say('site-performance.enrolment-takeaway', {
      n: inPeriod.randomised,
      current,
      compared: against(inPeriod.randomised, previous.all.enrolment.inPeriod.randomised, before),
      toDate: toDate.randomised,
    }),
  );
};

const visits: Takeaway = ({ all, previous, period }, { say, nouns, against }) => {
  const { current, previous: before } = nouns(period);
  const n = all.visits.inPeriod;
  const compared = against(n, previous.all.visits.inPeriod, before);
  return sentence(say('visits-takeaway', { n, current, compared }));
};

const silence: Takeaway = ({ silentSites, parameters: { silentAfterDays: n } }, { say }) =>
  silentSites.length === 0
    ? say('site-performance.silence-takeaway-none', { n })
    : say('site-performance.silence-takeaway', { sites: silentSites.length, n });

const queries: Takeaway = ({ all, previous, period }, { say, nouns, against }) => {
  if (all.queries === null) return say('site-performance.queries-takeaway-none');
  const { current, previous: before } = nouns(period);
  const { open: n, overdue: late, opened, closed } = all.queries;
  const compared = against(n, previous.all.queries?.open ?? 0, before);
  return sentence(say('site-performance.queries-takeaway', { n, compared, late, opened, closed, current }));
};

const entryLag: Takeaway = ({ all: { entryLag: lag }, dataQuality, period }, voice) => {
  const { say, nouns } = voice;
  const { current } = nouns(period);
  if (lag.records === 0) return sentence(say('site-performance.entry-lag-takeaway-none', { current }));
  if (lag.median === null) {
    const why = dataQuality.notComputed.find(({ figure }) => figure === 'entryLag');
    return why === undefined ? say('site-performance.not-computed') : notComputedWords(why, voice);
  }
  return say('site-performance.entry-lag-takeaway', {
    n: lag.records,
    current,
    days: lag.median,
    late: lag.late ?? 0,
  });
};

export const TAKEAWAYS = { sites, enrolment, visits, silence, queries, 'entry-lag': entryLag } as const;
