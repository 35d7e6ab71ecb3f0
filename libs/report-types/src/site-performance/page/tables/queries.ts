import { date, figure, tableOf, text, yesNo, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { SitePerformanceDataset } from '../../dataset.ts';
import { siteLines } from './sites.ts';

export const queryTables = (dataset: SitePerformanceDataset, voice: Voice): Table[] => {
  const { all, listings, parameters, period } = dataset;
  const unknown = voice.say('No query was imported for these sites: nothing is known of them.');
  return [
    tableOf(
      {
        name: 'queries-by-site',
        sheet: voice.say('Queries by site'),
        section: 'queries',
        title: voice.say('By site'),
        note: voice.say(
          'Queries opened, answered and closed {current}; open at the end of the period; overdue: open for more than {n## day|# days}. The median is of all answers to date.',
          { current: voice.nouns(period).current, n: parameters.overdueAfterDays },
        ),
        empty: unknown,
      },
      all.queries === null ? [] : siteLines(dataset),
      [
        text('siteId', voice.say('Site'), (site) => site.siteId),
        figure('opened', voice.say('Opened'), (site) => site.queries?.opened ?? null),
        figure('answered', voice.say('Answered'), (site) => site.queries?.answered ?? null),
        figure('closed', voice.say('Closed'), (site) => site.queries?.closed ?? null),
        figure('open', voice.say('queries§Open'), (site) => site.queries?.open ?? null),
        figure('overdue', voice.say('Overdue'), (site) => site.queries?.overdue ?? null),
        figure('oldestDays', voice.say('Oldest, days'), (site) => site.queries?.oldestDays ?? null),
        figure(
          'medianDaysToAnswer',
          voice.say('Median days to answer'),
          (site) => site.queries?.medianDaysToAnswer ?? null,
        ),
      ],
    ),
    tableOf(
      {
        name: 'open-queries',
        sheet: voice.say('Open queries'),
        section: 'queries',
        title: voice.say('Listing: open queries'),
        listing: true,
        note: voice.say('At the end of the period, the oldest first.'),
        empty: all.queries === null ? unknown : voice.say('No query is open.'),
      },
      listings.openQueries,
      [
        yesNo('isOverdue', voice.say('Overdue'), (query) => query.isOverdue),
        text('siteId', voice.say('Site'), (query) => query.siteId),
        text('queryId', voice.say('Query'), (query) => query.queryId),
        text('subject', voice.say('Subject'), (query) => query.subject),
        text('domain', voice.say('Domain'), (query) => query.domain),
        text('variable', voice.say('Variable'), (query) => query.variable),
        date('opened', voice.say('Opened'), (query) => query.opened),
        figure('days', voice.say('Days open'), (query) => query.days),
        date('answered', voice.say('Answered'), (query) => query.answered),
      ],
    ),
  ];
};
