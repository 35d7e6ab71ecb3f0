/** Every table of the report, in its order. */
import { changeTables } from '../../model/parts/changes.ts';
import { dataQualityTables } from '../../model/parts/data-quality.ts';
import { figuresTable } from '../../model/parts/figures.ts';
import { manifestTables } from '../../model/parts/manifest.ts';
import type { Drawing } from '../../model/report-model.ts';
import { date, figure, tableOf, type Table } from '../../model/table.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SiteFigures, SitePerformanceDataset, SitesFigures } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';
import { queryTables } from './tables/queries.ts';
import { siteTables } from './tables/sites.ts';

const weeks = ({ trends, all }: SitePerformanceDataset, voice: Voice): Table => {
  const known = (value: number) => (all.queries === null ? null : value);
  return tableOf(
    {
      name: 'figures-by-week',
      sheet: voice.say('figures-by-week'),
      section: 'appendix',
      title: voice.say('figures-by-week'),
      note: voice.say('site-performance.trends-note'),
      empty: voice.say('no-week-to-show-yet'),
    },
    trends.weeks,
    [
      date('start', voice.say('first-day'), (week) => week.start),
      date('end', voice.say('end-exclusive'), (week) => week.end, { filesOnly: true }),
      figure('randomised', voice.say('randomised'), (week) => week.randomised),
      figure('visits', voice.say('visits'), (week) => week.visits),
      figure('queriesOpened', voice.say('site-performance.queries-opened'), (week) =>
        known(week.queriesOpened),
      ),
      figure('queriesClosed', voice.say('site-performance.closed'), (week) => known(week.queriesClosed)),
      figure('queriesOpen', voice.say('site-performance.open'), (week) => known(week.queriesOpen)),
    ],
  );
};

/** Days are no figures: a figure has a number or none. */
const numbersOf = ({ silence: { days }, ...rest }: SiteFigures) => ({ ...rest, silence: { days } });

const figuresOnly = ({ all, sites }: SitesFigures) => ({
  all: numbersOf(all),
  sites: Object.fromEntries(Object.entries(sites).map(([siteId, each]) => [siteId, numbersOf(each)])),
});

export const sitePerformanceTables = (
  dataset: SitePerformanceDataset,
  voice: Voice,
  drawing: Drawing,
): Table[] => [
  ...siteTables(dataset, voice),
  ...queryTables(dataset, voice),
  ...changeTables(dataset, COMPARED, voice),
  ...dataQualityTables(dataset, voice, drawing),
  weeks(dataset, voice),
  ...manifestTables(dataset, voice),
  figuresTable(figuresOnly(dataset), figuresOnly(dataset.previous), voice),
];
