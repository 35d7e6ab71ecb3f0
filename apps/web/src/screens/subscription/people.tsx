/** To whom it comes, and who left: one leaves and comes back by oneself alone. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ask } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { notDone } from '../../design/fault.tsx';
import { tell } from '../../design/tidings.tsx';
import { useReceive } from '../../parts/use-receive.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Subscription } from './plan.ts';

interface PersonProps {
  readonly email: string;
  readonly subscription: Subscription;
}

/** Asks who left, once a day at most, whether they want it again; only they can say so. */
function Invite({ email, subscription: { id } }: PersonProps) {
  const { say } = useVoice();
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: () =>
      api.post('/api/v1/subscriptions/{subscriptionId}/invitations', {
        params: { path: { subscriptionId: id } },
        body: { recipient: email },
      }),
    onSuccess: ({ mailed }) => {
      tell(say(mailed ? 'people.asked' : 'people.asked-today', { email }));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
  });
  return (
    <Button
      variant="quiet"
      aria-label={say('people.ask-of', { email })}
      isPending={isPending}
      isDisabled={isSuccess}
      onPress={() => {
        mutate();
      }}
    >
      {say('people.ask')}
    </Button>
  );
}

function Myself({
  subscription: { id, studyId },
  receives,
}: Omit<PersonProps, 'email'> & { receives: boolean }) {
  const { say } = useVoice();
  const { receive, isPending } = useReceive({ subscriptionId: id, studyId });
  return (
    <Button
      variant="quiet"
      isPending={isPending}
      onPress={() => {
        receive(!receives);
      }}
    >
      {say(receives ? 'report.leave' : 'report.receive')}
    </Button>
  );
}

function Person({ email, subscription }: PersonProps) {
  const { say } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const hasLeft = subscription.optedOut.includes(email);
  const isMe = me?.email === email;
  const isOpen = subscription.status === 'active' || subscription.status === 'paused';
  return (
    <li>
      <span>{isMe ? say('who.you', { email }) : email}</span>
      {hasLeft && <span className="note">{say('people.left')}</span>}
      {isOpen && isMe && <Myself subscription={subscription} receives={!hasLeft} />}
      {isOpen && !isMe && hasLeft && <Invite email={email} subscription={subscription} />}
    </li>
  );
}

export function People({ subscription }: { readonly subscription: Subscription }) {
  const { say } = useVoice();
  return (
    <ul role="list" className="people">
      {subscription.recipients.map((email) => (
        <Person key={email} email={email} subscription={subscription} />
      ))}
      {subscription.channels.map(({ id, kind, host }) => (
        <li key={id}>
          <span>{say(`channel.${kind}`)}</span> <span className="note">{host}</span>
        </li>
      ))}
    </ul>
  );
}
