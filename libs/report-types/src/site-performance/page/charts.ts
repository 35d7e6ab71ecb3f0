/** The trend of each section, over all sites. A section whose trend is empty has no chart. */
import type { Chart, ChartBlock } from '../../model/report-model.ts';
import type { Voice } from '../../model/words/voice.ts';
import type { SitePerformanceDataset, SiteWeek } from '../dataset.ts';

type Count = (week: SiteWeek) => number | null;

const bars = (weeks: readonly SiteWeek[], unit: string, value: Count): Chart => ({
  kind: 'bars',
  weeks: weeks.map(({ start }) => start),
  unit,
  values: weeks.map((week) => value(week) ?? 0),
});

const open = (weeks: readonly SiteWeek[], voice: Voice): Chart => ({
  kind: 'lines',
  weeks: weeks.map(({ start }) => start),
  unit: voice.say('site-performance.queries'),
  fromZero: true,
  lines: [
    {
      label: voice.say('site-performance.opened'),
      rank: 'second',
      values: weeks.map((week) => week.queriesOpened),
    },
    {
      label: voice.say('site-performance.open'),
      rank: 'first',
      values: weeks.map((week) => week.queriesOpen),
    },
  ],
});

const hasAny = (weeks: readonly SiteWeek[], value: Count): boolean =>
  weeks.some((week) => (value(week) ?? 0) > 0);

export const charts = (
  { trends: { weeks }, all }: SitePerformanceDataset,
  voice: Voice,
): Partial<Record<'enrolment' | 'visits' | 'queries', ChartBlock>> => ({
  ...(hasAny(weeks, (week) => week.randomised) && {
    enrolment: {
      caption: voice.say('site-performance.randomised-a-week'),
      charts: [bars(weeks, voice.say('subjects'), (week) => week.randomised)],
    },
  }),
  ...(hasAny(weeks, (week) => week.visits) && {
    visits: {
      caption: voice.say('site-performance.visits-a-week-alt'),
      charts: [bars(weeks, voice.say('visits'), (week) => week.visits)],
    },
  }),
  ...(all.queries !== null && {
    queries: { caption: voice.say('site-performance.queries-a-week'), charts: [open(weeks, voice)] },
  }),
});

/** The two trends of the first page; none while nothing has happened. */
export const trends = ({ trends: { weeks }, all }: SitePerformanceDataset, voice: Voice): ChartBlock[] => {
  if (!hasAny(weeks, (week) => week.visits)) return [];
  return [
    {
      caption: voice.say('site-performance.visits-a-week'),
      charts: [bars(weeks, voice.say('visits'), (week) => week.visits)],
    },
    all.queries === null
      ? {
          caption: voice.say('site-performance.subjects-randomised-a-week'),
          charts: [bars(weeks, voice.say('subjects'), (week) => week.randomised)],
        }
      : { caption: voice.say('site-performance.queries-a-week-title'), charts: [open(weeks, voice)] },
  ];
};
