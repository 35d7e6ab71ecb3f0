import { useVoice } from '../../../words/voice-context.tsx';
import { labelledWeeks, plotWidth, roughWidth, yOn, type Frame, type Scale } from './geometry.ts';

export const LABEL_SIZE = 13;
const AIR = 10;
const LEAST_LEFT = 24;

const shortDay = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (date: string): string => format.format(new Date(date));
};

/** The picture with as much room as its words need. */
export const frameFor = (width: number, height: number, figures: readonly string[]): Frame => {
  const left = Math.max(LEAST_LEFT, ...figures.map((figure) => roughWidth(figure, LABEL_SIZE) + AIR));
  return { width, height, left, right: AIR + 16, top: 20, bottom: 26 };
};

interface Props {
  readonly frame: Frame;
  readonly scale: Scale;
}

/** Lines to read values by, and the figures at them. */
export function ValueAxis({ frame, scale }: Props) {
  const { number } = useVoice();
  const y = yOn(scale, frame);
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === scale.low ? 'chart-base' : 'chart-grid'}
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="chart-label" x={frame.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {number(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface WeekAxisProps {
  readonly frame: Frame;
  /** First day of each. */
  readonly weeks: readonly string[];
  readonly x: (index: number) => number;
}

export function WeekAxis({ frame, weeks, x }: WeekAxisProps) {
  const { locale } = useVoice();
  const labels = weeks.map(shortDay(locale));
  const needed = Math.max(0, ...labels.map((label) => roughWidth(label, LABEL_SIZE))) + AIR;
  const half = (needed - AIR) / 2;
  return (
    <g>
      {labelledWeeks(weeks.length, plotWidth(frame), needed).map((index) => (
        <text
          key={index}
          className="chart-label"
          // A label at an edge stays in the picture.
          x={Math.min(Math.max(x(index), half), frame.width - half)}
          y={frame.height - 8}
          textAnchor="middle"
        >
          {labels[index]}
        </text>
      ))}
    </g>
  );
}
