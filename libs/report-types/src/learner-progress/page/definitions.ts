/** How to read the report: the second page of the PDF and the first sheet of the XLSX. */
import { lastDay } from '../../model/words/days.ts';
import type { Definition } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

export const definitions = ({ range, parameters }: LearnerProgressDataset, voice: Voice): Definition[] => {
  const last = voice.day(lastDay(range));
  return [
    {
      term: voice.say('In range'),
      meaning: voice.say('From {first} to {last}, both included.', { first: voice.day(range.start), last }),
    },
    {
      term: voice.say('Courses'),
      meaning: voice.say(
        'Courses assigned to a learner up to {last}, each learner and course once; those from which the learner was withdrawn are not counted.',
        { last },
      ),
    },
    {
      term: voice.say('courses§Completed'),
      meaning: voice.say('Reported as completed, on a day up to {last}. In range: on a day of the range.', {
        last,
      }),
    },
    {
      term: voice.say('Average score'),
      meaning: voice.say(
        'Mean of the scores, 0 to 100, of the courses completed in range that have one. A dash where none has.',
      ),
    },
    {
      term: voice.say('Minutes spent'),
      meaning: voice.say(
        'The time of all these courses as last reported, whenever it was spent: learning systems do not tell on which days. Courses without a time add nothing.',
      ),
    },
    {
      term: voice.say('courses§Overdue'),
      meaning: voice.say(
        'Not completed, and its due day is over. A course without a due day of its own is due {n## day|# days} after enrolment.',
        { n: parameters.overdueAfterDays },
      ),
    },
    {
      term: voice.say('Not begun'),
      meaning: voice.say(
        'Reported as enrolled only. What was completed or failed after the range counts as in progress.',
      ),
    },
    {
      term: voice.say('Personal data'),
      meaning: voice.say(
        'This report names people. A reader of some sites sees the learners of these sites alone; learners of no site are in reports of all sites only.',
      ),
    },
  ];
};
