import { date, figure, tableOf, text, yesNo, type Table } from '../../../model/table.ts';
import type { Voice } from '../../../model/words/voice.ts';
import type { SitePerformanceDataset } from '../../dataset.ts';
import { siteLines } from './sites.ts';

export const queryTables = (dataset: SitePerformanceDataset, voice: Voice): Table[] => {
  const { all, listings, parameters, period } = dataset;
  const unknown = voice.say('site-performance.no-query-imported');
  return [
    tableOf(
      {
        name: 'queries-by-site',
        sheet: voice.say('site-performance.queries-by-site'),
        section: 'queries',
        title: voice.say('by-site'),
        note: voice.say('site-performance.queries-note', {
          current: voice.nouns(period).current,
          n: parameters.overdueAfterDays,
        }),
        empty: unknown,
      },
      all.queries === null ? [] : siteLines(dataset),
      [
        text('siteId', voice.say('site')),
        figure('opened', voice.say('site-performance.opened'), (site) => site.queries?.opened ?? null),
        figure('answered', voice.say('site-performance.answered'), (site) => site.queries?.answered ?? null),
        figure('closed', voice.say('site-performance.closed'), (site) => site.queries?.closed ?? null),
        figure('open', voice.say('site-performance.open'), (site) => site.queries?.open ?? null),
        figure('overdue', voice.say('site-performance.overdue'), (site) => site.queries?.overdue ?? null),
        figure(
          'oldestDays',
          voice.say('site-performance.oldest-days'),
          (site) => site.queries?.oldestDays ?? null,
        ),
        figure(
          'medianDaysToAnswer',
          voice.say('site-performance.median-days-to-answer'),
          (site) => site.queries?.medianDaysToAnswer ?? null,
        ),
      ],
    ),
    tableOf(
      {
        name: 'open-queries',
        sheet: voice.say('site-performance.open-queries'),
        section: 'queries',
        title: voice.say('site-performance.listing-open-queries'),
        listing: true,
        note: voice.say('site-performance.overdue-queries-note'),
        empty: all.queries === null ? unknown : voice.say('site-performance.no-query-is-open'),
      },
      listings.openQueries,
      [
        yesNo('isOverdue', voice.say('site-performance.overdue')),
        text('siteId', voice.say('site')),
        text('queryId', voice.say('site-performance.query')),
        text('subject', voice.say('subject')),
        text('domain', voice.say('domain')),
        text('variable', voice.say('site-performance.variable')),
        date('opened', voice.say('site-performance.opened')),
        figure('days', voice.say('site-performance.days-open')),
        date('answered', voice.say('site-performance.answered')),
      ],
    ),
  ];
};
