/**
 * Charts are vega-lite specifications turned into SVG: no browser, the same text each time. Axes count weeks by
 * index and are labelled with our own words, so that no time zone of the machine moves a label.
 */
import type { Language } from '@rounds/contracts/language';
import type { LocalDate } from '@rounds/contracts/period';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { BODY_FAMILY, type Family } from '../text/fonts.ts';
import { textWidth } from '../text/glyphs.ts';
import { COLOUR } from '../theme.ts';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Room around the plot: axis labels left and below, direct labels right. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const config = {
  view: { stroke: null },
  axis: {
    domainColor: COLOUR.faint,
    domainWidth: 0.6,
    gridColor: COLOUR.hairline,
    gridWidth: 0.6,
    tickColor: COLOUR.faint,
    tickSize: 3,
    tickWidth: 0.6,
    labelColor: COLOUR.muted,
    labelFontSize: 7.5,
    labelPadding: 3,
    titleColor: COLOUR.muted,
    titleFontSize: 7.5,
    titleFontWeight: 'normal',
  },
  axisY: { domain: false, ticks: false },
  axisX: { grid: false },
} as const satisfies TopLevelSpec['config'];

/** A chart has one face for all of its words. */
const familyOf = (language: Language): Family => (language === 'ja' ? 'Noto Sans JP' : BODY_FAMILY);

/** @param body layers and data of the chart; `size` is the whole picture, `room` what is kept around the plot. */
export const svgOf = async (
  body: object,
  size: ChartSize,
  room: Room,
  { signs, language }: Voice,
): Promise<string> => {
  const spec = {
    ...body,
    config: {
      ...config,
      font: familyOf(language),
      locale: { number: { ...signs, grouping: [3], currency: ['', ''] } },
    },
    padding: room,
    // The picture is as large as it is told to be: what is drawn outside of the plot needs `room`.
    autosize: { type: 'none' },
    width: size.width - room.left - room.right,
    height: size.height - room.top - room.bottom,
  } as TopLevelSpec;
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
};

/** Between the label of a week and the next. */
const LABEL_GAP = 8;

/**
 * Every fourth week, counted back from the last; every eighth and so on where the labels of a language are too wide
 * to stand beside each other.
 */
const ticks = (labels: readonly string[], language: Language, width: number): number[] => {
  const size = config.axis.labelFontSize;
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, size, false, familyOf(language))));
  const months = Math.ceil((widest + LABEL_GAP) / ((4 * width) / Math.max(labels.length, 1)));
  return labels.map((_, index) => index).filter((index) => (labels.length - 1 - index) % (4 * months) === 0);
};

const years = (weeks: readonly LocalDate[]): string =>
  [...new Set([weeks.at(0)?.slice(0, 4), weeks.at(-1)?.slice(0, 4)])].join('–');

/** The axis of weeks: `datum.value` is the index of a week. @param width points of the plot */
export const weekAxis = (weeks: readonly LocalDate[], { say, shortDay, language }: Voice, width: number) => {
  const labels = weeks.map(shortDay);
  return {
    title: say('First day of the week, {years}', { years: years(weeks) }),
    titlePadding: 4,
    labelAngle: 0,
    labelOverlap: false,
    // Moved into the plot, the label of the last week would stand on the one before it.
    labelFlush: false,
    values: ticks(labels, language, width),
    labelExpr: `${JSON.stringify(labels)}[datum.value]`,
  };
};

/** Size of the labels, and how far right of the last week they begin. */
export const END_LABEL = { size: 8, gap: 6 } as const;

export interface EndLabel {
  readonly text: string;
  readonly value: number;
  readonly colour: string;
}

/**
 * Labels at the ends of lines, moved apart where they would cover each other.
 * @param perPoint value of one point of height
 */
export const spreadLabels = (labels: readonly EndLabel[], perPoint: number): EndLabel[] => {
  const gap = 10 * perPoint;
  const sorted = [...labels].sort((a, b) => a.value - b.value);
  return sorted.reduce<EndLabel[]>((placed, label) => {
    const below = placed.at(-1);
    const lowest = below === undefined ? label.value : below.value + gap;
    return [...placed, { ...label, value: Math.max(label.value, lowest) }];
  }, []);
};

/** A layer that writes the labels right of the last week. */
export const endLabelLayer = (labels: readonly EndLabel[], lastIndex: number): object => ({
  data: { values: labels.map((label) => ({ ...label, index: lastIndex })) },
  mark: {
    type: 'text',
    align: 'left',
    dx: END_LABEL.gap,
    fontSize: END_LABEL.size,
    fontWeight: 600,
    clip: false,
  },
  encoding: {
    x: { field: 'index', type: 'quantitative' },
    y: { field: 'value', type: 'quantitative' },
    text: { field: 'text' },
    color: { field: 'colour', type: 'nominal', scale: null },
  },
});
