import type { BarChart, ChartBlock, LineChart } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

const completions = ({ trends: { weeks } }: LearnerProgressDataset, voice: Voice): BarChart => ({
  kind: 'bars',
  weeks: weeks.map(({ start }) => start),
  unit: voice.say('Courses'),
  values: weeks.map((week) => week.completions),
});

const progress = ({ trends: { weeks } }: LearnerProgressDataset, voice: Voice): LineChart => ({
  kind: 'lines',
  weeks: weeks.map(({ start }) => start),
  unit: voice.say('Courses'),
  fromZero: true,
  lines: [
    { label: voice.say('Assigned'), rank: 'second', values: weeks.map((week) => week.assignedToDate) },
    {
      label: voice.say('courses§Completed'),
      rank: 'first',
      values: weeks.map((week) => week.completedToDate),
    },
  ],
});

/** An empty plot says nothing. */
const isEmpty = ({ trends: { weeks } }: LearnerProgressDataset): boolean =>
  weeks.every(({ assignedToDate }) => assignedToDate === 0);

export const charts = (
  dataset: LearnerProgressDataset,
  voice: Voice,
): Partial<Record<'courses' | 'completions', ChartBlock>> =>
  isEmpty(dataset)
    ? {}
    : {
        courses: {
          caption: voice.say('Courses assigned and completed, cumulative'),
          charts: [progress(dataset, voice)],
        },
        completions: {
          caption: voice.say('Courses completed a week; the dark bar is the week that ends with the range'),
          charts: [completions(dataset, voice)],
        },
      };

/** The two trends of the first page. */
export const trends = (dataset: LearnerProgressDataset, voice: Voice): ChartBlock[] =>
  isEmpty(dataset)
    ? []
    : [
        { caption: voice.say('Courses completed a week'), charts: [completions(dataset, voice)] },
        { caption: voice.say('Courses, cumulative'), charts: [progress(dataset, voice)] },
      ];
