/** The one sentence that a reader takes from a section, computed from its figures. */
import { percent } from '../../model/words/numbers.ts';
import { sentence, type Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

type Takeaway = (dataset: LearnerProgressDataset, voice: Voice) => string;

const nothing = ({ say }: Voice): string => say('There is no training record.');

const learners: Takeaway = ({ summary }, voice) => {
  const { learners: all, learnersDone: done, totalCourses: courses, completedToDate: completed } = summary;
  if (all === 0) return nothing(voice);
  return voice.say(
    '{done} of {learners## learner|# learners} {done#have|has|have} completed all their courses; {completed} of {courses## course|# courses} ({share}) {completed#was|was|were} completed to date.',
    { done, learners: all, completed, courses, share: voice.percent(percent(completed, courses)) },
  );
};

const departments: Takeaway = ({ departments: all }, voice) => {
  if (all.length === 0) return nothing(voice);
  const n = all.filter(({ overdue: late }) => late > 0).length;
  return voice.say('{n} of {all## department|# departments} {n#have|has|have} an overdue course.', {
    n,
    all: all.length,
  });
};

const courses: Takeaway = ({ courses: all }, voice) => {
  const [last] = all
    .map(({ title, completedToDate, totalCourses }) => ({
      title,
      share: percent(completedToDate, totalCourses) ?? 0,
    }))
    .sort((a, b) => a.share - b.share);
  if (last === undefined) return nothing(voice);
  return voice.say('{n## course is|# courses are} assigned; the least completed is {course} ({share}).', {
    n: all.length,
    course: last.title,
    share: voice.percent(last.share),
  });
};

const overdue: Takeaway = ({ summary: { totalCourses, overdue: n, notStarted } }, voice) => {
  if (totalCourses === 0) return nothing(voice);
  return sentence(
    voice.say(
      '{n#no course is|# course is|# courses are} overdue and {notStarted#none was|# was|# were} not begun.',
      { n, notStarted },
    ),
  );
};

const completions: Takeaway = ({ summary, previous, range }, voice) => {
  const { completedCourses: n, averageScore } = summary;
  const { current, previous: before } = voice.nouns(range);
  const compared = voice.against(n, previous.summary.completedCourses, before);
  return sentence(
    averageScore === null
      ? voice.say('{n#no course was|# course was|# courses were} completed {current}, {compared}.', {
          n,
          current,
          compared,
        })
      : voice.say(
          '{n#no course was|# course was|# courses were} completed {current}, {compared}; their average score is {score}.',
          { n, current, compared, score: voice.number(averageScore, 2) },
        ),
  );
};

/** Of the sections that only this report has. */
export const TAKEAWAYS = { learners, departments, courses, overdue, completions } as const;
