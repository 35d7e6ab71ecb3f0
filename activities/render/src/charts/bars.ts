/** Bars a week: the period itself is dark, the weeks before it are pale, each with its figure above. */
import type { BarChart } from '@rounds/report-types/model/report-model';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { COLOUR, type Palette } from '../theme.ts';
import { svgOf, weekAxis, type ChartSize, type Room } from './chart.ts';

interface Bar {
  readonly index: number;
  readonly value: number;
  readonly part: number;
  readonly current: boolean;
  /** Its figure stands above it in a chart that has no room for all: this period's and the highest. */
  readonly named: boolean;
}

/** Points of width from which on every bar has room for its figure. */
const ROOM_FOR_ALL = 300;

const ROOM: Room = { left: 26, right: 8, top: 20, bottom: 30 };

const barsOf = ({ values, parts }: BarChart): Bar[] =>
  values.map((value, index) => ({
    index,
    value,
    part: parts?.[index] ?? 0,
    current: index === values.length - 1,
    named: value > 0 && (index === values.length - 1 || index === values.indexOf(Math.max(...values))),
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
    axis: weekAxis(chart.weeks, voice, size.width - ROOM.left - ROOM.right),
    // Weeks without a bar keep their place.
    scale: { domain: chart.weeks.map((_, index) => index), paddingInner: 0.28, paddingOuter: 0.2 },
  };
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    axis: { ...axis, tickCount: Math.min(4, highest), format: ',d' },
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
                mark: { type: 'bar', color: COLOUR.ink },
                encoding: { y: y('part') },
              },
            ]),
        {
          transform: [{ filter: size.width < ROOM_FOR_ALL ? 'datum.named' : 'datum.value > 0' }],
          mark: { type: 'text', dy: -5, fontSize: 7 },
          encoding: {
            y: y('value'),
            text: { field: 'value', type: 'quantitative', format: ',d' },
            color: currentOr(palette.accent, COLOUR.muted),
          },
        },
      ],
    },
    size,
    ROOM,
    voice,
  );
};
