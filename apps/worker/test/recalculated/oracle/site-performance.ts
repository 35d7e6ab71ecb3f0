/** The figures of docs/site-performance.md a second time. */
import { lacks } from './codes.ts';
import { siteDoubts } from './doubts.ts';
import { enrolmentOf, randomisedBefore } from './enrolment.ts';
import { DOMAINS } from './held.ts';
import { implausibleLines, linesOf } from './lines.ts';
import type { Line } from './operational.ts';
import { quality } from './quality.ts';
import {
  before,
  inPeriod,
  positive,
  sorted,
  subjectsOf,
  type DatedRow,
  type Period,
  type Seen,
} from './seen.ts';
import { silentSites } from './silence.ts';
import { daysFrom, dividedBy, fraction, localDay, plusDays, rounded } from './values.ts';
import { weeksOf } from './weeks.ts';

export interface SiteParameters {
  readonly silentAfterDays: number;
  readonly overdueAfterDays: number;
  readonly lateAfterDays: number;
}

/** Of one site, or of all of the scope. */
type OfSite = (site: string | null) => boolean;

const every = (seen: Seen, end: string): DatedRow[] =>
  DOMAINS.flatMap((domain) => [...seen.toDate(domain, end)]);

/** "the smallest number of days that so many do not exceed" */
const percentile = (days: readonly number[], percent: number): number | null =>
  [...days]
    .sort((a, b) => a - b)
    .find((day) => days.filter((each) => each <= day).length * 100 >= days.length * percent) ?? null;

const arrivedOn = (seen: Seen, { receivedAt }: DatedRow): string => localDay(receivedAt, seen.timeZone);

const entryLag = (seen: Seen, period: Period, late: number, isOf: OfSite) => {
  const rows = every(seen, period.end);
  const arrived = rows.filter((row) => inPeriod(arrivedOn(seen, row), period));
  const own = arrived.filter(({ site }) => isOf(site));
  const records = own.length;
  // "Where more than half of all records to date arrived in the period, they came with a first import."
  if (records === 0 || arrived.length * 2 > rows.length)
    return { records, median: null, percentile90: null, late: null };
  const days = own.map((row) => Math.max(0, daysFrom(row.day, arrivedOn(seen, row))));
  return {
    records,
    median: percentile(days, 50),
    percentile90: percentile(days, 90),
    late: days.filter((each) => each > late).length,
  };
};

const queriesOf = (lines: readonly Line[] | undefined, { start, end }: Period, overdue: number) => {
  if (lines === undefined) return null;
  const opened = lines.filter(({ openedAt = '' }) => openedAt < end);
  const within = (name: string) =>
    opened.filter((line) => inPeriod(line[name] ?? null, { start, end })).length;
  const open = opened
    .filter(({ closedAt = '9999' }) => closedAt >= end)
    .map(({ openedAt = '' }) => daysFrom(openedAt, end));
  const answers = opened
    .filter(({ answeredAt = '9999' }) => answeredAt < end)
    .map(({ openedAt = '', answeredAt = '' }) => daysFrom(openedAt, answeredAt));
  return {
    ...{ opened: within('openedAt'), answered: within('answeredAt'), closed: within('closedAt') },
    open: open.length,
    overdue: open.filter((days) => days > overdue).length,
    oldestDays: open.length === 0 ? null : Math.max(...open),
    medianDaysToAnswer: percentile(answers, 50),
  };
};

const figuresOf = (
  seen: Seen,
  period: Period,
  lines: readonly Line[] | undefined,
  parameters: SiteParameters,
  siteId: string | null,
) => {
  const isOf: OfSite = (site) => siteId === null || site === siteId;
  const { end } = period;
  const own = (domain: string) => seen.toDate(domain, end).filter(({ site }) => isOf(site));
  const within = (rows: readonly DatedRow[]) => rows.filter(({ day }) => inPeriod(day, period));
  const enrolment = enrolmentOf(seen, period, ({ site }) => isOf(site));
  const { randomised } = enrolment.toDate;
  const lately = randomisedBefore(seen, end).filter(
    ({ site, day }) => isOf(site) && day >= plusDays(end, -28),
  );
  const [visits, events] = [own('SV'), own('AE')];
  const lastActivity =
    sorted(
      every(seen, end)
        .filter(({ site }) => isOf(site))
        .map(({ day }) => day),
    ).at(-1) ?? null;
  return {
    enrolment: { ...enrolment, randomisedIn28Days: randomised === null ? null : subjectsOf(lately) },
    visits: {
      inPeriod: within(visits).length,
      toDate: visits.length,
      subjectsInPeriod: subjectsOf(within(visits)),
    },
    events: {
      inPeriod: within(events).length,
      toDate: events.length,
      perRandomised:
        randomised === null || randomised === 0
          ? null
          : rounded(dividedBy(fraction(String(events.length)), fraction(String(randomised)))),
    },
    silence: { lastActivity, days: lastActivity === null ? null : daysFrom(lastActivity, end) - 1 },
    entryLag: entryLag(seen, period, parameters.lateAfterDays, isOf),
    queries: queriesOf(
      lines?.filter(({ site = '' }) => isOf(site)),
      period,
      parameters.overdueAfterDays,
    ),
  };
};

/** "each site that has a row or a query to date" */
const sitesOf = (seen: Seen, end: string, lines: readonly Line[] = []): string[] => {
  const asked = lines.filter(({ openedAt = '' }) => openedAt < end).map(({ site = '' }) => site);
  return sorted([...every(seen, end).flatMap(({ site }) => site ?? []), ...asked]);
};

const both = (
  seen: Seen,
  period: Period,
  lines: readonly Line[] | undefined,
  parameters: SiteParameters,
) => ({
  all: figuresOf(seen, period, lines, parameters, null),
  sites: Object.fromEntries(
    sitesOf(seen, period.end, lines).map((siteId) => [
      siteId,
      figuresOf(seen, period, lines, parameters, siteId),
    ]),
  ),
});

const openQueries = (lines: readonly Line[] | undefined, { end }: Period, overdue: number) =>
  (lines ?? [])
    .filter(({ openedAt = '', closedAt = '9999' }) => openedAt < end && closedAt >= end)
    .sort((a, b) => (`${a.openedAt ?? ''} ${a.id ?? ''}` < `${b.openedAt ?? ''} ${b.id ?? ''}` ? -1 : 1))
    .map(({ id, site, subject = '', domain = '', variable = '', openedAt = '', answeredAt = '9999' }) => ({
      ...{
        queryId: id,
        siteId: site,
        subject,
        domain: domain.toUpperCase(),
        variable: variable.toUpperCase(),
      },
      ...{ opened: openedAt, days: daysFrom(openedAt, end), answered: answeredAt < end ? answeredAt : null },
      isOverdue: daysFrom(openedAt, end) > overdue,
    }));

const trends = (seen: Seen, { end }: Period, lines: readonly Line[] = []) => {
  const opened = lines.map(({ openedAt = '' }) => openedAt).filter((day) => day < end);
  const closed = lines
    .filter(({ openedAt = '' }) => openedAt < end)
    .flatMap(({ closedAt }) => closedAt ?? [])
    .filter((day) => day < end);
  const knowsRandomised = !lacks(seen.held, 'DS.DSCAT') && !lacks(seen.held, 'DS.DSDECOD');
  const rows = [...seen.toDate('DM', end), ...randomisedBefore(seen, end), ...seen.toDate('SV', end)].map(
    ({ day }) => day,
  );
  return weeksOf([...rows, ...opened], end).map((week) => ({
    ...week,
    randomised: knowsRandomised
      ? subjectsOf(randomisedBefore(seen, end).filter(({ day }) => inPeriod(day, week)))
      : null,
    visits: seen.inPeriod('SV', week).length,
    queriesOpened: opened.filter((day) => inPeriod(day, week)).length,
    queriesClosed: closed.filter((day) => inPeriod(day, week)).length,
    queriesOpen:
      opened.filter((day) => day < week.end).length - closed.filter((day) => day < week.end).length,
  }));
};

const READ = {
  domains: [...DOMAINS, 'QUERIES'],
  variables: ['DS.DSCAT', 'DS.DSDECOD', 'DS.DSSCAT', 'DS.EPOCH'],
  isRead: () => true,
};

const withQueries = (told: ReturnType<typeof quality>, QUERIES: number) => ({
  ...told,
  implausibleDates: positive({ ...told.implausibleDates, QUERIES }),
});

export const sitePerformance = (seen: Seen, parameters: SiteParameters) => {
  const { period } = seen;
  const own = linesOf(seen, 'queries');
  // "where no query of the scope was opened before the end of the period, all are null"
  const isAny = own.some(({ openedAt = '' }) => openedAt < period.end);
  const lines = isAny ? own : undefined;
  const now = both(seen, period, lines, parameters);
  const ongoing = Object.fromEntries(
    Object.entries(now.sites).map(([siteId, { enrolment }]) => [siteId, enrolment.toDate.ongoing]),
  );
  return {
    ...now,
    parameters,
    previous: { period: before(period), ...both(seen, before(period), lines, parameters) },
    silentSites: silentSites(seen, ongoing, period.end, parameters.silentAfterDays),
    attention: { doubts: siteDoubts(seen) },
    trends: { weeks: trends(seen, period, lines) },
    listings: { openQueries: openQueries(lines, period, parameters.overdueAfterDays) },
    dataQuality: withQueries(quality(seen, READ), implausibleLines(seen, 'queries')),
  };
};
