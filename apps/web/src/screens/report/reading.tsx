import { useVoice } from '../../words/voice-context.tsx';
import type { Report } from './report.queries.ts';

interface Entry {
  readonly term: string;
  readonly meaning: string;
}

function Entries({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <details className="report-more">
      <summary>
        <h2>{title}</h2>
      </summary>
      <dl className="report-definitions">
        {entries.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function Definitions({ report: { definitions } }: { readonly report: Report }) {
  const { say } = useVoice();
  return <Entries title={say('read.definitions')} entries={definitions} />;
}

export function About({ report: { about } }: { readonly report: Report }) {
  const { say } = useVoice();
  return <Entries title={say('read.about')} entries={about} />;
}
