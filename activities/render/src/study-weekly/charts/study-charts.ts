/** The trend of each section. A section whose trend is empty has no chart: an empty plot says nothing. */
import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { SectionId } from '../sections.ts';
import { COLOUR, CONTENT_WIDTH } from '../theme.ts';
import { barChart } from './bars.ts';
import type { ChartSize, Week } from './chart.ts';
import { lineChart } from './lines.ts';

export interface Chart {
  readonly caption: string;
  /** Side by side, together as wide as the page. */
  readonly svgs: readonly string[];
}

const FULL = { width: CONTENT_WIDTH, height: 158 };
const HALF = { width: (CONTENT_WIDTH - 16) / 2, height: 150 };

const hasAny = (weeks: readonly Week[], value: (week: Week) => number | null): boolean =>
  weeks.some((week) => (value(week) ?? 0) > 0);

/** The planned number would press the lines flat while it is far away. */
const plannedLevel = (planned: number | null, screened: number) =>
  planned === null || planned > 2.5 * screened
    ? {}
    : { level: { label: `Planned ${planned}`, value: planned, colour: COLOUR.muted } };

const enrolment = async (
  { trends: { weeks }, enrolment: { toDate } }: StudyWeeklyDataset,
  size: ChartSize = FULL,
): Promise<Chart> => ({
  caption: 'Subjects screened and randomised, cumulative',
  svgs: [
    await lineChart({
      weeks,
      unit: 'Subjects',
      fromZero: true,
      size,
      ...plannedLevel(toDate.planned, toDate.screened),
      lines: [
        {
          label: 'Screened',
          colour: COLOUR.second,
          width: 1.4,
          dash: [4, 2],
          value: (week) => week.screenedToDate,
        },
        { label: 'Randomised', colour: COLOUR.accent, width: 2.2, value: (week) => week.randomisedToDate },
      ],
    }),
  ],
});

const adverseEvents = async (
  { trends: { weeks } }: StudyWeeklyDataset,
  size: ChartSize = FULL,
): Promise<Chart> => ({
  caption:
    'Adverse events a week; the dark foot of a bar is serious events, the dark bar is this report’s week',
  svgs: [
    await barChart({
      weeks,
      unit: 'Events',
      size,
      value: (week) => week.adverseEvents,
      part: (week) => week.seriousEvents,
    }),
  ],
});

const laboratory = async ({ trends: { weeks } }: StudyWeeklyDataset): Promise<Chart> => ({
  caption: 'Results out of range a week; the dark bar is this report’s week',
  svgs: [await barChart({ weeks, unit: 'Results', size: FULL, value: (week) => week.labOutOfRange })],
});

const vitalSigns = async ({ trends: { weeks } }: StudyWeeklyDataset): Promise<Chart> => ({
  caption: 'Mean vital signs a week; a gap is a week without readings',
  svgs: [
    await lineChart({
      weeks,
      unit: 'Blood pressure, mmHg',
      fromZero: false,
      size: HALF,
      roomRight: 70,
      lines: [
        { label: 'Systolic', colour: COLOUR.accent, width: 2, value: (week) => week.systolicMean },
        {
          label: 'Diastolic',
          colour: COLOUR.second,
          width: 1.4,
          dash: [4, 2],
          value: (week) => week.diastolicMean,
        },
      ],
    }),
    await lineChart({
      weeks,
      unit: 'Pulse, beats/min',
      fromZero: false,
      size: HALF,
      roomRight: 56,
      lines: [{ label: 'Pulse', colour: COLOUR.accent, width: 2, value: (week) => week.pulseMean }],
    }),
  ],
});

export const studyCharts = async (
  dataset: StudyWeeklyDataset,
): Promise<Partial<Record<SectionId, Chart>>> => {
  const { weeks } = dataset.trends;
  const anyVitals = weeks.some(
    (week) => week.systolicMean !== null || week.diastolicMean !== null || week.pulseMean !== null,
  );
  return {
    ...(hasAny(weeks, (week) => week.screenedToDate) ? { enrolment: await enrolment(dataset) } : {}),
    ...(hasAny(weeks, (week) => week.adverseEvents)
      ? { 'adverse-events': await adverseEvents(dataset) }
      : {}),
    ...(hasAny(weeks, (week) => week.labOutOfRange) ? { laboratory: await laboratory(dataset) } : {}),
    ...(anyVitals ? { 'vital-signs': await vitalSigns(dataset) } : {}),
  };
};

/** The two trends of the first page, small; none while nothing has happened. */
export const firstPageCharts = async (dataset: StudyWeeklyDataset, height: number): Promise<Chart[]> => {
  const { weeks } = dataset.trends;
  if (!hasAny(weeks, (week) => week.screenedToDate)) return [];
  const size = { ...HALF, height };
  return [
    { ...(await enrolment(dataset, size)), caption: 'Subjects, cumulative' },
    {
      ...(await adverseEvents(dataset, size)),
      caption: 'Adverse events a week (dark foot: serious)',
    },
  ];
};
