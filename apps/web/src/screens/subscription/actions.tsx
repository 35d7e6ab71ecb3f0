import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { once } from '../../api/once.ts';
import { Button, LinkButton } from '../../design/button.tsx';
import { notDone } from '../../design/fault.tsx';
import { tell } from '../../design/tidings.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import type { Subscription } from './plan.ts';
import { useUnderWay } from './history.tsx';
import { steering, useAskAnew, useSteering, type Step } from './use-steering.ts';
import { paused, resumed } from './wishes.ts';

interface Props {
  readonly subscription: Subscription;
}

function PauseOrResume({ subscription: { id, status } }: Props) {
  const { say } = useVoice();
  const { steer, isPending } = useSteering(id);
  const pause: Step = { act: () => steering.pause(id), wish: paused, told: say('told.paused') };
  const resume: Step = { act: () => steering.resume(id), wish: resumed, told: say('told.resumed') };
  const isActive = status === 'active';
  return (
    <Button
      isPending={isPending}
      variant={isActive ? 'usual' : 'main'}
      onPress={() => {
        steer(isActive ? { ...pause, undo: resume } : { ...resume, undo: pause });
      }}
    >
      {say(isActive ? 'pause' : 'resume')}
    </Button>
  );
}

/** Once: while one is being made, asking again would bring a second mail. */
function RunNow({ subscription: { id } }: Props) {
  const { say } = useVoice();
  const askAnew = useAskAnew();
  const isUnderWay = useUnderWay(id);
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      once(['run-now', id], (headers) =>
        api.post('/api/v1/subscriptions/{subscriptionId}/run-now', {
          params: { path: { subscriptionId: id } },
          body: {},
          headers,
        }),
      ),
    onSuccess: () => {
      tell(say('told.run-now'));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
    onSettled: askAnew,
  });
  return (
    <Button
      isPending={isPending}
      isDisabled={isUnderWay}
      onPress={() => {
        mutate();
      }}
    >
      {say('run-now')}
    </Button>
  );
}

export function Actions({ subscription }: Props) {
  const { say } = useVoice();
  const { id, status, heldBy } = subscription;
  return (
    <>
      {status === 'active' && heldBy === null && <RunNow subscription={subscription} />}
      <LinkButton to="/subscriptions/$subscriptionId/change" params={{ subscriptionId: id }}>
        {say('change')}
      </LinkButton>
      <PauseOrResume subscription={subscription} />
    </>
  );
}
