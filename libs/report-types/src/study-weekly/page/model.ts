/** What a `study-weekly` report says. */
import { changeBlocks, changesInWords, changesTakeaway } from '../../model/parts/changes.ts';
import { sectionsOf } from '../../model/parts/compose.ts';
import { dataQualityTakeaway } from '../../model/parts/data-quality.ts';
import { documentBlocks, documentsTakeaway } from '../../model/parts/documents.ts';
import { aboutBlocks, aboutReport, headOf, manifestTakeaway } from '../../model/parts/manifest.ts';
import type { Definition, Drawing, ModelBuilder, Section } from '../../model/report-model.ts';
import { periodNouns, periodWords } from '../../model/words/dates.ts';
import type { StudyWeeklyDataset } from '../dataset.ts';
import { studyWeekly } from '../study-weekly.ts';
import { attentionItems } from './attention.ts';
import { charts, trends } from './charts.ts';
import { definitions } from './definitions.ts';
import { studyWeeklyTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';
import { tiles } from './tiles.ts';

const sections = (dataset: StudyWeeklyDataset, drawing: Drawing, about: readonly Definition[]): Section[] => {
  const drawn = charts(dataset);
  const own = (id: keyof typeof TAKEAWAYS) => {
    const chart = id === 'visits' ? undefined : drawn[id];
    return { takeaway: TAKEAWAYS[id](dataset), ...(chart && { chart }) };
  };
  return sectionsOf(
    studyWeekly.sections,
    {
      enrolment: own('enrolment'),
      visits: own('visits'),
      'adverse-events': own('adverse-events'),
      laboratory: own('laboratory'),
      'vital-signs': own('vital-signs'),
      changes: { takeaway: changesTakeaway(dataset), blocks: changeBlocks(dataset) },
      documents: { takeaway: documentsTakeaway(dataset), blocks: documentBlocks(dataset) },
      'data-quality': { takeaway: dataQualityTakeaway(dataset, drawing) },
      appendix: { takeaway: manifestTakeaway(dataset), blocks: aboutBlocks(about) },
    },
    studyWeeklyTables(dataset, drawing),
  );
};

export const studyWeeklyModel: ModelBuilder<StudyWeeklyDataset> = {
  build: (dataset, drawing) => {
    const previous = periodWords(dataset.previous.period);
    const about = aboutReport(dataset, previous);
    return {
      head: headOf(dataset, studyWeekly),
      attention: {
        items: attentionItems(dataset),
        calm: 'Nothing urgent: no new serious event, no new liver signal, no silent site.',
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
