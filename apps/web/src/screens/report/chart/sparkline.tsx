import { lonely, pathOf, weekPoint, yOn, type Values } from './geometry.ts';
import './chart.css';

const FRAME = { width: 96, height: 28, left: 3, right: 5, top: 4, bottom: 4 };

/** The course of the last weeks, beside the figure that says it: for the eye alone. */
export function Sparkline({ values }: { readonly values: Values }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = weekPoint(values.length, FRAME);
  const y = low === high ? () => FRAME.height / 2 : yOn({ low, high, ticks: [] }, FRAME);
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className="sparkline" width={FRAME.width} height={FRAME.height} aria-hidden="true">
      <path className="sparkline-line" d={pathOf(values, x, y)} />
      {[...lonely(values), last].map((index) => (
        <circle key={index} className="chart-dot-first" cx={x(index)} cy={y(values[index] ?? 0)} r="2.5" />
      ))}
    </svg>
  );
}
