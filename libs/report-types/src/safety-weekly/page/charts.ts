/** The trend of each section. A section whose trend is empty has no chart: an empty plot says nothing. */
import type { BarChart, ChartBlock } from '../../model/report-model.ts';
import type { SafetyWeek, SafetyWeeklyDataset } from '../dataset.ts';
import { severeWord } from './words.ts';

type Count = (week: SafetyWeek) => number;

const bars = (weeks: readonly SafetyWeek[], unit: string, value: Count, part?: Count): BarChart => ({
  kind: 'bars',
  weeks: weeks.map(({ start }) => start),
  unit,
  values: weeks.map(value),
  ...(part && { parts: weeks.map(part) }),
});

const hasAny = (weeks: readonly SafetyWeek[], value: Count): boolean => weeks.some((week) => value(week) > 0);

const notable = (dataset: SafetyWeeklyDataset): BarChart =>
  bars(
    dataset.trends.weeks,
    'Events',
    (week) => week.notable,
    (week) => week.serious,
  );

export const charts = (
  dataset: SafetyWeeklyDataset,
): Partial<Record<'events' | 'deaths' | 'liver', ChartBlock>> => {
  const { weeks } = dataset.trends;
  return {
    ...(hasAny(weeks, (week) => week.notable) && {
      events: {
        caption: `Serious, ${severeWord(dataset)} or fatal events a week; the dark foot of a bar is serious events, the dark bar is this report’s week`,
        charts: [notable(dataset)],
      },
    }),
    ...(hasAny(weeks, (week) => week.liverResults) && {
      liver: {
        caption: 'Results that meet a liver criterion a week; the dark bar is this report’s week',
        charts: [bars(weeks, 'Results', (week) => week.liverResults)],
      },
    }),
  };
};

/** The two trends of the first page; none while nothing has happened. */
export const trends = (dataset: SafetyWeeklyDataset): ChartBlock[] => {
  const { weeks } = dataset.trends;
  if (!hasAny(weeks, (week) => week.events)) return [];
  return [
    {
      caption: `Serious, ${severeWord(dataset)} or fatal events a week (dark foot: serious)`,
      charts: [notable(dataset)],
    },
    { caption: 'All adverse events a week', charts: [bars(weeks, 'Events', (week) => week.events)] },
  ];
};
