/** From the rows of a cut to the content of a `site-performance` dataset. Definitions: docs/site-performance.md. */
import { DATED_DOMAINS } from '@rounds/contracts/cut';
import type { NotComputed } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import type { Aggregator, Reading } from '../aggregator.ts';
import { comparedOf, needsOf } from '../figures/declared.ts';
import { periodBefore } from '../folds/days.ts';
import { GROWING_DOMAINS, combine, until, type Fold } from '../folds/fold.ts';
import { foldLastActivity, foldLastDay, silentDays, silentSites } from '../folds/silence.ts';
import { parametersOf } from '../report-type.ts';
import type { SiteFigures, SitePerformanceContent, SitesFigures } from './dataset.ts';
import { foldOfNoPart } from '../quality/of-no-part.ts';
import { foldRowQuality } from '../quality/row-quality.ts';
import type { Known } from '../terms/known.ts';
import { emptyEnrolment, foldActivity } from './figures/activity.ts';
import { foldEntryLag } from './figures/entry-lag.ts';
import { FIGURES } from './figures/figures.ts';
import { headline } from './figures/headline.ts';
import { foldOpenQueries, foldQueries } from './figures/queries.ts';
import { foldWeeks } from './figures/trends.ts';
import { sitePerformance, type SiteParameters } from './site-performance.ts';

const foldPeriod = (
  period: Period,
  { timeZone, known }: Pick<Reading, 'timeZone' | 'known'>,
  parameters: SiteParameters,
) =>
  until(
    period.end,
    combine({
      activity: foldActivity(period, known),
      lag: foldEntryLag(period, timeZone, parameters.lateAfterDays),
      queries: foldQueries(period, parameters.overdueAfterDays),
      lastActivity: foldLastActivity(period.end),
      lastDay: foldLastDay(period.end),
    }),
  );

const foldRows = (reading: Reading, parameters: SiteParameters) => {
  const { period, known } = reading;
  return until(
    period.end,
    combine({
      current: foldPeriod(period, reading, parameters),
      previous: foldPeriod(periodBefore(period), reading, parameters),
      openQueries: foldOpenQueries(period, parameters.overdueAfterDays),
      weeks: foldWeeks(period.end, known),
      quality: foldRowQuality(needsOf(FIGURES, reading), period, known),
      ofNoPart: foldOfNoPart('all.enrolment.toDate', known),
    }),
  );
};

type Rows = ReturnType<typeof foldRows> extends Fold<infer Result> ? Result : never;
type Read = Rows['current'];

const NO_ACTIVITY = {
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

/** @param knowsQueries of the report: whether any came before the end of its period */
const figuresOf = (
  { activity, lag, queries, lastActivity, lastDay }: Read,
  period: Period,
  known: Known,
  knowsQueries: boolean,
): SitesFigures => {
  const enrolment = emptyEnrolment(known);
  const siteIds = new Set([...lastActivity.keys(), ...Object.keys(queries.sites)]);
  const site = (siteId: string): SiteFigures => ({
    ...(activity.sites[siteId] ?? { enrolment, ...NO_ACTIVITY }),
    silence: silence(lastActivity.get(siteId) ?? null, period),
    entryLag: lag.sites[siteId] ?? NO_LAG,
    queries: knowsQueries ? (queries.sites[siteId] ?? NO_QUERIES) : null,
  });
  return {
    all: {
      ...activity.all,
      silence: silence(lastDay, period),
      entryLag: lag.all,
      queries: knowsQueries ? queries.all : null,
    },
    sites: Object.fromEntries([...siteIds].sort().map((siteId) => [siteId, site(siteId)])),
  };
};

const contentOf = (
  rows: Rows,
  { period, known }: Reading,
  parameters: SiteParameters,
): SitePerformanceContent => {
  const before = periodBefore(period);
  const { isAny } = rows.current.queries;
  const entries = Object.entries(rows.current.activity.sites);
  return {
    ...figuresOf(rows.current, period, known, isAny),
    parameters,
    previous: { period: before, ...figuresOf(rows.previous, before, known, isAny) },
    silentSites: silentSites(
      Object.fromEntries(entries.map(([siteId, { enrolment }]) => [siteId, enrolment.toDate.ongoing])),
      rows.current.lastActivity,
      period.end,
      parameters.silentAfterDays,
    ),
    trends: { weeks: rows.weeks },
    listings: { openQueries: rows.openQueries },
    attention: { doubts: [] },
  };
};

const notComputed = ({ current: { lag, queries, activity } }: Rows): NotComputed[] => [
  ...(!queries.isAny && activity.all.enrolment.toDate.screened > 0
    ? [
        {
          figure: 'queries',
          code: 'queries-lacking' as const,
          values: {},
        },
      ]
    : []),
  ...(lag.isImport
    ? [
        {
          figure: 'entryLag',
          code: 'lag-of-import' as const,
          values: { records: lag.arrived, all: lag.toDate },
        },
      ]
    : []),
];

export const sitePerformanceAggregator: Aggregator<SitePerformanceContent> = {
  domains: [...DATED_DOMAINS, 'QUERIES'],
  keeps: GROWING_DOMAINS,
  asksWhenReceived: true,
  fold: (reading) => {
    const parameters = parametersOf(sitePerformance, reading.parameters);
    const fold = foldRows(reading, parameters);
    return {
      ...fold,
      result: () => {
        const rows = fold.result();
        return {
          content: contentOf(rows, reading, parameters),
          quality: {
            ...rows.quality,
            notComputed: [...rows.quality.notComputed, ...rows.ofNoPart, ...notComputed(rows)],
          },
          shows: () => false,
        };
      },
    };
  },
  // That site after site speaks is seen of every domain; whether one is silent, of those whose subjects are ongoing.
  urgent: {
    rows: { DM: () => false, DS: () => false },
    tellsLate: false,
    withDoubts: (content, doubts) => ({ ...content, attention: { doubts } }),
    doubtsIn: ({ attention: { doubts } }) => doubts,
  },
  compared: comparedOf(FIGURES),
  headline,
};
