/** The trend of each section, over all sites. A section whose trend is empty has no chart. */
import type { Chart, ChartBlock } from '../../model/report-model.ts';
import type { SitePerformanceDataset, SiteWeek } from '../dataset.ts';

type Count = (week: SiteWeek) => number;

const bars = (weeks: readonly SiteWeek[], unit: string, value: Count): Chart => ({
  kind: 'bars',
  weeks: weeks.map(({ start }) => start),
  unit,
  values: weeks.map(value),
});

const open = (weeks: readonly SiteWeek[]): Chart => ({
  kind: 'lines',
  weeks: weeks.map(({ start }) => start),
  unit: 'Queries',
  fromZero: true,
  lines: [
    { label: 'Opened', rank: 'second', values: weeks.map((week) => week.queriesOpened) },
    { label: 'Open', rank: 'first', values: weeks.map((week) => week.queriesOpen) },
  ],
});

const hasAny = (weeks: readonly SiteWeek[], value: Count): boolean => weeks.some((week) => value(week) > 0);

export const charts = ({
  trends: { weeks },
  all,
}: SitePerformanceDataset): Partial<Record<'enrolment' | 'visits' | 'queries', ChartBlock>> => ({
  ...(hasAny(weeks, (week) => week.randomised) && {
    enrolment: {
      caption: 'Subjects randomised a week; the dark bar is this report’s week',
      charts: [bars(weeks, 'Subjects', (week) => week.randomised)],
    },
  }),
  ...(hasAny(weeks, (week) => week.visits) && {
    visits: {
      caption: 'Visits a week; the dark bar is this report’s week',
      charts: [bars(weeks, 'Visits', (week) => week.visits)],
    },
  }),
  ...(all.queries !== null && {
    queries: { caption: 'Queries open at the end of each week, and opened in it', charts: [open(weeks)] },
  }),
});

/** The two trends of the first page; none while nothing has happened. */
export const trends = ({ trends: { weeks }, all }: SitePerformanceDataset): ChartBlock[] => {
  if (!hasAny(weeks, (week) => week.visits)) return [];
  return [
    { caption: 'Visits a week', charts: [bars(weeks, 'Visits', (week) => week.visits)] },
    all.queries === null
      ? {
          caption: 'Subjects randomised a week',
          charts: [bars(weeks, 'Subjects', (week) => week.randomised)],
        }
      : { caption: 'Queries open, and opened a week', charts: [open(weeks)] },
  ];
};
