import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { audienceQuery, seenWords } from '../model/audience.ts';
import { useVoice } from '../words/voice-context.tsx';

interface SeesProps {
  readonly studyId: string;
  /** All of them: asked for together. */
  readonly recipients: readonly string[];
  readonly email: string;
}

/** What one of the recipients will see, by their own rights as they are now; where that is not known yet, that it is so. */
export function Sees({ studyId, recipients, email }: SeesProps) {
  const voice = useVoice();
  const { data } = useQuery({ ...audienceQuery(studyId, recipients), placeholderData: keepPreviousData });
  const seen = data?.items.find(({ recipient }) => recipient === email);
  if (seen === undefined) return <p className="note">{voice.say('who.by-their-rights')}</p>;
  return <p className={seen.eligible ? 'note' : 'note urgent'}>{seenWords(voice, seen)}</p>;
}
