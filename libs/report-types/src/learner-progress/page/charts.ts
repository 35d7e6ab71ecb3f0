import type { BarChart, ChartBlock, LineChart } from '../../model/report-model.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

const completions = ({ trends: { weeks } }: LearnerProgressDataset): BarChart => ({
  kind: 'bars',
  weeks: weeks.map(({ start }) => start),
  unit: 'Courses',
  values: weeks.map((week) => week.completions),
});

const progress = ({ trends: { weeks } }: LearnerProgressDataset): LineChart => ({
  kind: 'lines',
  weeks: weeks.map(({ start }) => start),
  unit: 'Courses',
  fromZero: true,
  lines: [
    { label: 'Assigned', rank: 'second', values: weeks.map((week) => week.assignedToDate) },
    { label: 'Completed', rank: 'first', values: weeks.map((week) => week.completedToDate) },
  ],
});

/** An empty plot says nothing. */
const isEmpty = ({ trends: { weeks } }: LearnerProgressDataset): boolean =>
  weeks.every(({ assignedToDate }) => assignedToDate === 0);

export const charts = (
  dataset: LearnerProgressDataset,
): Partial<Record<'courses' | 'completions', ChartBlock>> =>
  isEmpty(dataset)
    ? {}
    : {
        courses: { caption: 'Courses assigned and completed, cumulative', charts: [progress(dataset)] },
        completions: {
          caption: 'Courses completed a week; the dark bar is the week that ends with the range',
          charts: [completions(dataset)],
        },
      };

/** The two trends of the first page. */
export const trends = (dataset: LearnerProgressDataset): ChartBlock[] =>
  isEmpty(dataset)
    ? []
    : [
        { caption: 'Courses completed a week', charts: [completions(dataset)] },
        { caption: 'Courses, cumulative', charts: [progress(dataset)] },
      ];
