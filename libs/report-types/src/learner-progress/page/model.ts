/** What a `learner-progress` report says. */
import { changeBlocks, changesInWords, changesTakeaway } from '../../model/parts/changes.ts';
import { sectionsOf } from '../../model/parts/compose.ts';
import { dataQualityTakeaway } from '../../model/parts/data-quality.ts';
import { aboutBlocks, aboutReport, headOf, manifestTakeaway } from '../../model/parts/manifest.ts';
import type { Definition, Drawing, ModelBuilder, Section } from '../../model/report-model.ts';
import { periodNouns, periodWords } from '../../model/words/dates.ts';
import { list } from '../../model/words/numbers.ts';
import type { LearnerProgressDataset } from '../dataset.ts';
import { learnerProgress } from '../learner-progress.ts';
import { attentionItems, calm } from './attention.ts';
import { charts, trends } from './charts.ts';
import { definitions } from './definitions.ts';
import { learnerTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';
import { tiles } from './tiles.ts';

const sections = (
  dataset: LearnerProgressDataset,
  drawing: Drawing,
  about: readonly Definition[],
): Section[] => {
  const drawn = charts(dataset);
  const charted = (id: keyof typeof drawn) => {
    const chart = drawn[id];
    return { takeaway: TAKEAWAYS[id](dataset), ...(chart && { chart }) };
  };
  return sectionsOf(
    learnerProgress.sections,
    {
      learners: { takeaway: TAKEAWAYS.learners(dataset) },
      departments: { takeaway: TAKEAWAYS.departments(dataset) },
      courses: charted('courses'),
      overdue: { takeaway: TAKEAWAYS.overdue(dataset) },
      completions: charted('completions'),
      changes: { takeaway: changesTakeaway(dataset), blocks: changeBlocks(dataset) },
      'data-quality': { takeaway: dataQualityTakeaway(dataset, drawing) },
      appendix: { takeaway: manifestTakeaway(dataset), blocks: aboutBlocks(about) },
    },
    learnerTables(dataset, drawing),
  );
};

const filterOf = ({ parameters: { department, course } }: LearnerProgressDataset): Definition[] => [
  { term: 'Departments', meaning: department === 'all' ? 'All' : list(department) },
  { term: 'Courses', meaning: course === 'all' ? 'All' : list(course) },
];

export const learnerProgressModel: ModelBuilder<LearnerProgressDataset> = {
  build: (made, drawing) => {
    // The report is about its range, which need not be the period of the run.
    const dataset = { ...made, period: made.range };
    const previous = periodWords(dataset.previous.period);
    const about = [...aboutReport(dataset, previous), ...filterOf(dataset)];
    return {
      head: headOf(dataset, learnerProgress),
      attention: { items: attentionItems(dataset), calm: calm(dataset) },
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
