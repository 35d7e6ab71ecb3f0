/** The one sentence that a reader takes from a section, computed from its figures. */
import { percent } from '../../model/words/numbers.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

type Takeaway = (dataset: LearnerProgressDataset, voice: Voice) => string;

const nothing = ({ say }: Voice): string => say('learner-progress.there-is-no-training-record');

const learners: Takeaway = ({ summary }, voice) => {
  const { learners: all, learnersDone: done, totalCourses: courses, completedToDate: completed } = summary;
  if (all === 0) return nothing(voice);
  return voice.say('learner-progress.learners-takeaway', {
    done,
    learners: all,
    completed,
    courses,
    share: voice.percent(percent(completed, courses)),
  });
};

const departments: Takeaway = ({ departments: all }, voice) => {
  if (all.length === 0) return nothing(voice);
  const n = all.filter(({ overdue: late }) => late > 0).length;
  return voice.say('learner-progress.departments-takeaway', { n, all: all.length });
};

const courses: Takeaway = ({ courses: all }, voice) => {
  const [last] = all
    .map(({ title, completedToDate, totalCourses }) => ({
      title,
      share: percent(completedToDate, totalCourses) ?? 0,
    }))
    .sort((a, b) => a.share - b.share);
  if (last === undefined) return nothing(voice);
  return voice.say('learner-progress.courses-takeaway', {
    n: all.length,
    course: last.title,
    share: voice.percent(last.share),
  });
};

const overdue: Takeaway = ({ summary: { totalCourses, overdue: n, notStarted } }, voice) => {
  if (totalCourses === 0) return nothing(voice);
  return sentence(voice.say('learner-progress.overdue-takeaway', { n, notStarted }));
};

const completions: Takeaway = ({ summary, previous, range }, voice) => {
  const { completedCourses: n, averageScore } = summary;
  const { current, previous: before } = voice.nouns(range);
  const compared = voice.against(n, previous.summary.completedCourses, before);
  return sentence(
    averageScore === null
      ? voice.say('learner-progress.completed-takeaway', { n, current, compared })
      : voice.say('learner-progress.completed-takeaway-with-score', {
          n,
          current,
          compared,
          score: voice.number(averageScore, 2),
        }),
  );
};

/** Of the sections that only this report has. */
export const TAKEAWAYS = { learners, departments, courses, overdue, completions } as const;
