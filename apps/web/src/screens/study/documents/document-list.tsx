import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../api/queries.ts';
import { Table } from '../../../design/table.tsx';
import { studyOf } from '../parts.ts';
import type { Me } from '../../../model/study.ts';
import { sizeWords } from '../../../model/size.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import { mayRemove, placeWords, seenByWords } from './document.ts';
import type { StudyDocument } from './documents.queries.ts';
import { Preview } from './preview.tsx';
import { RemoveDocument } from './remove-document.tsx';

/** Blinded readers are told no titles: then its kind and its subject or site say which it is. */
function Title({ document: { title, caption, kind, fileName } }: { readonly document: StudyDocument }) {
  const { say } = useVoice();
  if (title === null) return say(`document.kind.${kind}`);
  return (
    <>
      {title}
      {caption !== null && <p className="note">{caption}</p>}
      {fileName !== null && <p className="note">{fileName}</p>}
    </>
  );
}

interface DocumentListProps {
  readonly studyId: string;
  readonly documents: readonly StudyDocument[];
}

interface WaysProps {
  readonly me: Me;
  readonly studyId: string;
  readonly document: StudyDocument;
}

/** What a document holds may name an arm: it is opened for those alone who may see arms. */
const mayOpen = (me: Me, studyId: string): boolean => studyOf(me, studyId)?.unblinded === true;

function Ways({ me, studyId, document }: WaysProps) {
  return (
    <div className="page-actions">
      {mayOpen(me, studyId) && <Preview studyId={studyId} document={document} />}
      {mayRemove(me, studyId, document) && <RemoveDocument studyId={studyId} document={document} />}
    </div>
  );
}

export function DocumentList({ studyId, documents }: DocumentListProps) {
  const voice = useVoice();
  const { say } = voice;
  const { data: me } = useQuery(ask('/api/v1/me'));
  return (
    <Table
      label={say('documents.title')}
      rows={documents}
      keyOf={({ id }) => id}
      columns={[
        { id: 'title', head: say('document'), cell: (document) => <Title document={document} /> },
        {
          id: 'of',
          head: say('document.of'),
          isWhole: true,
          cell: (document) => placeWords(voice, document),
        },
        { id: 'seen', head: say('document.seen-by'), cell: (document) => seenByWords(voice, document) },
        {
          id: 'received',
          head: say('document.received'),
          isWhole: true,
          cell: ({ receivedAt }) => <Moment at={receivedAt} />,
        },
        {
          id: 'bytes',
          head: say('document.size'),
          align: 'end',
          cell: ({ bytes }) => sizeWords(voice, bytes),
        },
        ...(me !== undefined &&
        (mayOpen(me, studyId) || documents.some((each) => mayRemove(me, studyId, each)))
          ? [
              {
                id: 'ways',
                isWays: true,
                head: say('ways'),
                cell: (document: StudyDocument) => <Ways {...{ me, studyId, document }} />,
              },
            ]
          : []),
      ]}
    />
  );
}
