import { date, figure, tableOf, text, yesNo, type Table } from '../../../model/table.ts';
import { periodNouns } from '../../../model/words/dates.ts';
import type { SitePerformanceDataset } from '../../dataset.ts';
import { siteLines } from './sites.ts';

const UNKNOWN = 'No query was imported for these sites: nothing is known of them.';

export const queryTables = (dataset: SitePerformanceDataset): Table[] => {
  const { all, listings, parameters, period } = dataset;
  const when = periodNouns(period).currentShort.toLowerCase();
  const overdue = `overdue: open for more than ${String(parameters.overdueAfterDays)} days`;
  return [
    tableOf(
      {
        name: 'queries-by-site',
        sheet: 'Queries by site',
        section: 'queries',
        title: 'By site',
        note: `Queries opened, answered and closed ${when}; open at the end of the period; ${overdue}. The median is of all answers to date.`,
        empty: UNKNOWN,
      },
      all.queries === null ? [] : siteLines(dataset),
      [
        text('siteId', 'Site', (site) => site.siteId),
        figure('opened', 'Opened', (site) => site.queries?.opened ?? null),
        figure('answered', 'Answered', (site) => site.queries?.answered ?? null),
        figure('closed', 'Closed', (site) => site.queries?.closed ?? null),
        figure('open', 'Open', (site) => site.queries?.open ?? null),
        figure('overdue', 'Overdue', (site) => site.queries?.overdue ?? null),
        figure('oldestDays', 'Oldest, days', (site) => site.queries?.oldestDays ?? null),
        figure(
          'medianDaysToAnswer',
          'Median days to answer',
          (site) => site.queries?.medianDaysToAnswer ?? null,
        ),
      ],
    ),
    tableOf(
      {
        name: 'open-queries',
        sheet: 'Open queries',
        section: 'queries',
        title: 'Listing: open queries',
        listing: true,
        note: 'At the end of the period, the oldest first.',
        empty: all.queries === null ? UNKNOWN : 'No query is open.',
      },
      listings.openQueries,
      [
        yesNo('isOverdue', 'Overdue', (query) => query.isOverdue),
        text('siteId', 'Site', (query) => query.siteId),
        text('queryId', 'Query', (query) => query.queryId),
        text('subject', 'Subject', (query) => query.subject),
        text('domain', 'Domain', (query) => query.domain),
        text('variable', 'Variable', (query) => query.variable),
        date('opened', 'Opened', (query) => query.opened),
        figure('days', 'Days open', (query) => query.days),
        date('answered', 'Answered', (query) => query.answered),
      ],
    ),
  ];
};
