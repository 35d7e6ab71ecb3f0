import { useVoice } from '../../words/voice-context.tsx';

export function NoStudy() {
  const { say } = useVoice();
  return <p className="lead">{say('home.no-study')}</p>;
}
