/** What a `site-performance` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import { parameterLine } from '../../model/parts/manifest.ts';
import type { SitePerformanceDataset } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';
import { sitePerformance } from '../site-performance.ts';
import { charts, trends } from './charts.ts';
import { sitePerformanceTables } from './tables.ts';
import { attentionItems, definitions, TAKEAWAYS, tiles } from './words.ts';

export const sitePerformanceModel = modelBuilder({
  type: sitePerformance,
  compared: COMPARED,
  attention: attentionItems,
  doubts: ({ attention: { doubts } }) => doubts,
  calm: (_dataset, { say }) => say('site-performance.nothing-urgent'),
  tiles,
  trends,
  definitions,
  about: ({ parameters }: SitePerformanceDataset, voice) => [parameterLine(parameters, voice)],
  takeaways: TAKEAWAYS,
  charts,
  tables: sitePerformanceTables,
});
