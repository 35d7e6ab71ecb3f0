/** TRAINING: the training of site staff, one row a learner and course, as learning systems export it. */
import { z } from 'zod';
import type { KnownStudy, OperationalDefinition } from './definition.ts';
import { day, id, inOrder, siteOf, sortedRow, words } from './values.ts';

/** What learning systems call it, and what it is called here. */
const STATUSES: Readonly<Record<string, string>> = {
  ENROLLED: 'ENROLLED',
  'NOT STARTED': 'ENROLLED',
  'IN PROGRESS': 'IN PROGRESS',
  COMPLETED: 'COMPLETED',
  PASSED: 'COMPLETED',
  FAILED: 'FAILED',
  WITHDRAWN: 'WITHDRAWN',
};

const status = words.transform((text, context) => {
  const found = STATUSES[text.toUpperCase().replace(/[\s_-]+/g, ' ')];
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: `must be one of ${Object.keys(STATUSES).join(', ')}` });
  return z.NEVER;
});

const NUMBER = 'must be a number';
const amount = z.number(NUMBER).min(0, 'must not be negative').optional();

const columnsOf = (study: KnownStudy) =>
  z.object({
    STUDYID: words,
    LEARNID: id,
    LEARNER: words.optional(),
    SITEID: siteOf(study).optional(),
    DEPT: words.optional(),
    COURSEID: id,
    COURSE: words,
    TRSTAT: status,
    SCORE: z.number(NUMBER).min(0, 'must be from 0 to 100').max(100, 'must be from 0 to 100').optional(),
    TIMEMIN: amount,
    TIMESEC: amount,
    ENRLDTC: day,
    COMPDTC: day.optional(),
    DUEDTC: day.optional(),
  });
type Columns = z.infer<ReturnType<typeof columnsOf>>;

const ENDS = new Set(['COMPLETED', 'FAILED', 'WITHDRAWN']);

const fieldsTogether = (row: Columns): [variable: keyof Columns, rule: string][] => {
  const { TRSTAT, ENRLDTC, COMPDTC, DUEDTC, TIMEMIN, TIMESEC } = row;
  const broken: [boolean, keyof Columns, string][] = [
    [TRSTAT === 'COMPLETED' && COMPDTC === undefined, 'COMPDTC', 'is required of a completed course'],
    [!ENDS.has(TRSTAT) && COMPDTC !== undefined, 'COMPDTC', 'must be empty while the course is under way'],
    [!inOrder(ENRLDTC, COMPDTC), 'COMPDTC', 'must not be before the day of enrolment'],
    [!inOrder(ENRLDTC, DUEDTC), 'DUEDTC', 'must not be before the day of enrolment'],
    [TIMEMIN !== undefined && TIMESEC !== undefined, 'TIMESEC', 'must be empty where minutes are given'],
  ];
  return broken.flatMap(([is, variable, rule]) => (is ? [[variable, rule]] : []));
};

/** Time is kept in whole seconds, whichever unit it came in: sums are then exact. */
const inSeconds = ({ TIMEMIN, TIMESEC, ...row }: Columns) => ({
  ...row,
  TIMESEC: TIMEMIN === undefined ? TIMESEC && Math.round(TIMESEC) : Math.round(TIMEMIN * 60),
});

export const training: OperationalDefinition = {
  label: 'Training of site staff',
  columns: [
    { variable: 'STUDYID', heading: 'studyId', dataType: 'string' },
    { variable: 'LEARNID', heading: 'learnerId', dataType: 'string', required: true },
    { variable: 'LEARNER', heading: 'name', dataType: 'string' },
    { variable: 'SITEID', heading: 'site', dataType: 'string' },
    { variable: 'DEPT', heading: 'department', dataType: 'string' },
    { variable: 'COURSEID', heading: 'courseId', dataType: 'string', required: true },
    { variable: 'COURSE', heading: 'courseTitle', dataType: 'string', required: true },
    { variable: 'TRSTAT', heading: 'status', dataType: 'string', required: true },
    { variable: 'SCORE', heading: 'score', dataType: 'decimal' },
    { variable: 'TIMEMIN', heading: 'timeSpentMinutes', dataType: 'decimal' },
    { variable: 'TIMESEC', heading: 'timeSpentSeconds', dataType: 'decimal' },
    { variable: 'ENRLDTC', heading: 'enrolledAt', dataType: 'string', required: true },
    { variable: 'COMPDTC', heading: 'completedAt', dataType: 'string', required: true },
    { variable: 'DUEDTC', heading: 'dueAt', dataType: 'string' },
  ],
  key: ['LEARNID', 'COURSEID'],
  row: (study) =>
    columnsOf(study)
      .superRefine((row, context) => {
        for (const [variable, message] of fieldsTogether(row))
          context.addIssue({ code: 'custom', path: [variable], message });
      })
      .transform((row) => sortedRow(inSeconds(row))),
};
