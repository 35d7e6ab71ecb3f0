/** What the first page of the PDF says, in its order: what is wrong, the figures, what changed. */
import { useVoice } from '../../words/voice-context.tsx';
import { ChartFigure } from './chart/chart-figure.tsx';
import { Sparkline } from './chart/sparkline.tsx';
import type { Report } from './report.queries.ts';
import { ToSection } from './to-section.tsx';

export function Lacking({ lacking }: Pick<Report, 'lacking'>) {
  if (lacking === null) return null;
  return (
    <section className="report-lacking" aria-labelledby="lacking">
      <h2 id="lacking">{lacking.title}</h2>
      <ul>
        {lacking.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly report: Report;
}

export function Attention({ report }: Props) {
  const { say } = useVoice();
  const { items, calm } = report.attention;
  const isCalm = !items.some(({ urgent }) => urgent);
  return (
    <section className={isCalm ? 'report-calm' : 'report-urgent'} aria-labelledby="attention">
      <h2 id="attention">{say('read.attention')}</h2>
      {isCalm && <p className="calm">{calm}</p>}
      <ul role="list">
        {items.map(({ lead, sentence, section, urgent }) => (
          <li key={lead + sentence}>
            <strong className={urgent ? 'urgent' : ''}>{lead}</strong> {sentence}{' '}
            <ToSection report={report} id={section} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Tile = Report['tiles'][number];

function Figure({ tile, report }: { readonly tile: Tile } & Props) {
  const { label, value, previous, difference, context, section, urgent, trend } = tile;
  return (
    <tr>
      <th scope="row">
        <span className={urgent ? 'urgent' : ''}>
          <ToSection report={report} id={section}>
            {label}
          </ToSection>
        </span>
        {context !== '' && <span className="note figures-context">{context}</span>}
      </th>
      <td className="listing-figure figures-now">{value}</td>
      <td className="listing-figure">{previous}</td>
      <td className="listing-figure">{difference}</td>
      <td className="figures-trend">
        <Sparkline values={trend} />
      </td>
    </tr>
  );
}

export function Figures({ report }: Props) {
  const { say } = useVoice();
  const { tiles, tilesNow, tilesBefore } = report;
  if (tiles.length === 0) return null;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say('read.figures')}</h2>
      <table className="listing figures">
        <thead>
          <tr>
            <th scope="col">
              <span className="only-heard">{say('read.figure')}</span>
            </th>
            <th scope="col" className="listing-figure">
              {tilesNow}
            </th>
            <th scope="col" className="listing-figure">
              {tilesBefore}
            </th>
            <th scope="col" className="listing-figure">
              {say('read.difference')}
            </th>
            <th scope="col" className="figures-trend">
              {say('read.course')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiles.map((tile) => (
            <Figure key={tile.label} tile={tile} report={report} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Changes({ changes: { title, lines } }: Pick<Report, 'changes'>) {
  return (
    <section className="report-changes" aria-labelledby="changes">
      <h2 id="changes">{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

export function Trends({ report: { trends } }: Props) {
  const { say } = useVoice();
  if (trends.length === 0) return null;
  return (
    <section aria-labelledby="trends">
      <h2 id="trends">{say('read.trends')}</h2>
      <div className="report-trends">
        {trends.map((block) => (
          <ChartFigure key={block.caption} block={block} />
        ))}
      </div>
    </section>
  );
}
