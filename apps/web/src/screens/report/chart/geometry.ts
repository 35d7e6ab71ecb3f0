/** Where the marks of a chart stand, in pixels: of data and a frame alone. */
import type { components } from '@rounds/client/generated/api';

type Charts = components['schemas']['Report']['trends'][number]['charts'];
export type Chart = Charts[number];
export type BarChart = Extract<Chart, { readonly kind: 'bars' }>;
export type LineChart = Extract<Chart, { readonly kind: 'lines' }>;
export type Values = readonly (number | null)[];

/** The picture and the room that its words take around the plot. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From its lowest to its highest tick. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** 1, 2 or 5 times a power of ten: the finest that needs no more than `most` steps. */
const roundStep = (span: number, most: number, finest: number): number => {
  const raw = Math.max(span / most, finest);
  const power = 10 ** Math.floor(Math.log10(raw) + 1e-9);
  return power * ([1, 2, 5, 10].find((times) => times * power >= raw * (1 - 1e-9)) ?? 10);
};

/** @param most steps @param finest step: 1 where half a thing cannot be counted */
export const scaleOf = ([low, high]: readonly [number, number], most: number, finest = 1e-6): Scale => {
  const step = roundStep(high - low, most, finest);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  // Multiplied, not added up: 0.1 + 0.2 is no tick.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: first * step, high: last * step, ticks };
};

export const plotWidth = ({ width, left, right }: Frame): number => Math.max(0, width - left - right);

export const yOn =
  ({ low, high }: Scale, { height, top, bottom }: Frame) =>
  (value: number): number =>
    top + (height - top - bottom) * (1 - (value - low) / (high - low));

/** Share of a week's place that stays empty beside its bar. */
const GAP = 0.28;

/** The middle of each week's place. */
export const weekMiddle =
  (count: number, frame: Frame) =>
  (index: number): number =>
    frame.left + (plotWidth(frame) / Math.max(1, count)) * (index + 0.5);

/** As lines need it: the first week at the left edge of the plot, the last at the right one. */
export const weekPoint =
  (count: number, frame: Frame) =>
  (index: number): number =>
    frame.left + (count < 2 ? plotWidth(frame) / 2 : (plotWidth(frame) / (count - 1)) * index);

export interface Bar {
  readonly index: number;
  readonly value: number;
  readonly part: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the part that is set off at its foot. */
  readonly partHeight: number;
}

export const barsOf = ({ values, parts }: BarChart, scale: Scale, frame: Frame): Bar[] => {
  const place = plotWidth(frame) / Math.max(1, values.length);
  const width = Math.max(1, place * (1 - GAP));
  const middle = weekMiddle(values.length, frame);
  const y = yOn(scale, frame);
  return values.map((value, index) => {
    const part = Math.min(parts?.[index] ?? 0, value);
    const height = y(0) - y(value);
    const partHeight = y(0) - y(part);
    return { index, value, part, x: middle(index) - width / 2, y: y(value), width, height, partHeight };
  });
};

/** Bars whose figures are written: all where they have room, else this period's and the highest that is not near it. */
export const namedBars = (values: readonly number[], place: number, widthOf: (value: number) => number) => {
  if (values.every((value) => widthOf(value) <= place)) return new Set(values.keys());
  const last = values.length - 1;
  const highest = values.indexOf(Math.max(...values));
  const needed = (widthOf(values[last] ?? 0) + widthOf(values[highest] ?? 0)) / 2;
  return new Set((last - highest) * place < needed ? [last] : [highest, last]);
};

/** Pieces of a line between its gaps, as indices: a week without a value is a gap, not a zero. */
const piecesOf = (values: Values): number[][] => {
  const pieces: number[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) pieces.push([]);
    else pieces.at(-1)?.push(index);
  }
  return pieces.filter((piece) => piece.length > 0);
};

type Place = (value: number) => number;

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

const at = (values: Values, index: number, x: Place, y: Place): string =>
  `${rounded(x(index))} ${rounded(y(values[index] ?? 0))}`;

export const pathOf = (values: Values, x: Place, y: Place): string =>
  piecesOf(values)
    .filter((piece) => piece.length > 1)
    .map((piece) => `M${piece.map((index) => at(values, index, x, y)).join('L')}`)
    .join('');

/** Weeks between two gaps: dots, as a line of one point is none. */
export const lonely = (values: Values): number[] =>
  piecesOf(values).flatMap((piece) => (piece.length === 1 ? piece : []));

export const extentOf = ({ lines, level, fromZero }: LineChart): [low: number, high: number] => {
  const values = lines.flatMap((line) => line.values).filter((value) => value !== null);
  const all = level === undefined ? values : [...values, level.value];
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (fromZero) return [0, Math.max(1, high)];
  const air = Math.max((high - low) * 0.15, 1);
  return [low - air, high + air];
};

/** Every fourth week, counted back from the last; every eighth and so on where the labels are wider than that. */
export const labelledWeeks = (count: number, width: number, needed: number): number[] => {
  const step = width / Math.max(1, count);
  const every = count <= 6 && step >= needed ? 1 : 4 * Math.max(1, Math.ceil(needed / (4 * step)));
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % every === 0,
  );
};

/** Pixels that a text takes at most, by the widest letters that are usual: what is measured too wide only gets more room. */
export const roughWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0) * size;
