/** What is wrong, in sentences: the most urgent first. */
import { notComputedItems } from '../../model/parts/data-quality.ts';
import type { AttentionItem } from '../../model/report-model.ts';
import { count, sentence, shortList, were } from '../../model/words/numbers.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { AssignmentRow, LearnerProgressDataset } from '../dataset.ts';

type Finder = (dataset: LearnerProgressDataset, voice: Voice) => AttentionItem[];

const is = (n: number): string => (n === 1 ? 'is' : 'are');

const who = ({ name, learnerId, siteId }: AssignmentRow): string =>
  siteId === '' ? name || learnerId : `${name || learnerId}, site ${siteId}`;

const overdue: Finder = ({ listings: { overdue: rows } }) => {
  if (rows.length === 0) return [];
  const learners = [...new Set(rows.map(who))];
  return [
    {
      lead: rows.length === 1 ? 'Overdue course' : 'Overdue courses',
      sentence: sentence(
        `${count(rows.length, 'course')} ${is(rows.length)} overdue, the longest by ${count(rows[0]?.daysOverdue ?? 0, 'day')}: ${shortList(learners, 4)}.`,
      ),
      section: 'overdue',
      urgent: true,
    },
  ];
};

const failed: Finder = ({ summary, courses }) => {
  if (summary.failed === 0) return [];
  const titles = courses.filter((course) => course.failed > 0).map(({ title }) => title);
  return [
    {
      lead: 'Failed',
      sentence: sentence(
        `${count(summary.failed, 'course')} ${were(summary.failed)} failed and not repeated: ${shortList(titles, 4)}.`,
      ),
      section: 'courses',
      urgent: true,
    },
  ];
};

const FINDERS: readonly Finder[] = [overdue, failed, notComputedItems];

export const attentionItems = (dataset: LearnerProgressDataset, voice: Voice): AttentionItem[] =>
  FINDERS.flatMap((find) => find(dataset, voice));

/** Without any record nothing is calm: nothing is known. */
export const calm = ({ summary }: LearnerProgressDataset): string =>
  summary.totalCourses === 0
    ? 'There is no training record that this report could tell of.'
    : 'Nothing urgent: no course is overdue, and none was failed without being repeated.';
