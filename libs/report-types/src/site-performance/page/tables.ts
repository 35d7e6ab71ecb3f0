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

const weeks = ({ trends, all }: SitePerformanceDataset): Table => {
  const known = (value: number) => (all.queries === null ? null : value);
  return tableOf(
    {
      name: 'figures-by-week',
      sheet: 'Figures by week',
      section: 'appendix',
      title: 'Figures by week',
      note: 'What the charts show, each week alone; open queries at its end. The last week is the period itself.',
      empty: 'No week to show yet.',
    },
    trends.weeks,
    [
      date('start', 'First day', (week) => week.start),
      date('end', 'End (exclusive)', (week) => week.end, { filesOnly: true }),
      figure('randomised', 'Randomised', (week) => week.randomised),
      figure('visits', 'Visits', (week) => week.visits),
      figure('queriesOpened', 'Queries opened', (week) => known(week.queriesOpened)),
      figure('queriesClosed', 'Closed', (week) => known(week.queriesClosed)),
      figure('queriesOpen', 'Open', (week) => known(week.queriesOpen)),
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
  ...siteTables(dataset),
  ...queryTables(dataset),
  ...changeTables(dataset, COMPARED, voice),
  ...dataQualityTables(dataset, voice, drawing),
  weeks(dataset),
  ...manifestTables(dataset, voice),
  figuresTable(figuresOnly(dataset), figuresOnly(dataset.previous), voice),
];
