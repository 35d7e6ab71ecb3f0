import { useVoice } from '../../../words/voice-context.tsx';
import { frameFor, ValueAxis, WeekAxis } from './axes.tsx';
import {
  extentOf,
  lonely,
  pathOf,
  scaleOf,
  weekPoint,
  yOn,
  type LineChart,
  type Values,
} from './geometry.ts';

interface LinesProps {
  readonly chart: LineChart;
  readonly width: number;
  readonly height: number;
}

interface LineProps {
  readonly values: Values;
  readonly rank: 'first' | 'second';
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

function Line({ values, rank, x, y }: LineProps) {
  const end = values.findLastIndex((value) => value !== null);
  return (
    <g>
      <path className={`chart-line chart-line-${rank}`} d={pathOf(values, x, y)} />
      {[...new Set([...lonely(values), ...(end === -1 ? [] : [end])])].map((index) => (
        <circle
          key={index}
          className={`chart-dot-${rank}`}
          cx={x(index)}
          cy={y(values[index] ?? 0)}
          r="3.5"
        />
      ))}
    </g>
  );
}

/** A mean without readings is a gap, not a zero. The key above the plot says which line is which. */
export function Lines({ chart, width, height }: LinesProps) {
  const { number } = useVoice();
  const { weeks, level } = chart;
  const scale = scaleOf(extentOf(chart), 4);
  const frame = frameFor(width, height, scale.ticks.map(number));
  const x = weekPoint(weeks.length, frame);
  const y = yOn(scale, frame);
  return (
    <>
      <ValueAxis frame={frame} scale={scale} />
      {level !== undefined && (
        <line
          className="chart-level"
          x1={frame.left}
          x2={frame.width - frame.right}
          y1={y(level.value)}
          y2={y(level.value)}
        />
      )}
      {/* The first one last: what the chart is about lies above the others. */}
      {chart.lines.toReversed().map(({ label, rank, values }) => (
        <Line key={label} values={values} rank={rank} x={x} y={y} />
      ))}
      <WeekAxis frame={frame} weeks={weeks} x={x} />
    </>
  );
}
