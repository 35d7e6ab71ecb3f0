import { localDate } from '@rounds/contracts/period';
import { breach, issueOf, rule } from '@rounds/contracts/rules';
import { z } from 'zod';
import type { ReportType } from '../report-type.ts';

/** One or several, always read as several. */
const someOf = (broken: string) => {
  const name = z.string().trim().min(1, broken);
  return z
    .union([name, z.array(name).min(1, broken)], broken)
    .transform((given) => (typeof given === 'string' ? [given] : given));
};

export const learnerProgress = {
  id: 'learner-progress',
  version: 1,
  title: 'learner-progress.title',
  description: 'learner-progress.description',
  names: {
    daily: 'learner-progress.name.daily',
    weekly: 'learner-progress.name.weekly',
    monthly: 'learner-progress.name.monthly',
    other: 'learner-progress.name.other',
  },
  parameters: z
    .strictObject({
      from: localDate
        .optional()
        .describe('First day of the range. Default: the first day of the run’s period.'),
      to: localDate
        .optional()
        .describe(
          'Last day of the range, included; needs `from`. Default: the last day of the run’s period.',
        ),
      department: someOf(rule('not-a-department'))
        .optional()
        .describe('Only the courses of learners of this department, or of these. Default: all.'),
      course: someOf(rule('not-a-course')).optional().describe('Only this course, or these. Default: all.'),
      overdueAfterDays: z
        .int()
        .min(1)
        .max(3650)
        .default(30)
        .describe('Days after enrolment on which a course that has no due day of its own is due.'),
    })
    .superRefine(({ from, to }, context) => {
      if (to !== undefined && from === undefined)
        context.addIssue(issueOf(breach('required-with', { other: 'to' }), 'from'));
      if (to !== undefined && from !== undefined && from > to)
        context.addIssue(issueOf(breach('after-other', { other: 'to' }), 'from'));
    }),
  sections: [
    { id: 'learners', title: 'learner-progress.learners' },
    { id: 'departments', title: 'learner-progress.departments' },
    { id: 'courses', title: 'learner-progress.courses' },
    { id: 'overdue', title: 'learner-progress.overdue-and-not-begun' },
    { id: 'completions', title: 'learner-progress.completions' },
    { id: 'changes', title: 'changes' },
    { id: 'data-quality', title: 'data-quality', always: true },
    { id: 'appendix', title: 'appendix-title', always: true },
  ],
} as const satisfies ReportType;

export type LearnerParameters = z.infer<typeof learnerProgress.parameters>;
