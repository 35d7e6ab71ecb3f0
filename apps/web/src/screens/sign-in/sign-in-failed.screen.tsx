import { Button } from '../../design/button.tsx';
import { signIn } from '../../auth/session.ts';
import { here } from '../../base.ts';
import { Plain } from '../../shell/plain.tsx';
import { useVoice } from '../../words/voice-context.tsx';

/** The way back from the issuer was an old one, or the issuer refused. */
export function SignInFailed() {
  const { say } = useVoice();
  return (
    <Plain title={say('sign-in-failed.title')}>
      <p>{say('sign-in-failed.text')}</p>
      <Button variant="main" onPress={() => void signIn(here())}>
        {say('sign-in')}
      </Button>
    </Plain>
  );
}
