/** The days that a report is about: those asked for, as far as its cut reaches. */
import { invalidInput } from '@rounds/contracts/errors';
import type { NotComputed } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import { broken } from '@rounds/contracts/rules';
import { addDays } from '../../folds/days.ts';
import type { LearnerProgressContent } from '../dataset.ts';
import type { LearnerParameters } from '../learner-progress.ts';

/** @throws RoundsError INVALID_INPUT for a range that begins after the run's period: its cut knows nothing of it */
export const rangeOf = ({ from, to }: LearnerParameters, period: Period): Period => {
  const start = from ?? period.start;
  const wanted = to === undefined ? period.end : addDays(to, 1);
  if (start >= period.end)
    throw invalidInput('request', [broken('parameters.from', 'after-the-period', { end: period.end })]);
  return { start, end: wanted < period.end ? wanted : period.end };
};

export const cutShort = ({ to }: LearnerParameters, { end }: Period): NotComputed[] =>
  to === undefined || addDays(to, 1) <= end
    ? []
    : [
        {
          figure: 'range',
          code: 'range-cut-short',
          values: { to, end: addDays(end, -1) },
        },
      ];

export const appliedParameters = (
  { department, course, overdueAfterDays }: LearnerParameters,
  { start, end }: Period,
): LearnerProgressContent['parameters'] => ({
  from: start,
  to: addDays(end, -1),
  department: department ?? 'all',
  course: course ?? 'all',
  overdueAfterDays,
});
