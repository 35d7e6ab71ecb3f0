/** Bars a week: the period itself is dark, the weeks before it are pale, each with its figure above. */
import { COLOUR } from '../theme.ts';
import { svgOf, weekAxis, type ChartSize, type Week } from './chart.ts';

export interface BarChart {
  readonly weeks: readonly Week[];
  readonly value: (week: Week) => number;
  /** The part of each bar that is drawn in ink at its foot. */
  readonly part?: (week: Week) => number;
  readonly unit: string;
  readonly size: ChartSize;
}

interface Bar {
  readonly index: number;
  readonly value: number;
  readonly part: number;
  readonly current: boolean;
}

const barsOf = ({ weeks, value, part }: BarChart): Bar[] =>
  weeks.map((week, index) => ({
    index,
    value: value(week),
    part: part?.(week) ?? 0,
    current: index === weeks.length - 1,
  }));

const currentOr = (current: string, other: string) => ({
  condition: { test: 'datum.current', value: current },
  value: other,
});

export const barChart = (chart: BarChart): Promise<string> => {
  const bars = barsOf(chart);
  const axis = {
    title: chart.unit,
    titleAngle: 0,
    titleAlign: 'left',
    titleAnchor: 'end',
    titleX: -22,
    titleY: -11,
  };
  const x = {
    field: 'index',
    type: 'ordinal',
    axis: weekAxis(chart.weeks),
    scale: { paddingInner: 0.28, paddingOuter: 0.2 },
  };
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    axis: { ...axis, tickCount: Math.min(4, highest), format: 'd' },
    scale: { domain: [0, highest * 1.08], nice: false },
  });
  return svgOf(
    {
      data: { values: bars },
      encoding: { x },
      layer: [
        {
          mark: { type: 'bar' },
          encoding: { y: y('value'), color: currentOr(COLOUR.accent, COLOUR.accentLight) },
        },
        ...(chart.part === undefined
          ? []
          : [{ mark: { type: 'bar', color: COLOUR.ink }, encoding: { y: y('part') } }]),
        {
          transform: [{ filter: 'datum.value > 0' }],
          mark: { type: 'text', dy: -5, fontSize: chart.size.width < 300 ? 5.5 : 7 },
          encoding: {
            y: y('value'),
            text: { field: 'value' },
            color: currentOr(COLOUR.accent, COLOUR.muted),
          },
        },
      ],
    },
    chart.size,
    { left: 26, right: 8, top: 20, bottom: 30 },
  );
};
