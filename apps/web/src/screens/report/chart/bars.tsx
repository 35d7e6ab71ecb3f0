import { useId } from 'react';
import { useVoice } from '../../../words/voice-context.tsx';
import { frameFor, LABEL_SIZE, ValueAxis, WeekAxis } from './axes.tsx';
import {
  barsOf,
  namedBars,
  plotWidth,
  roughWidth,
  scaleOf,
  weekMiddle,
  type Bar,
  type BarChart,
} from './geometry.ts';

interface BarsProps {
  readonly chart: BarChart;
  readonly width: number;
  readonly height: number;
}

function Part({ bar, fill }: { readonly bar: Bar; readonly fill: string }) {
  if (bar.part === 0) return null;
  const { x, y, width, height, partHeight } = bar;
  return (
    <rect
      className="chart-part"
      x={x}
      y={y + height - partHeight}
      width={width}
      height={partHeight}
      fill={`url(#${fill})`}
    />
  );
}

/** The period itself is dark among pale weeks; what is set off at the foot is hatched in ink on paper. */
export function Bars({ chart, width, height }: BarsProps) {
  const { number } = useVoice();
  const hatch = useId();
  const { values, weeks } = chart;
  const scale = scaleOf([0, Math.max(1, ...values)], 4, 1);
  const frame = frameFor(width, height, scale.ticks.map(number));
  const place = plotWidth(frame) / Math.max(1, values.length);
  const named = namedBars(values, place, (value) => roughWidth(number(value), LABEL_SIZE) + 2);
  const last = values.length - 1;
  return (
    <>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="chart-paper" width="5" height="5" />
          <line className="chart-hatch" y2="5" />
        </pattern>
      </defs>
      <ValueAxis frame={frame} scale={scale} />
      {barsOf(chart, scale, frame).map((bar) => (
        <g key={bar.index}>
          <rect
            className={bar.index === last ? 'chart-bar-now' : 'chart-bar'}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
          />
          <Part bar={bar} fill={hatch} />
          {named.has(bar.index) && bar.value > 0 && (
            <text
              className={bar.index === last ? 'chart-figure-now' : 'chart-label'}
              x={bar.x + bar.width / 2}
              y={bar.y - 5}
              textAnchor="middle"
            >
              {number(bar.value)}
            </text>
          )}
        </g>
      ))}
      <WeekAxis frame={frame} weeks={weeks} x={weekMiddle(weeks.length, frame)} />
    </>
  );
}
