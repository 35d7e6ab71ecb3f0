import { Button } from '../../design/button.tsx';
import { signIn } from '../../auth/session.ts';
import { here } from '../../base.ts';
import { Plain } from '../../shell/plain.tsx';
import { useVoice } from '../../words/voice-context.tsx';

export function SignedOutScreen() {
  const { say } = useVoice();
  return (
    <Plain title={say('signed-out.title')}>
      <p>{say('signed-out.text')}</p>
      <Button variant="main" onPress={() => void signIn(here())}>
        {say('sign-in')}
      </Button>
    </Plain>
  );
}
