/** Bars a week: the period itself is dark, the weeks before it are pale, a part is hatched; figures stand above. */
import type { BarChart } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { COLOUR, type Palette } from '../theme.ts';
import { familyOf, surroundingsOf, svgOf, type ChartSize } from './chart.ts';
import { HATCHED } from './hatch.ts';
import { LABEL, widest } from './labels.ts';

interface Bar {
  readonly index: number;
  readonly value: number;
  readonly part: number;
  readonly current: boolean;
  /** Its figure stands above it. */
  readonly named: boolean;
}

type Labelled = Pick<BarChart, 'values'>;

/** Of a chart that has no room for all figures: this period's and the highest, where they do not meet. */
const mostTelling = ({ values }: Labelled, isNear: (one: number, other: number) => boolean): number[] => {
  const last = values.length - 1;
  const highest = values.indexOf(Math.max(...values));
  return highest === last || isNear(highest, last) ? [last] : [highest, last];
};

/** Bars whose figures are written, by their index. @param step points from one bar to the next */
const namedOf = (chart: Labelled, step: number, { number, language }: Voice): ReadonlySet<number> => {
  const widthOf = (index: number): number =>
    widest([number(chart.values[index] ?? 0)], LABEL.bar, familyOf(language)) + 2;
  const all = [...chart.values.keys()];
  if (all.every((index) => widthOf(index) <= step)) return new Set(all);
  const isNear = (one: number, other: number): boolean =>
    Math.abs(one - other) * step < (widthOf(one) + widthOf(other)) / 2;
  return new Set(mostTelling(chart, isNear));
};

const barsOf = ({ values, parts }: BarChart, named: ReadonlySet<number>): Bar[] =>
  values.map((value, index) => ({
    index,
    value,
    part: parts?.[index] ?? 0,
    current: index === values.length - 1,
    named: value > 0 && named.has(index),
  }));

const currentOr = (current: string, other: string) => ({
  condition: { test: 'datum.current', value: current },
  value: other,
});

export const barChart = (
  chart: BarChart,
  size: ChartSize,
  palette: Palette,
  voice: Voice,
): Promise<string> => {
  const highest = Math.max(1, ...chart.values);
  const lastFigure = widest([voice.number(chart.values.at(-1) ?? 0)], LABEL.bar, familyOf(voice.language));
  const around = surroundingsOf(
    { ...chart, figures: [voice.number(highest)], right: Math.max(8, lastFigure / 2), isPoint: false },
    size,
    voice,
  );
  const step = around.plot.width / Math.max(1, chart.weeks.length);
  const bars = barsOf(chart, namedOf(chart, step, voice));
  const x = {
    field: 'index',
    type: 'ordinal',
    axis: around.x,
    // Weeks without a bar keep their place.
    scale: { domain: chart.weeks.map((_, index) => index), paddingInner: 0.28, paddingOuter: 0.2 },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    axis: { ...around.y, tickCount: Math.min(around.y.tickCount, highest), format: ',d' },
    scale: { domain: [0, highest * 1.08], nice: false },
  });
  return svgOf(
    {
      data: { values: bars },
      encoding: { x },
      layer: [
        {
          transform: [{ filter: 'datum.value > 0' }],
          mark: { type: 'bar' },
          encoding: { y: y('value'), color: currentOr(palette.accent, palette.accentLight) },
        },
        ...(chart.parts === undefined
          ? []
          : [
              {
                // A bar of no height would be a line on the axis.
                transform: [{ filter: 'datum.part > 0' }],
                mark: { type: 'bar', color: HATCHED, stroke: COLOUR.ink, strokeWidth: 0.7 },
                encoding: { y: y('part') },
              },
            ]),
        {
          transform: [{ filter: 'datum.named' }],
          mark: { type: 'text', dy: -5, fontSize: LABEL.bar },
          encoding: {
            y: y('value'),
            text: { field: 'value', type: 'quantitative', format: ',d' },
            color: currentOr(palette.accent, COLOUR.muted),
          },
        },
      ],
    },
    size,
    around.room,
    voice,
  );
};
