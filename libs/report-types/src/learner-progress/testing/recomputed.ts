/**
 * The figures of docs/learner-progress.md a second time, by plain loops over the whole table and with nothing of the
 * product's own reading: what both agree on is not one slip made once.
 */
import type { SdtmRow } from '@rounds/contracts/received';

export interface Wanted {
  readonly from: string;
  /** Included. */
  readonly to: string;
  readonly department?: readonly string[];
  readonly course?: readonly string[];
  readonly overdueAfterDays?: number;
}

const day = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 10) : '');
const number = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const rounded = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

const mean = (rows: readonly SdtmRow[]): number | null => {
  const tenths = rows
    .filter((row) => row.SCORE !== undefined)
    .map((row) => Math.round(Number(row.SCORE) * 10));
  return tenths.length === 0 ? null : rounded(tenths.reduce((a, b) => a + b, 0) / 10 / tenths.length);
};

const countBy = (rows: readonly SdtmRow[], is: (row: SdtmRow) => boolean): number => rows.filter(is).length;

export const recompute = (table: readonly SdtmRow[], wanted: Wanted) => {
  const { from, to, department, course, overdueAfterDays = 30 } = wanted;
  const rows = table.filter(
    (row) =>
      row.TRSTAT !== 'WITHDRAWN' &&
      day(row.ENRLDTC) <= to &&
      (department === undefined || department.includes(String(row.DEPT ?? ''))) &&
      (course === undefined || course.includes(String(row.COURSEID))),
  );
  const completed = (row: SdtmRow) => row.TRSTAT === 'COMPLETED' && day(row.COMPDTC) <= to;
  const inRange = (row: SdtmRow) => completed(row) && day(row.COMPDTC) >= from;
  const overdue = (row: SdtmRow) => {
    const due =
      row.DUEDTC === undefined ? number(day(row.ENRLDTC)) + overdueAfterDays : number(day(row.DUEDTC));
    return due <= number(to) && !completed(row);
  };
  const failed = (row: SdtmRow) =>
    row.TRSTAT === 'FAILED' && (row.COMPDTC === undefined || day(row.COMPDTC) <= to);
  const notStarted = (row: SdtmRow) => row.TRSTAT === 'ENROLLED';

  const figures = (some: readonly SdtmRow[]) => {
    const timed = some.filter((row) => row.TIMESEC !== undefined);
    return {
      totalCourses: some.length,
      completedCourses: countBy(some, inRange),
      completedToDate: countBy(some, completed),
      overdue: countBy(some, overdue),
      averageScore: mean(some.filter(inRange)),
      totalTimeSpent:
        timed.length === 0 ? null : rounded(timed.reduce((sum, row) => sum + Number(row.TIMESEC), 0) / 60),
    };
  };
  const groups = (variable: string) => {
    const names = [...new Set(rows.map((row) => String(row[variable] ?? '')))];
    return Object.fromEntries(
      names.map((name) => [name, figures(rows.filter((row) => String(row[variable] ?? '') === name))]),
    );
  };
  const learners = groups('LEARNID');
  return {
    learners,
    departments: groups('DEPT'),
    courses: groups('COURSEID'),
    summary: {
      ...figures(rows),
      learners: Object.keys(learners).length,
      learnersDone: Object.values(learners).filter((each) => each.completedToDate === each.totalCourses)
        .length,
      notStarted: countBy(rows, notStarted),
      failed: countBy(rows, failed),
      inProgress: countBy(rows, (row) => !completed(row) && !failed(row) && !notStarted(row)),
      averageScoreToDate: mean(rows.filter(completed)),
    },
    overdue: countBy(rows, overdue),
    waiting: countBy(rows, (row) => notStarted(row) && !overdue(row)),
  };
};
