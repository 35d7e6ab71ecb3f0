import { LinkButton } from '../design/button.tsx';
import { useVoice } from '../words/voice-context.tsx';
import { Plain } from './plain.tsx';

export function NotFound() {
  const { say } = useVoice();
  return (
    <Plain title={say('fault.not-found-title')}>
      <p>{say('no-such-page')}</p>
      <LinkButton to="/" variant="main">
        {say('nav.home')}
      </LinkButton>
    </Plain>
  );
}
