/** What a `safety-weekly` report says. */
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
import type { SafetyWeeklyDataset } from '../dataset.ts';
import { safetyWeekly } from '../safety-weekly.ts';
import { attentionItems } from './attention.ts';
import { charts, trends } from './charts.ts';
import { definitions } from './definitions.ts';
import { safetyTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';
import { tiles } from './tiles.ts';

const sections = (
  dataset: SafetyWeeklyDataset,
  drawing: Drawing,
  about: readonly Definition[],
): Section[] => {
  const drawn = charts(dataset);
  const charted = (id: keyof typeof drawn) => {
    const chart = drawn[id];
    return { takeaway: TAKEAWAYS[id](dataset), ...(chart && { chart }) };
  };
  return sectionsOf(
    safetyWeekly.sections,
    {
      events: charted('events'),
      deaths: charted('deaths'),
      liver: charted('liver'),
      terms: { takeaway: TAKEAWAYS.terms(dataset) },
      narratives: {
        takeaway: TAKEAWAYS.narratives(dataset),
        blocks: [{ kind: 'texts', texts: dataset.documents.texts }],
      },
      changes: { takeaway: changesTakeaway(dataset), blocks: changeBlocks(dataset) },
      'data-quality': { takeaway: dataQualityTakeaway(dataset, drawing) },
      appendix: { takeaway: manifestTakeaway(dataset), blocks: aboutBlocks(about) },
    },
    safetyTables(dataset, drawing),
  );
};

export const safetyWeeklyModel: ModelBuilder<SafetyWeeklyDataset> = {
  build: (dataset, drawing) => {
    const previous = periodWords(dataset.previous.period);
    const about = [...aboutReport(dataset, previous), parameterLine(dataset.parameters)];
    return {
      head: headOf(dataset, safetyWeekly),
      attention: {
        items: attentionItems(dataset),
        calm: 'Nothing urgent: no new death, serious event or liver signal, and no Hy’s law candidate.',
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
