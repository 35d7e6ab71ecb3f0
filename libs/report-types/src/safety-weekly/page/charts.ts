/** The trend of each section. A section whose trend is empty has no chart: an empty plot says nothing. */
import type { BarChart, ChartBlock } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SafetyWeek, SafetyWeeklyDataset } from '../dataset.ts';
import { severeWord } from './words.ts';

type Count = (week: SafetyWeek) => number | null;

const bars = (weeks: readonly SafetyWeek[], unit: string, value: Count, part?: Count): BarChart => ({
  kind: 'bars',
  weeks: weeks.map(({ start }) => start),
  unit,
  values: weeks.map((week) => value(week) ?? 0),
  ...(part && weeks.every((week) => part(week) !== null) && { parts: weeks.map((week) => part(week) ?? 0) }),
});

const hasAny = (weeks: readonly SafetyWeek[], value: Count): boolean =>
  weeks.some((week) => (value(week) ?? 0) > 0);

const notable = (dataset: SafetyWeeklyDataset, voice: Voice): BarChart =>
  bars(
    dataset.trends.weeks,
    voice.say('events'),
    (week) => week.notable,
    (week) => week.serious,
  );

export const charts = (
  dataset: SafetyWeeklyDataset,
  voice: Voice,
): Partial<Record<'events' | 'deaths' | 'liver', ChartBlock>> => {
  const { weeks } = dataset.trends;
  return {
    ...(hasAny(weeks, (week) => week.notable) && {
      events: {
        caption: voice.say('safety-weekly.events-a-week', { severe: severeWord(dataset, voice) }),
        charts: [notable(dataset, voice)],
      },
    }),
    ...(hasAny(weeks, (week) => week.liverResults) && {
      liver: {
        caption: voice.say('safety-weekly.liver-results-a-week'),
        charts: [bars(weeks, voice.say('results'), (week) => week.liverResults)],
      },
    }),
  };
};

/** The two trends of the first page; none while nothing has happened. */
export const trends = (dataset: SafetyWeeklyDataset, voice: Voice): ChartBlock[] => {
  const { weeks } = dataset.trends;
  if (!hasAny(weeks, (week) => week.events)) return [];
  return [
    {
      caption: voice.say('safety-weekly.events-a-week-title', { severe: severeWord(dataset, voice) }),
      charts: [notable(dataset, voice)],
    },
    {
      caption: voice.say('safety-weekly.all-adverse-events-a-week'),
      charts: [bars(weeks, voice.say('events'), (week) => week.events)],
    },
  ];
};
