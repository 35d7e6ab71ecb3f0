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
      sheet: voice.say('Figures by week'),
      section: 'appendix',
      title: voice.say('Figures by week'),
      note: voice.say(
        'What the charts show, each week alone; open queries at its end. The last week is the period itself.',
      ),
      empty: voice.say('No week to show yet.'),
    },
    trends.weeks,
    [
      date('start', voice.say('First day'), (week) => week.start),
      date('end', voice.say('End (exclusive)'), (week) => week.end, { filesOnly: true }),
      figure('randomised', voice.say('Randomised'), (week) => week.randomised),
      figure('visits', voice.say('Visits'), (week) => week.visits),
      figure('queriesOpened', voice.say('Queries opened'), (week) => known(week.queriesOpened)),
      figure('queriesClosed', voice.say('Closed'), (week) => known(week.queriesClosed)),
      figure('queriesOpen', voice.say('queries§Open'), (week) => known(week.queriesOpen)),
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
