/** Lines over weeks, each named where it ends. Lines differ in darkness and dash, not in hue alone. */
import { endLabelLayer, spreadLabels, svgOf, weekAxis, type ChartSize, type Week } from './chart.ts';

export interface Line {
  readonly label: string;
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly value: (week: Week) => number | null;
}

export interface LineChart {
  readonly weeks: readonly Week[];
  readonly lines: readonly Line[];
  readonly unit: string;
  readonly fromZero: boolean;
  /** A level to compare with, drawn where it stands inside the plot. */
  readonly level?: { readonly label: string; readonly value: number; readonly colour: string };
  readonly size: ChartSize;
  readonly roomRight?: number;
}

const TOP = 20;
const BOTTOM = 30;

const extent = ({ weeks, lines, level, fromZero }: LineChart): [low: number, high: number] => {
  const values = lines.flatMap(({ value }) => weeks.map(value)).filter((value) => value !== null);
  const all = level === undefined ? values : [...values, level.value];
  if (all.length === 0) return [0, 1];
  const low = fromZero ? 0 : Math.min(...all);
  const high = Math.max(...all, fromZero ? 1 : -Infinity);
  const air = fromZero ? 0 : Math.max((high - low) * 0.15, 1);
  return [low - air, high + air];
};

/** A mean without readings is a gap, not a zero; a week between two gaps is still a dot. */
const layer = (line: Line, weeks: readonly Week[], y: object, x: object): object => ({
  data: { values: weeks.map((week, index) => ({ index, value: line.value(week) })) },
  mark: {
    type: 'line',
    color: line.colour,
    strokeWidth: line.width,
    invalid: 'break-paths-show-path-domains',
    ...(line.dash === undefined ? {} : { strokeDash: line.dash }),
    ...(weeks.length > 1 ? {} : { point: { color: line.colour, size: 20 } }),
  },
  encoding: { x, y },
});

const levelLayer = (level: NonNullable<LineChart['level']>, y: object): object => ({
  data: { values: [{ value: level.value }] },
  mark: { type: 'rule', color: level.colour, strokeDash: [1, 3], strokeWidth: 1 },
  encoding: { y },
});

export const lineChart = (chart: LineChart): Promise<string> => {
  const { weeks, lines, unit, level, size } = chart;
  const [low, high] = extent(chart);
  const last = weeks.length - 1;
  const x = {
    field: 'index',
    type: 'quantitative',
    axis: weekAxis(weeks),
    scale: { domain: [0, Math.max(last, 1)], nice: false },
  };
  const y = {
    field: 'value',
    type: 'quantitative',
    axis: {
      title: unit,
      titleAngle: 0,
      titleAlign: 'left',
      titleAnchor: 'end',
      titleX: -22,
      titleY: -11,
      tickCount: 4,
    },
    scale: { domain: [low, high], nice: true, zero: false },
  };
  const ends = lines.flatMap(({ label, colour, value }) => {
    const week = weeks.findLast((each) => value(each) !== null);
    const end = week === undefined ? null : value(week);
    return end === null ? [] : [{ text: `${label} ${String(end)}`, value: end, colour }];
  });
  const named = level === undefined ? [] : [{ text: level.label, value: level.value, colour: level.colour }];
  const labels = spreadLabels([...ends, ...named], (high - low) / (size.height - TOP - BOTTOM));
  return svgOf(
    {
      layer: [
        ...lines.map((line) => layer(line, weeks, y, x)),
        ...(level === undefined ? [] : [levelLayer(level, y)]),
        endLabelLayer(labels, Math.max(last, 1)),
      ],
    },
    size,
    { left: 26, right: chart.roomRight ?? 92, top: TOP, bottom: BOTTOM },
  );
};
