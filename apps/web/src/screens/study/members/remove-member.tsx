import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../../api/changes.ts';
import { ConfirmButton } from '../../../design/dialog.tsx';
import { notDone } from '../../../design/fault.tsx';
import { tell } from '../../../design/tidings.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import type { Member } from './member.ts';
import { MEMBERS, removeMember } from './members.queries.ts';

interface RemoveMemberProps {
  readonly studyId: string;
  readonly member: Member;
}

/** They see nothing of the study from then on: what they subscribed pauses, and their links no longer open. */
export function RemoveMember({ studyId, member }: RemoveMemberProps) {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const who = { person: member.name ?? member.email };
  const { mutate } = useMutation({
    mutationFn: () => removeMember(studyId, member),
    onSuccess: () => {
      tell(say('member.removed', who));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
    onSettled: () => changed(queryClient, MEMBERS),
  });
  return (
    <ConfirmButton
      label={say('member.remove')}
      ariaLabel={say('member.remove-question', who)}
      variant="grave"
      title={say('member.remove-question', who)}
      confirm={say('member.remove')}
      onConfirm={mutate}
    >
      <p>{say('member.remove-means')}</p>
    </ConfirmButton>
  );
}
