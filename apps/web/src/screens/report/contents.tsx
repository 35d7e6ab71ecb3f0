import { useVoice } from '../../words/voice-context.tsx';
import type { Report } from './report.queries.ts';
import { anchorOf } from './to-section.tsx';

export function Contents({ report: { sections } }: { readonly report: Report }) {
  const { say } = useVoice();
  if (sections.length < 2) return null;
  return (
    <nav className="report-contents" aria-labelledby="contents">
      <h2 id="contents">{say('read.contents')}</h2>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${anchorOf(id)}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
