/** What a `site-performance` report says. */
import { changeBlocks, changesInWords, changesTakeaway } from '../../model/parts/changes.ts';
import { sectionsOf } from '../../model/parts/compose.ts';
import { dataQualityTakeaway } from '../../model/parts/data-quality.ts';
import {
  aboutBlocks,
  aboutReport,
  headOf,
  manifestTakeaway,
  parameterLine,
} from '../../model/parts/manifest.ts';
import type { Definition, Drawing, ModelBuilder, Section } from '../../model/report-model.ts';
import { periodNouns, periodWords } from '../../model/words/dates.ts';
import type { SitePerformanceDataset } from '../dataset.ts';
import { sitePerformance } from '../site-performance.ts';
import { charts, trends } from './charts.ts';
import { sitePerformanceTables } from './tables.ts';
import { attentionItems, definitions, TAKEAWAYS, tiles } from './words.ts';

const sections = (
  dataset: SitePerformanceDataset,
  drawing: Drawing,
  about: readonly Definition[],
): Section[] => {
  const drawn = charts(dataset);
  const charted = (id: keyof typeof drawn) => {
    const chart = drawn[id];
    return { takeaway: TAKEAWAYS[id](dataset), ...(chart && { chart }) };
  };
  return sectionsOf(
    sitePerformance.sections,
    {
      sites: { takeaway: TAKEAWAYS.sites(dataset) },
      enrolment: charted('enrolment'),
      visits: charted('visits'),
      silence: { takeaway: TAKEAWAYS.silence(dataset) },
      queries: charted('queries'),
      'entry-lag': { takeaway: TAKEAWAYS['entry-lag'](dataset) },
      changes: { takeaway: changesTakeaway(dataset), blocks: changeBlocks(dataset) },
      'data-quality': { takeaway: dataQualityTakeaway(dataset, drawing) },
      appendix: { takeaway: manifestTakeaway(dataset), blocks: aboutBlocks(about) },
    },
    sitePerformanceTables(dataset, drawing),
  );
};

export const sitePerformanceModel: ModelBuilder<SitePerformanceDataset> = {
  build: (dataset, drawing) => {
    const previous = periodWords(dataset.previous.period);
    const about = [...aboutReport(dataset, previous), parameterLine(dataset.parameters)];
    return {
      head: headOf(dataset, sitePerformance),
      attention: {
        items: attentionItems(dataset),
        calm: 'Nothing urgent: no silent site and no overdue query.',
      },
      tiles: tiles(dataset),
      tilesBefore: periodNouns(dataset.period).previousShort.toLowerCase(),
      changes: changesInWords(dataset, previous),
      trends: trends(dataset),
      sections: sections(dataset, drawing, about),
      definitions: definitions(dataset),
      about,
    };
  },
};
