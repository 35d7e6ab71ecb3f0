/** The one sentence that a reader takes from a section, computed from its figures. */
import { periodNouns } from '../../model/words/dates.ts';
import { against, count, number, percent, percentText, sentence, were } from '../../model/words/numbers.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

type Takeaway = (dataset: LearnerProgressDataset) => string;

const NOTHING = 'There is no training record.';

const learners: Takeaway = ({ summary: { learners: all, learnersDone, totalCourses, completedToDate } }) => {
  if (all === 0) return NOTHING;
  const share = percentText(percent(completedToDate, totalCourses));
  return sentence(
    `${number(learnersDone)} of ${count(all, 'learner')} ${learnersDone === 1 ? 'has' : 'have'} completed all their courses; ` +
      `${number(completedToDate)} of ${count(totalCourses, 'course')} (${share}) ${were(completedToDate)} completed to date.`,
  );
};

const departments: Takeaway = ({ departments: all }) => {
  if (all.length === 0) return NOTHING;
  const behind = all.filter(({ overdue }) => overdue > 0).length;
  return sentence(
    `${number(behind)} of ${count(all.length, 'department')} ${behind === 1 ? 'has' : 'have'} an overdue course.`,
  );
};

const courses: Takeaway = ({ courses: all }) => {
  const [last] = all
    .map(({ title, completedToDate, totalCourses }) => ({
      title,
      share: percent(completedToDate, totalCourses) ?? 0,
    }))
    .sort((a, b) => a.share - b.share);
  if (last === undefined) return NOTHING;
  return sentence(
    `${count(all.length, 'course')} ${all.length === 1 ? 'is' : 'are'} assigned; the least completed is ${last.title} (${percentText(last.share)}).`,
  );
};

const overdue: Takeaway = ({ summary }) => {
  if (summary.totalCourses === 0) return NOTHING;
  return sentence(
    `${count(summary.overdue, 'course')} ${summary.overdue === 1 ? 'is' : 'are'} overdue and ${number(summary.notStarted)} ${were(summary.notStarted)} not begun.`,
  );
};

const completions: Takeaway = ({ summary, previous, range }) => {
  const { completedCourses: now, averageScore } = summary;
  const { current, previous: before } = periodNouns(range);
  const score = averageScore === null ? '' : `; their average score is ${number(averageScore, 2)}`;
  return sentence(
    `${count(now, 'course')} ${were(now)} completed ${current}, ${against(now, previous.summary.completedCourses)} ${before}${score}.`,
  );
};

/** Of the sections that only this report has. */
export const TAKEAWAYS = { learners, departments, courses, overdue, completions } as const;
