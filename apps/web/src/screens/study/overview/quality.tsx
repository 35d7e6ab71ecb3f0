import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../../api/queries.ts';
import { Answer } from '../../../design/answer.tsx';
import { zoneOf } from '../../../model/zone.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { doubtsOf, hasDoubts, type Doubts, type Import } from './deliveries.ts';
import { IMPORT_IN_SHORT } from './overview.queries.ts';

function Doubtful({ doubts: { rows, cells, files, documents } }: { readonly doubts: Doubts }) {
  const { say } = useVoice();
  const lines = [
    ...(rows > 0 ? [say('quality.rows', { n: rows })] : []),
    ...(cells !== null && cells > 0 ? [say('quality.cells', { n: cells })] : []),
    ...(files > 0 ? [say('quality.files', { n: files })] : []),
    ...(documents > 0 ? [say('quality.documents', { n: documents })] : []),
  ];
  return (
    <ul role="list" className="study-doubts">
      {lines.map((line) => (
        <li key={line} className="urgent">
          {line}
        </li>
      ))}
    </ul>
  );
}

interface QualityProps {
  readonly studyId: string;
  readonly newest: Import;
}

/** What the last import left out or refused: reports name the same on their first page. */
export function Quality({ studyId, newest: { id: importId, startedAt, by } }: QualityProps) {
  const { say, moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  return (
    <section className="study-section" aria-labelledby="quality">
      <h2 id="quality">{say('quality.title')}</h2>
      <p>
        {say('quality.of', { at: moment(startedAt, zoneOf(me)), by })}{' '}
        <Link to="/studies/$studyId/imports/$importId" params={{ studyId, importId }}>
          {say('quality.look')}
        </Link>
      </p>
      <Answer query={useQuery(IMPORT_IN_SHORT(studyId, importId))} lines={2}>
        {(details) => {
          const doubts = doubtsOf(details);
          return hasDoubts(doubts) ? <Doubtful doubts={doubts} /> : <p>{say('quality.none')}</p>;
        }}
      </Answer>
    </section>
  );
}
