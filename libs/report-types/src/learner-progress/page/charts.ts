import type { BarChart, ChartBlock, LineChart } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { LearnerProgressDataset } from '../dataset.ts';

const completions = ({ trends: { weeks } }: LearnerProgressDataset, voice: Voice): BarChart => ({
  kind: 'bars',
  weeks: weeks.map(({ start }) => start),
  unit: voice.say('learner-progress.courses'),
  values: weeks.map((week) => week.completions),
});

const progress = ({ trends: { weeks } }: LearnerProgressDataset, voice: Voice): LineChart => ({
  kind: 'lines',
  weeks: weeks.map(({ start }) => start),
  unit: voice.say('learner-progress.courses'),
  fromZero: true,
  lines: [
    {
      label: voice.say('learner-progress.assigned'),
      rank: 'second',
      values: weeks.map((week) => week.assignedToDate),
    },
    {
      label: voice.say('learner-progress.completed'),
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
          caption: voice.say('learner-progress.courses-assigned-and-completed-cumulative'),
          charts: [progress(dataset, voice)],
        },
        completions: {
          caption: voice.say('learner-progress.completed-a-week'),
          charts: [completions(dataset, voice)],
        },
      };

/** The two trends of the first page. */
export const trends = (dataset: LearnerProgressDataset, voice: Voice): ChartBlock[] =>
  isEmpty(dataset)
    ? []
    : [
        {
          caption: voice.say('learner-progress.courses-completed-a-week'),
          charts: [completions(dataset, voice)],
        },
        { caption: voice.say('learner-progress.courses-cumulative'), charts: [progress(dataset, voice)] },
      ];
