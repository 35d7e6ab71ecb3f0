import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/queries.ts';
import { zoneOf } from '../../model/zone.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Job, Report } from './report.queries.ts';

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

/** What the report says of itself, and whose wish it was: its files are the same for all who wish for it. */
export function About({ report: { about }, job }: { readonly report: Report; readonly job: Job }) {
  const { say, moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const wish = [
    { term: say('read.requested-by'), meaning: `${job.requestedBy} · ${moment(job.createdAt, zoneOf(me))}` },
    { term: say('read.reference'), meaning: job.jobId },
  ];
  return <Entries title={say('read.about')} entries={[...about, ...wish]} />;
}
