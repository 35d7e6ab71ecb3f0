/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import type { Definition } from '../../model/report-model.ts';
import { dayWords, lastDay } from '../../model/words/dates.ts';
import { count } from '../../model/words/numbers.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

export const definitions = ({ range, parameters }: LearnerProgressDataset): Definition[] => {
  const last = dayWords(lastDay(range));
  return [
    {
      term: 'In range',
      meaning: `From ${dayWords(range.start)} to ${last}, both included.`,
    },
    {
      term: 'Courses',
      meaning: `Courses assigned to a learner up to ${last}, each learner and course once; those from which the learner was withdrawn are not counted.`,
    },
    {
      term: 'Completed',
      meaning: `Reported as completed, on a day up to ${last}. In range: on a day of the range.`,
    },
    {
      term: 'Average score',
      meaning:
        'Mean of the scores, 0 to 100, of the courses completed in range that have one. A dash where none has.',
    },
    {
      term: 'Minutes spent',
      meaning:
        'The time of all these courses as last reported, whenever it was spent: learning systems do not tell on which days. Courses without a time add nothing.',
    },
    {
      term: 'Overdue',
      meaning: `Not completed, and its due day is over. A course without a due day of its own is due ${count(parameters.overdueAfterDays, 'day')} after enrolment.`,
    },
    {
      term: 'Not begun',
      meaning:
        'Reported as enrolled only. What was completed or failed after the range counts as in progress.',
    },
    {
      term: 'Personal data',
      meaning:
        'This report names people. A reader of some sites sees the learners of these sites alone; learners of no site are in reports of all sites only.',
    },
  ];
};
