/** What a `site-performance` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import { parameterLine } from '../../model/parts/manifest.ts';
import { figure } from '../../model/table.ts';
import { lastDay } from '../../model/words/days.ts';
import type { SiteFigures, SitePerformanceDataset, SitesFigures } from '../dataset.ts';
import { FIGURES } from '../figures/figures.ts';
import { sitePerformance } from '../site-performance.ts';
import { charts, trends } from './charts.ts';
import { sitePerformanceTables } from './tables.ts';
import { attentionItems, TAKEAWAYS } from './words.ts';

/** Days are no figures: a figure has a number or none. */
const numbersOf = ({ silence: { days }, ...rest }: SiteFigures) => ({ ...rest, silence: { days } });

const figuresOf = ({ all, sites }: SitesFigures) => ({
  all: numbersOf(all),
  sites: Object.fromEntries(Object.entries(sites).map(([siteId, each]) => [siteId, numbersOf(each)])),
});

export const sitePerformanceModel = modelBuilder({
  type: sitePerformance,
  figures: FIGURES,
  figuresOf,
  attention: attentionItems,
  doubts: ({ attention: { doubts } }) => doubts,
  calm: (_dataset, { say }) => say('site-performance.nothing-urgent'),
  trends,
  definitions: ({ period }, figures, { say, day, nouns }) => [
    {
      term: nouns(period).currentShort,
      meaning: say('site-performance.period-meaning', {
        first: day(period.start),
        last: day(lastDay(period)),
      }),
    },
    ...figures,
  ],
  about: ({ parameters }: SitePerformanceDataset, voice) => [parameterLine(parameters, voice)],
  takeaways: TAKEAWAYS,
  charts,
  tables: sitePerformanceTables,
  weeks: {
    note: 'site-performance.trends-note',
    columns: ({ all }, { say }) => {
      const known = (value: number) => (all.queries === null ? null : value);
      return [
        figure('randomised', say('randomised')),
        figure('visits', say('visits')),
        figure('queriesOpened', say('site-performance.queries-opened'), (week) => known(week.queriesOpened)),
        figure('queriesClosed', say('site-performance.closed'), (week) => known(week.queriesClosed)),
        figure('queriesOpen', say('site-performance.open'), (week) => known(week.queriesOpen)),
      ];
    },
  },
});
