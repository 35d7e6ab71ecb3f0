import { Link } from '@tanstack/react-router';
import { Table } from '../../../design/table.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import type { ImportDetails } from '../overview/deliveries.ts';
import { Refused } from './refused.tsx';

type File = ImportDetails['files'][number];

/** Blinded readers are told no names of files: then its domains say which it is. */
function Name({ studyId, file }: { readonly studyId: string; readonly file: File }) {
  const { say } = useVoice();
  const { file: name, domains, readBy } = file;
  return (
    <>
      {name ?? domains.join(', ')}
      {readBy !== null && (
        <p className="note">
          <Link to="/studies/$studyId/imports/$importId" params={{ studyId, importId: readBy }}>
            {say('file.as-before')}
          </Link>
        </p>
      )}
    </>
  );
}

/** What of it is doubtful, and which cells were left out of rows that were kept. */
function Doubts({ file: { warnings, leftOut } }: { readonly file: File }) {
  const { say, knows } = useVoice();
  const warningWords = ({ code, about }: File['warnings'][number]): string => {
    const message = `file.warning.${code}`;
    return knows(message) ? say(message as 'file.warning.metadata', { about: about ?? '–' }) : code;
  };
  const cells = leftOut ?? [];
  if (warnings.length + cells.length === 0) return say('file.nothing');
  return (
    <ul role="list">
      {warnings.map((warning) => (
        <li key={`${warning.code} ${warning.about}`}>{warningWords(warning)}</li>
      ))}
      {cells.map(({ domain, variable, code, cells: n, firstRow }) => (
        <li key={`${domain} ${variable} ${code}`}>
          {say(`file.cells.${code}`, { variable: `${domain}.${variable}`, n, row: firstRow })}
        </li>
      ))}
    </ul>
  );
}

export function Files({ details: { files, studyId } }: { readonly details: ImportDetails }) {
  const { say, number } = useVoice();
  if (files.length === 0) return null;
  return (
    <section className="study-section" aria-labelledby="files">
      <h3 id="files">{say('files')}</h3>
      <Table
        label={say('files')}
        rows={files}
        keyOf={(file) => file.file ?? `${file.domains.join(' ')} ${files.indexOf(file)}`}
        columns={[
          { id: 'file', head: say('file'), cell: (file) => <Name studyId={studyId} file={file} /> },
          { id: 'domain', head: say('domain'), cell: ({ domains }) => domains.join(', ') },
          { id: 'rows', head: say('import.rows'), align: 'end', cell: ({ rows }) => number(rows) },
          { id: 'new', head: say('import.new'), align: 'end', cell: ({ inserted }) => number(inserted) },
          {
            id: 'changed',
            head: say('import.changed'),
            align: 'end',
            cell: ({ changed }) => number(changed),
          },
          {
            id: 'removed',
            head: say('import.removed'),
            align: 'end',
            cell: ({ removed }) => number(removed),
          },
          { id: 'refused', head: say('import.refused'), align: 'end', cell: (file) => <Refused {...file} /> },
          { id: 'doubts', head: say('file.doubts'), cell: (file) => <Doubts file={file} /> },
        ]}
      />
    </section>
  );
}
