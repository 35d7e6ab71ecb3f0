/** Lines over weeks, each named where it ends. Lines differ in darkness and dash, not in hue alone. */
import type { Line, LineChart } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { COLOUR, type Palette } from '../theme.ts';
import { endLabelLayer, endLines, roomForEnds, surroundingsOf, svgOf, type ChartSize } from './chart.ts';
import { niceDomain, spreadLabels } from './labels.ts';

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

interface Named {
  readonly text: string;
  readonly value: number;
  readonly colour: string;
}

const endOf = ({ label, values, rank }: Line, palette: Palette, { number }: Voice): Named[] => {
  const end = values.findLast((value) => value !== null) ?? null;
  const colour = rank === 'first' ? palette.accent : palette.secondText;
  return end === null ? [] : [{ text: `${label} ${number(end)}`, value: end, colour }];
};

const namesOf = ({ lines, level }: LineChart, palette: Palette, voice: Voice): Named[] => [
  ...lines.flatMap((line) => endOf(line, palette, voice)),
  ...(level === undefined ? [] : [{ text: level.label, value: level.value, colour: COLOUR.muted }]),
];

/** The figures at an axis have at most one decimal more than its ends. */
const axisFigures = (domain: readonly number[], { number }: Voice): string[] =>
  domain.map((value) => number(value, domain.every(Number.isInteger) && Math.max(...domain) > 9 ? 0 : 1));

export const lineChart = (
  chart: LineChart,
  size: ChartSize,
  palette: Palette,
  voice: Voice,
): Promise<string> => {
  const { weeks, lines, level } = chart;
  const [low, high] = niceDomain(extent(chart));
  const last = Math.max(weeks.length - 1, 1);
  const named = namesOf(chart, palette, voice).map((name) => ({
    ...name,
    lines: endLines(name.text, size, voice.language),
  }));
  const figures = axisFigures([low, high], voice);
  const right = roomForEnds(named, voice.language);
  const { room, plot, ...axes } = surroundingsOf({ ...chart, figures, right, isPoint: true }, size, voice);
  const scale = { domain: [low, high], nice: false, zero: false };
  const x = { field: 'index', type: 'quantitative', axis: axes.x, scale: { domain: [0, last], nice: false } };
  const y = { field: 'value', type: 'quantitative', axis: axes.y, scale };
  const labels = spreadLabels(
    named.map(({ value, ...name }) => ({ ...name, y: ((high - value) / (high - low)) * plot.height })),
    plot.height,
  );
  return svgOf(
    {
      layer: [
        ...lines.map((line) => layer(line, palette, y, x)),
        ...(level === undefined ? [] : [levelLayer(level, y)]),
        endLabelLayer(labels, last),
      ],
    },
    size,
    room,
    voice,
  );
};
