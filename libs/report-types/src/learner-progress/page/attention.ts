/** What is wrong, in sentences: the most urgent first. */
import { notComputedItems } from '../../model/parts/data-quality.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { AssignmentRow, LearnerProgressDataset } from '../dataset.ts';

type Finder = (dataset: LearnerProgressDataset, voice: Voice) => AttentionItem[];

const who =
  ({ say }: Voice) =>
  ({ name, learnerId, siteId: site }: AssignmentRow): string =>
    site === '' ? name || learnerId : say('learner-progress.name-of-site', { name: name || learnerId, site });

const overdue: Finder = ({ listings: { overdue: rows } }, voice) => {
  if (rows.length === 0) return [];
  const learners = [...new Set(rows.map(who(voice)))];
  return [
    {
      lead:
        rows.length === 1
          ? voice.say('learner-progress.overdue-course')
          : voice.say('learner-progress.overdue-courses'),
      sentence: voice.say('learner-progress.overdue-names', {
        n: rows.length,
        days: rows[0]?.daysOverdue ?? 0,
        names: voice.shortList(learners, 4),
      }),
      section: 'overdue',
      urgent: true,
    },
  ];
};

const failed: Finder = ({ summary, courses }, { say, shortList }) => {
  if (summary.failed === 0) return [];
  const titles = courses.filter((course) => course.failed > 0).map(({ title }) => title);
  return [
    {
      lead: say('learner-progress.failed'),
      sentence: say('learner-progress.failed-names', { n: summary.failed, names: shortList(titles, 4) }),
      section: 'courses',
      urgent: true,
    },
  ];
};

const FINDERS: readonly Finder[] = [overdue, failed, notComputedItems];

export const attentionItems = (dataset: LearnerProgressDataset, voice: Voice): AttentionItem[] =>
  FINDERS.flatMap((find) => find(dataset, voice));

/** Without any record nothing is calm: nothing is known. */
export const calm = ({ summary }: LearnerProgressDataset, { say }: Voice): string =>
  summary.totalCourses === 0
    ? say('learner-progress.no-training-record')
    : say('learner-progress.nothing-urgent');
