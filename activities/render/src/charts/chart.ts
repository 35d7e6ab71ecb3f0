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
import { COLOUR } from '../theme.ts';
import { HATCHED, hatchPattern } from './hatch.ts';
import { folded, LABEL, LABEL_LINE, roomLeft, weekTicks, widest, type EndLabel } from './labels.ts';

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

const config: TopLevelSpec['config'] = {
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
    labelFontSize: LABEL.axis,
    labelPadding: 3,
    titleColor: COLOUR.muted,
    titleFontSize: LABEL.axis,
    titleFontWeight: 'normal',
  },
  axisY: { domain: false, ticks: false },
  axisX: { grid: false },
};

/** A chart has one face for all of its words. */
export const familyOf = (language: Language): Family => (language === 'ja' ? 'Noto Sans JP' : BODY_FAMILY);

/** Vega writes a fill as it is given; what it refers to stands at the beginning of the picture. */
const withPattern = (svg: string): string =>
  svg.includes(HATCHED) ? svg.replace(/^<svg[^>]*>/, (start) => start + hatchPattern) : svg;

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
    // The picture has the given size: what is drawn outside of the plot needs `room`.
    autosize: { type: 'none' },
    width: size.width - room.left - room.right,
    height: size.height - room.top - room.bottom,
  } as TopLevelSpec;
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return withPattern(svg);
};

const years = (weeks: readonly LocalDate[]): string =>
  [...new Set([weeks.at(0)?.slice(0, 4), weeks.at(-1)?.slice(0, 4)])].join('–');

/** What stands around a plot, and how much room that takes. */
export interface Surroundings {
  readonly room: Room;
  /** The axis of weeks: `datum.value` is the index of a week. */
  readonly x: object;
  /** The unit of the upright axis, above it. */
  readonly y: { readonly tickCount: number } & Readonly<Record<string, unknown>>;
  readonly plot: ChartSize;
}

/** Points above the plot with a unit of one line, and below it with a title of one. */
const MOST_TICKS = 4;
/** Points of height for each: more are drawn than are asked for, to have round figures. */
const TICK_ROOM = 18;
const TOP = 20;
const BOTTOM = 30;

interface Around {
  readonly weeks: readonly LocalDate[];
  readonly unit: string;
  /** The figures at the upright axis, or as wide ones. */
  readonly figures: readonly string[];
  /** Points right of the plot that something else needs. */
  readonly right: number;
  /** Whether a week is a point of the axis, not a piece of it. */
  readonly isPoint: boolean;
}

/** Points that a label below the first or last week reaches beyond the plot. */
const overhang = (label: string, offset: number, face: Family): number =>
  Math.ceil(widest([label], LABEL.axis, face) / 2 - offset) + 1;

export const surroundingsOf = (
  { weeks, unit, figures, right, isPoint }: Around,
  size: ChartSize,
  { say, shortDay, language }: Voice,
): Surroundings => {
  const face = familyOf(language);
  const labels = weeks.map(shortDay);
  const half = isPoint ? 0 : (size.width - 40 - right) / Math.max(1, weeks.length) / 2;
  const room = {
    left: Math.max(roomLeft(figures, face), overhang(labels.at(0) ?? '', half, face)),
    right: Math.max(right, overhang(labels.at(-1) ?? '', half, face)),
  };
  const width = size.width - room.left - room.right;
  const units = folded(unit, size.width - 8, LABEL.axis, face);
  const titles = folded(say('first-day-of-week', { years: years(weeks) }), width, LABEL.axis, face);
  const top = TOP + (units.length - 1) * LABEL_LINE;
  const bottom = BOTTOM + (titles.length - 1) * LABEL_LINE;
  return {
    room: { ...room, top, bottom },
    plot: { width, height: size.height - top - bottom },
    x: {
      title: titles,
      titlePadding: 4,
      titleLineHeight: LABEL_LINE,
      labelAngle: 0,
      labelFlush: false,
      labelOverlap: false,
      values: weekTicks(labels, width, face),
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
    },
    y: {
      title: units,
      tickCount: Math.max(1, Math.min(MOST_TICKS, Math.floor((size.height - top - bottom) / TICK_ROOM))),
      titleAngle: 0,
      titleAlign: 'left',
      titleAnchor: 'end',
      titleBaseline: 'top',
      titleLineHeight: LABEL_LINE,
      titleX: 4 - room.left,
      titleY: 1 - top,
    },
  };
};

/** How far right of the last week the labels at the ends of lines begin. */
const END_GAP = 6;
/** Of the width of a chart at most. */
const MOST_FOR_LABELS = 0.4;

/** In lines that leave the plot its room. */
export const endLines = (text: string, size: ChartSize, language: Language): string[] =>
  folded(text, MOST_FOR_LABELS * size.width - END_GAP, LABEL.end, familyOf(language), true);

/** Points right of the plot that the widest label takes. */
export const roomForEnds = (
  labels: readonly { readonly lines: readonly string[] }[],
  language: Language,
): number =>
  Math.max(
    40,
    ...labels.map(({ lines }) => widest(lines, LABEL.end, familyOf(language), true) + END_GAP + 6),
  );

/** A layer that writes the labels right of the last week. */
export const endLabelLayer = (labels: readonly EndLabel[], lastIndex: number): object => ({
  data: {
    values: labels.map(({ lines, colour, y }) => ({
      index: lastIndex,
      lines,
      colour,
      // Of several lines the first stands at the place.
      y: y - ((lines.length - 1) * LABEL_LINE) / 2,
    })),
  },
  mark: {
    type: 'text',
    align: 'left',
    baseline: 'middle',
    dx: END_GAP,
    fontSize: LABEL.end,
    fontWeight: 600,
    lineHeight: LABEL_LINE,
    clip: false,
  },
  encoding: {
    x: { field: 'index', type: 'quantitative' },
    y: { field: 'y', type: 'quantitative', scale: null },
    text: { field: 'lines' },
    color: { field: 'colour', type: 'nominal', scale: null },
  },
});
