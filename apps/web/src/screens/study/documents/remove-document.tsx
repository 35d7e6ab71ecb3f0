import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../../api/changes.ts';
import { ConfirmButton } from '../../../design/dialog.tsx';
import { notDone } from '../../../design/fault.tsx';
import { tell } from '../../../design/tidings.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import { nameOf } from './document.ts';
import { DOCUMENTS, removeDocument, type StudyDocument } from './documents.queries.ts';

interface RemoveDocumentProps {
  readonly studyId: string;
  readonly document: StudyDocument;
}

/** Its bytes go with it, so that there is no way back: it asks before. */
export function RemoveDocument({ studyId, document }: RemoveDocumentProps) {
  const voice = useVoice();
  const { say } = voice;
  const queryClient = useQueryClient();
  const named = { document: nameOf(voice, document) };
  const { mutate } = useMutation({
    mutationFn: () => removeDocument(studyId, document.id),
    onSuccess: () => {
      tell(say('document.removed', named));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
    onSettled: () => changed(queryClient, DOCUMENTS),
  });
  return (
    <ConfirmButton
      label={say('document.remove')}
      ariaLabel={say('document.remove-question', named)}
      variant="grave"
      title={say('document.remove-question', named)}
      confirm={say('document.remove')}
      onConfirm={mutate}
    >
      <p>{say('document.remove-means')}</p>
    </ConfirmButton>
  );
}
