/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import { lastDay } from '../../model/words/days.ts';
import type { Definition } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

export const definitions = ({ range, parameters }: LearnerProgressDataset, voice: Voice): Definition[] => {
  const last = voice.day(lastDay(range));
  return [
    {
      term: voice.say('learner-progress.in-range'),
      meaning: voice.say('learner-progress.range-meaning', { first: voice.day(range.start), last }),
    },
    {
      term: voice.say('learner-progress.courses'),
      meaning: voice.say('learner-progress.assigned-meaning', { last }),
    },
    {
      term: voice.say('learner-progress.completed'),
      meaning: voice.say('learner-progress.completed-meaning', {
        last,
      }),
    },
    {
      term: voice.say('learner-progress.average-score'),
      meaning: voice.say('learner-progress.score-meaning'),
    },
    {
      term: voice.say('learner-progress.minutes-spent'),
      meaning: voice.say('learner-progress.time-meaning'),
    },
    {
      term: voice.say('learner-progress.overdue'),
      meaning: voice.say('learner-progress.overdue-meaning', { n: parameters.overdueAfterDays }),
    },
    {
      term: voice.say('learner-progress.not-begun'),
      meaning: voice.say('learner-progress.not-started-meaning'),
    },
    {
      term: voice.say('learner-progress.personal-data'),
      meaning: voice.say('learner-progress.names-people'),
    },
  ];
};
