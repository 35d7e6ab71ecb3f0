import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { Answer } from '../../../design/answer.tsx';
import { Button } from '../../../design/button.tsx';
import { DialogButton } from '../../../design/dialog.tsx';
import { saveFile } from '../../../model/save-file.ts';
import { useVoice } from '../../../words/voice-context.tsx';
import { contentPath, type StudyDocument } from './documents.queries.ts';

const CONTENT = '/api/v1/studies/{studyId}/documents/{documentId}/content';
const LONGEST_TEXT = 100_000;

const useContent = (studyId: string, { id }: StudyDocument) =>
  useQuery({
    queryKey: [CONTENT, { studyId, id }],
    queryFn: async ({ signal }) => (await api.open(contentPath(studyId, id), { signal })).blob(),
    // Bytes never change; they leave the memory with the dialog.
    staleTime: Infinity,
    gcTime: 0,
  });

/** An address within this page, as long as it is shown. */
const useObjectUrl = (blob: Blob): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return url;
};

/** Some formats no browser draws: they can be downloaded. */
function Picture({ blob, title }: { readonly blob: Blob; readonly title: string }) {
  const { say } = useVoice();
  const [isShown, setShown] = useState(true);
  const url = useObjectUrl(blob);
  if (!isShown) return <p>{say('document.cannot-show')}</p>;
  return (
    <img
      className="preview-image"
      alt={title}
      {...(url !== undefined && { src: url })}
      onError={() => {
        setShown(false);
      }}
    />
  );
}

/** As it is written: a report sets Markdown, a preview shows what came. */
function Written({ blob, title }: { readonly blob: Blob; readonly title: string }) {
  const { say } = useVoice();
  const [text, setText] = useState('');
  useEffect(() => {
    void blob.text().then(setText);
  }, [blob]);
  return (
    <>
      {/* Long ones scroll: by keyboard too. */}
      <pre className="preview-text" tabIndex={0} role="region" aria-label={title}>
        {text.slice(0, LONGEST_TEXT)}
      </pre>
      {text.length > LONGEST_TEXT && <p className="note">{say('document.goes-on')}</p>}
    </>
  );
}

interface PreviewProps {
  readonly studyId: string;
  readonly document: StudyDocument;
}

function Content({ studyId, document }: PreviewProps) {
  const { say } = useVoice();
  const title = document.title ?? document.id;
  return (
    <Answer query={useContent(studyId, document)} lines={6}>
      {(blob) => (
        <>
          {document.kind === 'image' ? (
            <Picture blob={blob} title={title} />
          ) : (
            <Written blob={blob} title={title} />
          )}
          <div>
            <Button
              onPress={() => {
                saveFile(document.fileName ?? document.id, blob);
              }}
            >
              {say('document.download')}
            </Button>
          </div>
        </>
      )}
    </Answer>
  );
}

export function Preview({ studyId, document }: PreviewProps) {
  const { say } = useVoice();
  const title = document.title ?? document.id;
  return (
    <DialogButton
      label={say('document.preview')}
      ariaLabel={say('document.preview-of', { document: title })}
      variant="quiet"
      title={title}
    >
      {(close) => (
        <>
          <Content studyId={studyId} document={document} />
          <div className="dialog-ways">
            <Button onPress={close}>{say('close')}</Button>
          </div>
        </>
      )}
    </DialogButton>
  );
}
