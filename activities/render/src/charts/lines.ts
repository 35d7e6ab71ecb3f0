/** Lines over weeks, each named where it ends. Lines differ in darkness and dash, not in hue alone. */
import type { Line, LineChart } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { textWidth } from '../text/glyphs.ts';
import { COLOUR, type Palette } from '../theme.ts';
import {
  END_LABEL,
  endLabelLayer,
  spreadLabels,
  svgOf,
  weekAxis,
  type ChartSize,
  type EndLabel,
} from './chart.ts';

const TOP = 20;
const BOTTOM = 30;
const LEFT = 26;

const extent = ({ lines, level, fromZero }: LineChart): [low: number, high: number] => {
  const values = lines.flatMap(({ values: each }) => each).filter((value) => value !== null);
  const all = level === undefined ? values : [...values, level.value];
  if (all.length === 0) return [0, 1];
  const low = fromZero ? 0 : Math.min(...all);
  const high = Math.max(...all, fromZero ? 1 : -Infinity);
  const air = fromZero ? 0 : Math.max((high - low) * 0.15, 1);
  return [low - air, high + air];
};

const styleOf = ({ rank }: Line, palette: Palette) =>
  rank === 'first'
    ? { color: palette.accent, strokeWidth: 2.2 }
    : { color: palette.second, strokeWidth: 1.4, strokeDash: [4, 2] };

/** A mean without readings is a gap, not a zero; a week between two gaps is still a dot. */
const layer = (line: Line, palette: Palette, y: object, x: object): object => {
  const style = styleOf(line, palette);
  return {
    data: { values: line.values.map((value, index) => ({ index, value })) },
    mark: {
      type: 'line',
      ...style,
      invalid: 'break-paths-show-path-domains',
      ...(line.values.length > 1 ? {} : { point: { color: style.color, size: 20 } }),
    },
    encoding: { x, y },
  };
};

const levelLayer = (level: NonNullable<LineChart['level']>, y: object): object => ({
  data: { values: [{ value: level.value }] },
  mark: { type: 'rule', color: COLOUR.muted, strokeDash: [1, 3], strokeWidth: 1 },
  encoding: { y },
});

const endOf = ({ label, values, rank }: Line, palette: Palette, { number }: Voice): EndLabel[] => {
  const end = values.findLast((value) => value !== null) ?? null;
  const colour = rank === 'first' ? palette.accent : palette.secondText;
  return end === null ? [] : [{ text: `${label} ${number(end)}`, value: end, colour }];
};

/** Points right of the plot that the longest label takes. */
const roomFor = (labels: readonly EndLabel[]): number =>
  Math.max(40, ...labels.map(({ text }) => textWidth(text, END_LABEL.size, true) + END_LABEL.gap + 6));

export const lineChart = (
  chart: LineChart,
  size: ChartSize,
  palette: Palette,
  voice: Voice,
): Promise<string> => {
  const { weeks, lines, unit, level } = chart;
  const [low, high] = extent(chart);
  const last = weeks.length - 1;
  const ends = lines.flatMap((line) => endOf(line, palette, voice));
  const named = level === undefined ? [] : [{ text: level.label, value: level.value, colour: COLOUR.muted }];
  const labels = spreadLabels([...ends, ...named], (high - low) / (size.height - TOP - BOTTOM));
  const room = { left: LEFT, right: roomFor(labels), top: TOP, bottom: BOTTOM };
  const x = {
    field: 'index',
    type: 'quantitative',
    axis: weekAxis(weeks, voice, size.width - room.left - room.right),
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
  return svgOf(
    {
      layer: [
        ...lines.map((line) => layer(line, palette, y, x)),
        ...(level === undefined ? [] : [levelLayer(level, y)]),
        endLabelLayer(labels, Math.max(last, 1)),
      ],
    },
    size,
    room,
    voice,
  );
};
