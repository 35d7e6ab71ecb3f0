/** From the rows of a cut to the content of a `site-performance` dataset. Definitions: docs/site-performance.md. */
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import type { DataQuality } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { Aggregator, Reading } from '../aggregator.ts';
import { periodBefore } from '../folds/days.ts';
import { combine, until, type Fold } from '../folds/fold.ts';
import { foldLastActivity, silentDays, silentSites, type SiteDays } from '../folds/silence.ts';
import { count, number } from '../model/words/numbers.ts';
import { parametersOf } from '../report-type.ts';
import type { SiteFigures, SitePerformanceContent, SitesFigures } from './dataset.ts';
import { foldActivity } from './figures/activity.ts';
import { COMPARED } from './figures/compared.ts';
import { foldEntryLag } from './figures/entry-lag.ts';
import { headline } from './figures/headline.ts';
import { foldOpenQueries, foldQueries } from './figures/queries.ts';
import { foldWeeks } from './figures/trends.ts';
import { sitePerformance, type SiteParameters } from './site-performance.ts';

const foldPeriod = (period: Period, timeZone: string, parameters: SiteParameters) =>
  until(
    period.end,
    combine({
      activity: foldActivity(period),
      lag: foldEntryLag(period, timeZone, parameters.lateAfterDays),
      queries: foldQueries(period, parameters.overdueAfterDays),
      lastActivity: foldLastActivity(),
    }),
  );

const foldRows = ({ period, timeZone }: Reading, parameters: SiteParameters) =>
  until(
    period.end,
    combine({
      current: foldPeriod(period, timeZone, parameters),
      previous: foldPeriod(periodBefore(period), timeZone, parameters),
      openQueries: foldOpenQueries(period, parameters.overdueAfterDays),
      weeks: foldWeeks(period.end),
    }),
  );

type Rows = ReturnType<typeof foldRows> extends Fold<infer Result> ? Result : never;
type Read = Rows['current'];

const NO_ACTIVITY = {
  enrolment: {
    toDate: {
      ...{ screened: 0, randomised: 0, screenFailures: 0 },
      ...{ completed: 0, discontinued: 0, ongoing: 0 },
    },
    inPeriod: { screened: 0, randomised: 0, screenFailures: 0, completed: 0, discontinued: 0 },
    randomisedIn28Days: 0,
  },
  visits: { inPeriod: 0, toDate: 0, subjectsInPeriod: 0 },
  events: { inPeriod: 0, toDate: 0, perRandomised: null },
} as const;

const NO_LAG = { records: 0, median: null, percentile90: null, late: null };
const NO_QUERIES = {
  ...{ opened: 0, answered: 0, closed: 0, open: 0, overdue: 0 },
  ...{ oldestDays: null, medianDaysToAnswer: null },
};

const silence = (last: string | null, { end }: Period): SiteFigures['silence'] => ({
  lastActivity: last,
  days: last === null ? null : silentDays(last, end),
});

const latest = (days: SiteDays): string | null => [...days.values()].sort().at(-1) ?? null;

const figuresOf = ({ activity, lag, queries, lastActivity }: Read, period: Period): SitesFigures => {
  const ids = new Set([...Object.keys(activity.sites), ...Object.keys(queries?.sites ?? {})]);
  const site = (siteId: string): SiteFigures => ({
    ...(activity.sites[siteId] ?? NO_ACTIVITY),
    silence: silence(lastActivity.get(siteId) ?? null, period),
    entryLag: lag.sites[siteId] ?? NO_LAG,
    queries: queries === null ? null : (queries.sites[siteId] ?? NO_QUERIES),
  });
  return {
    all: {
      ...activity.all,
      silence: silence(latest(lastActivity), period),
      entryLag: lag.all,
      queries: queries?.all ?? null,
    },
    sites: Object.fromEntries([...ids].sort().map((siteId) => [siteId, site(siteId)])),
  };
};

const contentOf = (rows: Rows, { period }: Reading, parameters: SiteParameters): SitePerformanceContent => {
  const before = periodBefore(period);
  const entries = Object.entries(rows.current.activity.sites);
  return {
    ...figuresOf(rows.current, period),
    parameters,
    previous: { period: before, ...figuresOf(rows.previous, before) },
    silentSites: silentSites(
      Object.fromEntries(entries.map(([siteId, { enrolment }]) => [siteId, enrolment.toDate])),
      rows.current.lastActivity,
      period.end,
      parameters.silentAfterDays,
    ),
    trends: { weeks: rows.weeks },
    listings: { openQueries: rows.openQueries },
  };
};

const notComputed = ({ current: { lag, queries, activity } }: Rows): DataQuality['notComputed'] => [
  ...(queries === null && activity.all.enrolment.toDate.screened > 0
    ? [
        {
          figure: 'queries',
          reason: 'No row of QUERIES was imported for these sites: nothing is known of them.',
        },
      ]
    : []),
  ...(lag.isImport
    ? [
        {
          figure: 'entryLag',
          reason: `${count(lag.arrived, 'record')} of ${number(lag.toDate)} arrived in the period, as by a first import: their lag tells of the import, not of the sites.`,
        },
      ]
    : []),
];

export const sitePerformanceAggregator: Aggregator<SitePerformanceContent> = {
  domains: [...DATED_DOMAINS, 'QUERIES'],
  fold: (reading) => {
    const parameters = parametersOf(sitePerformance, reading.parameters);
    const fold = foldRows(reading, parameters);
    return {
      on: fold.on,
      result: () => {
        const rows = fold.result();
        return {
          content: contentOf(rows, reading, parameters),
          notComputed: notComputed(rows),
          shows: () => false,
        };
      },
    };
  },
  compared: COMPARED,
  headline,
};
