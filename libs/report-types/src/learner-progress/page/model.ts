/** What a `learner-progress` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import type { Definition, ModelBuilder } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';
import { COMPARED } from '../figures/compared.ts';
import { learnerProgress } from '../learner-progress.ts';
import { attentionItems, calm } from './attention.ts';
import { charts, trends } from './charts.ts';
import { definitions } from './definitions.ts';
import { learnerTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';
import { tiles } from './tiles.ts';

const filterOf = (
  { parameters: { department, course } }: LearnerProgressDataset,
  { say, list }: Voice,
): Definition[] => [
  {
    term: say('learner-progress.departments'),
    meaning: department === 'all' ? say('learner-progress.all-of-filter') : list(department),
  },
  {
    term: say('learner-progress.courses'),
    meaning: course === 'all' ? say('learner-progress.all-of-filter') : list(course),
  },
];

const ofPeriod = modelBuilder({
  type: learnerProgress,
  compared: COMPARED,
  attention: attentionItems,
  calm,
  tiles,
  trends,
  definitions,
  about: filterOf,
  takeaways: TAKEAWAYS,
  charts,
  tables: learnerTables,
});

/** The report is about its range, which need not be the period of the run. */
export const learnerProgressModel: ModelBuilder<LearnerProgressDataset> = {
  build: (made, drawing) => ofPeriod.build({ ...made, period: made.range }, drawing),
};
