/** The figures of docs/learner-progress.md a second time. */
import { lastDelivery } from './last-delivery.ts';
import { implausibleLines, linesOf } from './lines.ts';
import type { Line } from './operational.ts';
import { refused } from './quality.ts';
import { before, inPeriod, positive, sorted, type Period, type Seen } from './seen.ts';
import { daysFrom, dividedBy, fraction, meanOf, plusDays, rounded, sumOf } from './values.ts';
import { weeksOf } from './weeks.ts';

const OVERDUE_AFTER_DAYS = 30;

type State = 'completed' | 'failed' | 'not started' | 'in progress';

const stateAt = (end: string, { status, completedAt }: Line): State => {
  const isOver = completedAt === undefined || completedAt < end;
  if (status === 'COMPLETED' && isOver) return 'completed';
  if (status === 'FAILED' && isOver) return 'failed';
  return status === 'ENROLLED' ? 'not started' : 'in progress';
};

const dueOn = ({ dueAt, enrolledAt = '' }: Line): string => dueAt ?? plusDays(enrolledAt, OVERDUE_AFTER_DAYS);
const isOverdue = (end: string, line: Line): boolean =>
  dueOn(line) < end && stateAt(end, line) !== 'completed';
const minutes = (seconds: readonly string[]): number | null =>
  seconds.length === 0 ? null : rounded(dividedBy(sumOf(seconds.map(fraction)), fraction('60')));

const scoresOf = (lines: readonly Line[]) =>
  meanOf(lines.flatMap(({ score }) => (score === undefined ? [] : [fraction(score)])));

const progress = (lines: readonly Line[], range: Period) => {
  const completed = lines.filter((line) => stateAt(range.end, line) === 'completed');
  const within = completed.filter(({ completedAt }) => inPeriod(completedAt ?? null, range));
  return {
    totalCourses: lines.length,
    completedCourses: within.length,
    completedToDate: completed.length,
    overdue: lines.filter((line) => isOverdue(range.end, line)).length,
    averageScore: scoresOf(within),
    totalTimeSpent: minutes(lines.flatMap(({ seconds }) => seconds ?? [])),
  };
};

const assigned = (all: readonly Line[], end: string): Line[] =>
  all.filter(({ enrolledAt = '' }) => enrolledAt < end);
const learnersOf = (lines: readonly Line[]): string[] => sorted(lines.map(({ learnerId = '' }) => learnerId));

const summary = (all: readonly Line[], range: Period) => {
  const lines = assigned(all, range.end);
  const inState = (state: State) => lines.filter((line) => stateAt(range.end, line) === state);
  const isDone = (learner: string) =>
    lines
      .filter(({ learnerId }) => learnerId === learner)
      .every((line) => stateAt(range.end, line) === 'completed');
  return {
    ...progress(lines, range),
    learners: learnersOf(lines).length,
    learnersDone: learnersOf(lines).filter(isDone).length,
    inProgress: inState('in progress').length,
    notStarted: inState('not started').length,
    failed: inState('failed').length,
    averageScoreToDate: scoresOf(inState('completed')),
  };
};

/** The newest; of one day the last by key. */
const newest = (lines: readonly Line[]): Line =>
  [...lines]
    .sort((a, b) =>
      `${a.enrolledAt ?? ''} ${a.key ?? ''}` < `${b.enrolledAt ?? ''} ${b.key ?? ''}` ? -1 : 1,
    )
    .at(-1) ?? {};

const rowOf = (line: Line, end: string) => {
  const state = stateAt(end, line);
  return {
    ...{
      learnerId: line.learnerId,
      name: line.name ?? '',
      siteId: line.site ?? '',
      department: line.department ?? '',
    },
    ...{
      courseId: line.courseId,
      title: line.courseTitle,
      state,
      enrolledOn: line.enrolledAt,
      dueOn: dueOn(line),
    },
    completedOn: state === 'completed' ? (line.completedAt ?? null) : null,
    score: state === 'completed' && line.score !== undefined ? Number(line.score) : null,
    timeSpent: minutes(line.seconds === undefined ? [] : [line.seconds]),
  };
};

const listings = (all: readonly Line[], range: Period) => {
  const { end } = range;
  const lines = assigned(all, end);
  /** By a day; of one day by key. */
  const by = (some: readonly Line[], dayOf: (line: Line) => string) =>
    [...some].sort((a, b) => (`${dayOf(a)} ${a.key ?? ''}` < `${dayOf(b)} ${b.key ?? ''}` ? -1 : 1));
  return {
    overdue: by(
      lines.filter((line) => isOverdue(end, line)),
      dueOn,
    ).map((line) => ({ ...rowOf(line, end), daysOverdue: daysFrom(dueOn(line), end) })),
    notStarted: by(
      lines.filter((line) => stateAt(end, line) === 'not started' && !isOverdue(end, line)),
      dueOn,
    ).map((line) => rowOf(line, end)),
    completions: by(
      lines.filter((line) => stateAt(end, line) === 'completed' && inPeriod(line.completedAt ?? null, range)),
      ({ completedAt = '' }) => completedAt,
    ).map((line) => rowOf(line, end)),
  };
};

const trends = (all: readonly Line[], { end }: Period) => {
  const lines = assigned(all, end);
  const enrolled = lines.map(({ enrolledAt = '' }) => enrolledAt);
  const completed = lines
    .filter((line) => stateAt(end, line) === 'completed')
    .map(({ completedAt = '' }) => completedAt);
  const within = (days: readonly string[], week: Period) => days.filter((day) => inPeriod(day, week)).length;
  return weeksOf(enrolled, end).map((week) => ({
    ...week,
    enrolments: within(enrolled, week),
    completions: within(completed, week),
    assignedToDate: enrolled.filter((day) => day < week.end).length,
    completedToDate: completed.filter((day) => day < week.end).length,
  }));
};

/** In the report's order: those without a name last. */
const inOrder = <Shown>(shown: readonly Shown[], nameOf: (each: Shown) => string): Shown[] =>
  [...shown].sort((a, b) => ((nameOf(a) || '~') < (nameOf(b) || '~') ? -1 : 1));

const groups = (lines: readonly Line[], name: string): (readonly [string, readonly Line[]])[] =>
  sorted(lines.map((line) => line[name] ?? '')).map((key) => [
    key,
    lines.filter((line) => (line[name] ?? '') === key),
  ]);

export const learnerProgress = (seen: Seen) => {
  const range = seen.period;
  const all = linesOf(seen, 'training').filter(({ status }) => status !== 'WITHDRAWN');
  const lines = assigned(all, range.end);
  const learners = groups(lines, 'learnerId').map(([learnerId, own]) => {
    const { name = '', site = '', department = '' } = newest(own);
    return { learnerId, name, siteId: site, department, ...progress(own, range) };
  });
  const courses = groups(lines, 'courseId').map(([courseId, own]) => ({
    ...{ courseId, title: newest(own).courseTitle ?? '', ...progress(own, range) },
    failed: own.filter((line) => stateAt(range.end, line) === 'failed').length,
  }));
  const departments = groups(lines, 'department').map(([department, own]) => ({
    ...{ department, learners: learnersOf(own).length, ...progress(own, range) },
  }));
  return {
    range,
    summary: summary(all, range),
    previous: { period: before(range), summary: summary(all, before(range)) },
    learners: inOrder(learners, ({ name }) => name),
    departments: inOrder(departments, ({ department }) => department),
    courses: inOrder(courses, ({ title }) => title),
    trends: { weeks: trends(all, range) },
    listings: listings(all, range),
    dataQuality: {
      refusedAtImport: refused(seen, ['TRAINING']),
      lastDelivery: lastDelivery(seen, ['TRAINING']),
      implausibleDates: positive({ TRAINING: implausibleLines(seen, 'training') }),
    },
  };
};
