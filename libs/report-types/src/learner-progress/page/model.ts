/** What a `learner-progress` report says. */
import { modelBuilder } from '../../model/parts/compose.ts';
import type { Definition, ModelBuilder } from '../../model/report-model.ts';
import { figure } from '../../model/table.ts';
import { lastDay } from '../../model/words/days.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';
import { FIGURES } from '../figures/figures.ts';
import { learnerProgress } from '../learner-progress.ts';
import { attentionItems, calm } from './attention.ts';
import { charts, trends } from './charts.ts';
import { learnerTables } from './tables.ts';
import { TAKEAWAYS } from './takeaways.ts';

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
  figures: FIGURES,
  figuresOf: ({ summary }) => summary,
  attention: attentionItems,
  calm,
  trends,
  definitions: ({ range }, figures, { say, day }) => [
    {
      term: say('learner-progress.in-range'),
      meaning: say('learner-progress.range-meaning', { first: day(range.start), last: day(lastDay(range)) }),
    },
    ...figures,
    { term: say('learner-progress.personal-data'), meaning: say('learner-progress.names-people') },
  ],
  about: filterOf,
  takeaways: TAKEAWAYS,
  charts,
  tables: learnerTables,
  weeks: {
    note: 'learner-progress.trends-note',
    columns: (_dataset, { say }) => [
      figure('enrolments', say('learner-progress.courses-assigned')),
      figure('completions', say('learner-progress.courses-completed')),
      figure('assignedToDate', say('learner-progress.assigned-to-date')),
      figure('completedToDate', say('learner-progress.completed-to-date')),
    ],
  },
});

/** The report is about its range, which need not be the period of the run. */
export const learnerProgressModel: ModelBuilder<LearnerProgressDataset> = {
  ...ofPeriod,
  build: (made, drawing) => ofPeriod.build({ ...made, period: made.range }, drawing),
};
