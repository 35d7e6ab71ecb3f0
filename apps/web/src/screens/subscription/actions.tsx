import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { Button } from '../../design/button.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import type { Subscription } from './subscription.ts';
import { steering, useSteering } from './use-steering.ts';

interface Props {
  readonly subscription: Subscription;
}

/** As it was, under a new id: what was cancelled is over for good. */
const subscribeAnew = (old: Subscription) =>
  api.post('/api/v1/subscriptions', {
    body: {
      studyId: old.studyId,
      reportType: old.reportType as 'study-weekly',
      parameters: old.parameters,
      schedule: old.schedule,
      formats: old.formats,
      recipients: old.recipients,
      deliver: old.deliver,
      catchUp: old.catchUp,
      unchangedNote: old.unchangedNote,
      incomplete: old.incomplete,
      ...(old.templateId !== null && { templateId: old.templateId }),
      ...(old.until !== null && { until: old.until }),
      ...(old.holidays !== null && { holidays: old.holidays }),
    },
  });

function PauseOrResume({ subscription: { id, status } }: Props) {
  const { say } = useVoice();
  const { steer, isPending } = useSteering();
  const pause = { act: () => steering.pause(id), told: say('told.paused') };
  const resume = { act: () => steering.resume(id), told: say('told.resumed') };
  const isActive = status === 'active';
  return (
    <Button
      isPending={isPending}
      onPress={() => {
        steer(isActive ? { ...pause, undo: resume } : { ...resume, undo: pause });
      }}
    >
      {say(isActive ? 'pause' : 'resume')}
    </Button>
  );
}

function RunNow({ subscription: { id } }: Props) {
  const { say } = useVoice();
  const { steer, isPending } = useSteering();
  return (
    <Button
      isPending={isPending}
      onPress={() => {
        steer({ act: () => steering.runNow(id), told: say('told.run-now') });
      }}
    >
      {say('run-now')}
    </Button>
  );
}

function Cancel({ subscription }: Props) {
  const { say } = useVoice();
  const { steer, isPending } = useSteering();
  const navigate = useNavigate();
  const again = async () => {
    const { id } = await subscribeAnew(subscription);
    await navigate({ to: '/subscriptions/$subscriptionId', params: { subscriptionId: id } });
  };
  return (
    <Button
      variant="grave"
      isPending={isPending}
      onPress={() => {
        steer({
          act: () => steering.cancel(subscription.id),
          told: say('told.cancelled'),
          undo: { act: again, told: say('told.subscribed-anew') },
        });
      }}
    >
      {say('cancel')}
    </Button>
  );
}

export function Actions({ subscription }: Props) {
  const isOpen = subscription.status === 'active' || subscription.status === 'paused';
  if (!isOpen) return null;
  return (
    <>
      {subscription.status === 'active' && <RunNow subscription={subscription} />}
      <PauseOrResume subscription={subscription} />
      <Cancel subscription={subscription} />
    </>
  );
}
