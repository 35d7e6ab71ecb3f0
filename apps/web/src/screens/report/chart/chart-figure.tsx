import { useId } from 'react';
import type { components } from '@rounds/client/generated/api';
import { useVoice } from '../../../words/voice-context.tsx';
import type { Voice } from '../../../words/voice.ts';
import { Bars } from './bars.tsx';
import type { Chart, LineChart, Values } from './geometry.ts';
import { Lines } from './lines.tsx';
import { useWidth } from './use-width.ts';
import './chart.css';

type ChartBlock = components['schemas']['Report']['trends'][number];

interface Column {
  readonly label: string;
  readonly values: Values;
}

/** The same in figures, for whoever reads figures or cannot see a picture. */
const columnsOf = (chart: Chart, { say }: Voice): Column[] => {
  if (chart.kind === 'lines') return chart.lines.map(({ label, values }) => ({ label, values }));
  const { unit, values, parts } = chart;
  return [
    { label: unit, values },
    ...(parts === undefined ? [] : [{ label: say('read.chart-part'), values: parts }]),
  ];
};

function Behind({ chart }: { readonly chart: Chart }) {
  const voice = useVoice();
  const { say, number, day } = voice;
  const columns = columnsOf(chart, voice);
  return (
    <details className="chart-behind">
      <summary>{say('read.chart-values')}</summary>
      <div className="listing-scroll" tabIndex={0} role="region" aria-label={chart.unit}>
        <table className="listing">
          <thead>
            <tr>
              <th scope="col">{say('read.chart-week')}</th>
              {columns.map(({ label }) => (
                <th key={label} scope="col" className="listing-figure">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.weeks.map((week, index) => (
              <tr key={week}>
                <th scope="row">{day(week)}</th>
                {columns.map(({ label, values }) => (
                  <td key={label} className="listing-figure">
                    {number(values[index] ?? Number.NaN)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Sample({ look }: { readonly look: string }) {
  return (
    <svg className="chart-sample" width="28" height="10" aria-hidden="true">
      <line className={look} x1="1" x2="27" y1="5" y2="5" />
    </svg>
  );
}

const lastOf = (values: Values): number => values.findLast((value) => value !== null) ?? Number.NaN;

/** Which line is which, by darkness and dash, with the figure where it ends. */
function Key({ chart: { lines, level } }: { readonly chart: LineChart }) {
  const { number } = useVoice();
  return (
    <ul role="list" className="chart-key">
      {lines.map(({ label, rank, values }) => (
        <li key={label} className={`chart-name-${rank}`}>
          <Sample look={`chart-line chart-line-${rank}`} />
          {label} <strong>{number(lastOf(values))}</strong>
        </li>
      ))}
      {level !== undefined && (
        <li>
          <Sample look="chart-level" />
          {level.label}
        </li>
      )}
    </ul>
  );
}

/** What a screen reader says of the picture: from where to where, and where it stands now. */
const summaryOf = (chart: Chart, { say, number, day }: Voice): string => {
  const [first = '', last = ''] = [chart.weeks.at(0), chart.weeks.at(-1)];
  const values = chart.kind === 'bars' ? chart.values : (chart.lines.at(0)?.values ?? []);
  const known = values.filter((value) => value !== null);
  return say('read.chart-summary', {
    unit: chart.unit,
    from: day(first),
    to: day(last),
    last: number(lastOf(values)),
    highest: number(known.length === 0 ? Number.NaN : Math.max(...known)),
  });
};

const HEIGHT = 220;

function OneChart({ chart, caption }: { readonly chart: Chart; readonly caption: string }) {
  const voice = useVoice();
  const name = useId();
  const [place, width] = useWidth(640);
  if (chart.weeks.length === 0) return null;
  const size = { width, height: HEIGHT };
  return (
    <div className="chart" ref={place}>
      <p className="chart-unit">{chart.unit}</p>
      {chart.kind === 'lines' && <Key chart={chart} />}
      <svg
        className="chart-picture"
        {...size}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-labelledby={name}
      >
        <title id={name}>{`${caption} ${summaryOf(chart, voice)}`}</title>
        {chart.kind === 'bars' ? <Bars chart={chart} {...size} /> : <Lines chart={chart} {...size} />}
      </svg>
      <p className="chart-weeks">{voice.say('read.chart-weeks')}</p>
      <Behind chart={chart} />
    </div>
  );
}

/** One chart as wide as its place, or two beside each other, under what they say. */
export function ChartFigure({ block: { caption, charts } }: { readonly block: ChartBlock }) {
  return (
    <figure className="chart-block">
      <figcaption>{caption}</figcaption>
      <div className="chart-pair">
        {charts.map((chart) => (
          <OneChart key={`${chart.kind} ${chart.unit}`} chart={chart} caption={caption} />
        ))}
      </div>
    </figure>
  );
}
