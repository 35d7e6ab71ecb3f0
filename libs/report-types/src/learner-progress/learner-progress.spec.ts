import type { SdtmRow } from '@rounds/contracts/received';
import { addDays } from '../folds/days.ts';
import { parametersOf } from '../report-type.ts';
import { datasetOf } from '../testing/dataset-of.ts';
import { PERIOD, operationalRows } from '../testing/fold-rows.ts';
import { learnerProgressAggregator as aggregator } from './aggregator.ts';
import { learnerProgress } from './learner-progress.ts';
import { learnerProgressModel } from './page/model.ts';
import type { LearnerProgressDataset } from './dataset.ts';
import { recompute, type Wanted } from './testing/recomputed.ts';
import { randomTraining, trainingRow } from './testing/training.ts';
import { voiceOf } from '../model/words/voice.ts';

const made = (rows: readonly SdtmRow[], parameters: Record<string, unknown> = {}) =>
  datasetOf(learnerProgress, aggregator, {
    rows: operationalRows('TRAINING', rows),
    parameters,
  }) as LearnerProgressDataset;

const modelOf = (dataset: LearnerProgressDataset) =>
  learnerProgressModel.build(dataset, { undrawable: new Map() });

/** The table of docs/learner-progress.md. */
const EXAMPLE = [
  {
    COURSEID: 'GCP',
    TRSTAT: 'COMPLETED',
    SCORE: 80,
    TIMESEC: 3600,
    ENRLDTC: '2024-01-10',
    COMPDTC: '2024-03-04',
  },
  {
    COURSEID: 'CONSENT',
    TRSTAT: 'COMPLETED',
    SCORE: 91,
    TIMESEC: 1830,
    ENRLDTC: '2024-02-20',
    COMPDTC: '2024-03-10',
  },
  { COURSEID: 'SAFETY', ENRLDTC: '2024-03-01', DUEDTC: '2024-03-10' },
  {
    LEARNID: 'L2',
    LEARNER: 'Bo Ek',
    COURSEID: 'GCP',
    TRSTAT: 'COMPLETED',
    SCORE: 70,
    TIMESEC: 2700,
    ENRLDTC: '2024-01-10',
    COMPDTC: '2024-03-11',
  },
  {
    LEARNID: 'L2',
    LEARNER: 'Bo Ek',
    COURSEID: 'CONSENT',
    TRSTAT: 'IN PROGRESS',
    TIMESEC: 600,
    ENRLDTC: '2024-03-01',
  },
].map(trainingRow);

describe('the worked example', () => {
  const dataset = made(EXAMPLE);

  it('has the figures of the documentation', () => {
    expect(dataset.learners).toMatchObject([
      {
        learnerId: 'L1',
        name: 'Ada Byron',
        totalCourses: 3,
        completedCourses: 2,
        completedToDate: 2,
        overdue: 1,
        averageScore: 85.5,
        totalTimeSpent: 90.5,
      },
      {
        learnerId: 'L2',
        totalCourses: 2,
        completedCourses: 0,
        completedToDate: 0,
        overdue: 1,
        averageScore: null,
        totalTimeSpent: 55,
      },
    ]);
    expect(dataset.summary).toMatchObject({ learners: 2, learnersDone: 0, inProgress: 2, notStarted: 1 });
    expect(dataset.timeUnit).toBe('minutes');
    expect(
      dataset.listings.overdue.map(({ learnerId, courseId, daysOverdue }) => [
        learnerId,
        courseId,
        daysOverdue,
      ]),
    ).toEqual([
      ['L2', 'GCP', 31],
      ['L1', 'SAFETY', 1],
    ]);
  });

  it('has the range before beside it', () => {
    expect(dataset.previous.period).toEqual({ start: '2024-02-26', end: '2024-03-04' });
    expect(dataset.previous.summary).toMatchObject({ totalCourses: 5, completedCourses: 0, overdue: 2 });
  });

  it('says in words what it says in figures, and in the mail without a name', () => {
    const model = modelOf(dataset);
    expect(model.attention.items[0]).toMatchObject({
      sentence: '2 courses are overdue, the longest by 31 days: Bo Ek, site 701 and Ada Byron, site 701.',
      urgent: true,
    });
    expect(model.head).toMatchObject({ report: 'Weekly training report', period: '4–10 March 2024' });
    const { attention, figures } = aggregator.headline(dataset);
    expect(attention.map(voiceOf().tell)).toContain('2 courses overdue.');
    const headline = JSON.stringify({ attention, figures });
    expect(headline).not.toMatch(/Ada|Bo Ek|L1|L2/);
  });

  it('counts the courses without a time, which the sum of times lacks', () => {
    expect(dataset.dataQuality.notComputed).toEqual([
      { figure: 'totalTimeSpent', code: 'times-missing', values: { courses: 1, all: 5 } },
    ]);
  });
});

const byKey = <Row extends object>(rows: readonly Row[], key: (row: Row) => string): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [key(row), row]));

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('the figures of seed %d', (seed) => {
  const rows = randomTraining(seed);
  const last = addDays(PERIOD.end, -1);
  const ranges: [Record<string, unknown>, Wanted][] = [
    [{}, { from: PERIOD.start, to: last }],
    [{ from: '2024-01-01' }, { from: '2024-01-01', to: last }],
    [
      { from: '2024-01-15', to: '2024-02-14' },
      { from: '2024-01-15', to: '2024-02-14' },
    ],
    [
      { from: '2023-01-01', to: '2023-06-30' },
      { from: '2023-01-01', to: '2023-06-30' },
    ],
    [
      { department: 'Nursing', overdueAfterDays: 7 },
      { from: PERIOD.start, to: last, department: ['Nursing'], overdueAfterDays: 7 },
    ],
    [
      { department: ['Nursing', 'Pharmacy'], course: ['C0', 'C2'], from: '2024-01-01' },
      { from: '2024-01-01', to: last, department: ['Nursing', 'Pharmacy'], course: ['C0', 'C2'] },
    ],
  ];

  it.each(ranges)('are those of a second calculation, for %j', (parameters, wanted) => {
    const dataset = made(rows, parameters);
    const expected = recompute(rows, wanted);
    expect(dataset.summary).toEqual(expected.summary);
    const { learners, departments, courses } = dataset;
    expect(byKey(learners, ({ learnerId }) => learnerId)).toMatchObject(expected.learners);
    expect(learners).toHaveLength(Object.keys(expected.learners).length);
    expect(byKey(departments, ({ department }) => department)).toMatchObject(expected.departments);
    expect(byKey(courses, ({ courseId }) => courseId)).toMatchObject(expected.courses);
    expect(dataset.listings.overdue).toHaveLength(expected.overdue);
    expect(dataset.listings.notStarted).toHaveLength(expected.waiting);
    expect(dataset.listings.completions).toHaveLength(expected.summary.completedCourses);
    const { previous } = dataset;
    expect(previous.summary).toEqual(
      recompute(rows, { ...wanted, from: previous.period.start, to: addDays(previous.period.end, -1) })
        .summary,
    );
  });

  it('add up over the weeks of the trend', () => {
    const { trends, range } = made(rows, { from: '2024-01-01' });
    const all = recompute(rows, { from: '2000-01-01', to: last }).summary;
    const { weeks } = trends;
    expect(weeks.at(-1)).toMatchObject({
      end: range.end,
      assignedToDate: all.totalCourses,
      completedToDate: all.completedToDate,
    });
    expect(weeks.reduce((sum, { completions }) => sum + completions, 0)).toBe(all.completedToDate);
    expect(weeks.reduce((sum, { enrolments }) => sum + enrolments, 0)).toBe(all.totalCourses);
  });

  it('are the same whatever the order of the rows', () => {
    const { summary, departments } = made(rows);
    const other = made([...rows].reverse());
    expect([other.summary, other.departments]).toEqual([summary, departments]);
  });
});

describe('the parameters', () => {
  const refused = (parameters: Record<string, unknown>) => {
    try {
      parametersOf(learnerProgress, parameters);
    } catch (error) {
      return (error as { fields: { field: string }[] }).fields.map(({ field }) => field);
    }
    return [];
  };

  it.each([
    [{ from: '2024-03-05', to: '2024-03-04' }, 'parameters.from'],
    [{ to: '2024-03-04' }, 'parameters.from'],
    [{ from: '2024-02-30' }, 'parameters.from'],
    [{ from: '2024-03' }, 'parameters.from'],
    [{ department: [] }, 'parameters.department'],
    [{ department: ' ' }, 'parameters.department'],
    [{ overdueAfterDays: 0 }, 'parameters.overdueAfterDays'],
    [{ overdueAfterDays: 1.5 }, 'parameters.overdueAfterDays'],
    [{ departments: 'Nursing' }, 'parameters.departments'],
  ])('refuse %j by name', (parameters, field) => {
    expect(refused(parameters)).toEqual([field]);
  });

  it('take a day as a range, a word as a list', () => {
    const dataset = made(EXAMPLE, { from: '2024-03-04', to: '2024-03-04', department: 'Nursing' });
    expect(dataset.range).toEqual({ start: '2024-03-04', end: '2024-03-05' });
    expect(dataset.parameters).toMatchObject({
      from: '2024-03-04',
      to: '2024-03-04',
      department: ['Nursing'],
      course: 'all',
    });
    expect(dataset.summary.completedCourses).toBe(1);
    expect(aggregator.headline(dataset).figures.map(({ label }) => voiceOf().tell(label))[0]).toBe(
      'Courses completed, 4 March 2024',
    );
  });

  it('end the range where the data end, and say so; refuse one that begins later', () => {
    const dataset = made(EXAMPLE, { from: '2024-03-01', to: '2024-04-30' });
    expect(dataset.range).toEqual({ start: '2024-03-01', end: PERIOD.end });
    expect(dataset.dataQuality.notComputed).toContainEqual({
      figure: 'range',
      code: 'range-cut-short',
      values: { to: '2024-04-30', end: '2024-03-10' },
    });
    expect(() => made(EXAMPLE, { from: PERIOD.end })).toThrow(/parameters\.from: must be before 2024-03-11/);
  });
});

describe('the report', () => {
  it('says that there is nothing where a filter matches nothing', () => {
    const model = modelOf(made(EXAMPLE, { department: 'Nurseing' }));
    expect(model.attention).toEqual({
      items: [],
      calm: 'There is no training record that this report could tell of.',
    });
    expect(model.trends).toEqual([]);
    expect(model.about).toContainEqual({ term: 'Departments', meaning: 'Nurseing' });
  });

  it('leaves out those who were withdrawn, and keeps what is known of a learner newest', () => {
    const dataset = made([
      trainingRow({ COURSEID: 'A', DEPT: 'Old', ENRLDTC: '2024-01-01' }),
      trainingRow({ COURSEID: 'B', DEPT: 'New', ENRLDTC: '2024-02-01' }),
      trainingRow({ COURSEID: 'C', DEPT: 'Gone', ENRLDTC: '2024-02-02', TRSTAT: 'WITHDRAWN' }),
    ]);
    expect(dataset.learners).toMatchObject([{ department: 'New', totalCourses: 2 }]);
    expect(dataset.departments.map(({ department }) => department)).toEqual(['New', 'Old']);
  });
});
