/** Where the words of a chart stand: measured with the widths of its face, so that none is cut or laid on another. */
import { BETWEEN_WORDS } from '../text/breaks.ts';
import type { Family } from '../text/fonts.ts';
import { textWidth } from '../text/glyphs.ts';
import { wrapWords } from '../pdf/word-wrap.ts';

/** Sizes of the words at axes and their units, at the ends of lines, and above bars. */
export const LABEL = { axis: 7.5, end: 8, bar: 7 } as const;
/** Between two lines of one label. */
export const LABEL_LINE = 9;
/** Between two labels that stand beside each other. */
const AIR = 8;
/** Between an axis and its labels: a tick and the space after it. */
const FROM_AXIS = 6;

export const widest = (texts: readonly string[], size: number, face: Family, bold = false): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, size, bold, face)));

/** In lines of at most `width` points; a word that is wider is parted. */
export const folded = (text: string, width: number, size: number, face: Family, bold = false): string[] => {
  const lines: string[] = [];
  for (const line of wrapWords(text, width, size, bold).split('\n')) {
    let current = '';
    for (const piece of line.split(BETWEEN_WORDS)) {
      if (current !== '' && textWidth((current + piece).trimEnd(), size, bold, face) > width) {
        lines.push(current.trim());
        current = piece.trimStart();
      } else current += piece;
    }
    lines.push(current.trim());
  }
  return lines.filter((line) => line !== '');
};

/** Every fourth week, counted back from the last; every eighth and so on where the labels are wider than that. */
export const weekTicks = (labels: readonly string[], plotWidth: number, face: Family): number[] => {
  const { length } = labels;
  const needed = widest(labels, LABEL.axis, face) + AIR;
  const step = plotWidth / Math.max(1, length);
  const every = 4 * Math.max(1, Math.ceil(needed / (4 * step)));
  return labels.map((_, index) => index).filter((index) => (length - 1 - index) % every === 0);
};

/** Points left of the plot for the figures of its axis. */
export const roomLeft = (figures: readonly string[], face: Family): number =>
  Math.max(26, Math.ceil(widest(figures, LABEL.axis, face) + FROM_AXIS + 1));

/** Low and high of an axis at round figures, as d3 sets them with ten steps. */
export const niceDomain = ([low, high]: readonly [number, number]): [number, number] => {
  const step = roundStep((high - low) / 10);
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
};

const roundStep = (raw: number): number => {
  const power = 10 ** Math.floor(Math.log10(raw));
  const times = [10, 5, 2].find(
    (each) => raw / power >= Math.sqrt(each * (each === 10 ? 5 : each === 5 ? 2 : 1)),
  );
  return power * (times ?? 1);
};

/** A label at the end of a line. */
export interface EndLabel {
  readonly lines: readonly string[];
  readonly colour: string;
  /** Points below the upper edge of the plot: its middle. */
  readonly y: number;
}

const heightOf = ({ lines }: EndLabel): number => lines.length * LABEL_LINE + 1;

/** Moved apart where they would cover each other, upwards, and down again from the edge where there is no more room. */
export const spreadLabels = (labels: readonly EndLabel[], plotHeight: number): EndLabel[] => {
  const placed = [...labels].sort((a, b) => b.y - a.y);
  const gap = (index: number): number => {
    const [one, other] = [placed[index - 1], placed[index]];
    return one === undefined || other === undefined ? 0 : (heightOf(one) + heightOf(other)) / 2;
  };
  const half = (index: number): number => heightOf(placed[index] ?? { lines: [], colour: '', y: 0 }) / 2;
  const ys = placed.map(({ y }, index) => Math.min(y, plotHeight + 4 - half(index)));
  for (let index = 1; index < ys.length; index++)
    ys[index] = Math.min(ys[index] ?? 0, (ys[index - 1] ?? 0) - gap(index));
  const last = ys.length - 1;
  if (last >= 0) ys[last] = Math.max(ys[last] ?? 0, half(last) - 8);
  for (let index = last - 1; index >= 0; index--)
    ys[index] = Math.max(ys[index] ?? 0, (ys[index + 1] ?? 0) + gap(index + 1));
  return placed.map((label, index) => ({ ...label, y: ys[index] ?? label.y }));
};
