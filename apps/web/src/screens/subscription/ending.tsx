/** What ends it for its owner: another one takes it over, or nobody gets it any more. */
import { useState, type SubmitEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { RoundsProblem } from '@rounds/client/problem';
import { api } from '../../api/client.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmButton, DialogButton } from '../../design/dialog.tsx';
import { faultText } from '../../design/fault.tsx';
import { TextField } from '../../design/text-field.tsx';
import { tell } from '../../design/tidings.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import type { Subscription } from './plan.ts';
import { steering, useAskAnew, useSteering } from './use-steering.ts';

interface Props {
  readonly subscription: Subscription;
}

const NO_MEMBER = 'UNPROCESSABLE';

const useHandOver = ({ id, revision }: Subscription) => {
  const { say } = useVoice();
  const askAnew = useAskAnew();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (owner: string) =>
      api.patch('/api/v1/subscriptions/{subscriptionId}', {
        params: { path: { subscriptionId: id } },
        headers: { 'If-Match': `"${revision}"` },
        body: { owner },
      }),
    onSuccess: async ({ owner }) => {
      await askAnew();
      await navigate({ to: '/' });
      tell(say('told.handed-over', { email: owner }));
    },
  });
};

function HandOverForm({ subscription, close }: Props & { readonly close: () => void }) {
  const { say } = useVoice();
  const { mutate, isPending, error } = useHandOver(subscription);
  const [email, setEmail] = useState('');
  const refused = error instanceof RoundsProblem && error.code === NO_MEMBER;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    mutate(email.trim());
  };
  return (
    <form className="dialog-text" onSubmit={submit}>
      <p>{say('hand-over.text')}</p>
      <TextField
        type="email"
        label={say('hand-over.to')}
        value={email}
        onChange={setEmail}
        fault={refused ? say('hand-over.no-member') : undefined}
      />
      {error !== null && !refused && <p role="alert">{say(faultText(error))}</p>}
      <div className="dialog-ways">
        <Button onPress={close}>{say('leave-it')}</Button>
        <Button type="submit" variant="main" isPending={isPending} isDisabled={!email.includes('@')}>
          {say('hand-over')}
        </Button>
      </div>
    </form>
  );
}

function Cancel({ subscription }: Props) {
  const { say, moment, list } = useVoice();
  const { steer } = useSteering(subscription.id);
  const {
    id,
    studyId,
    nextRuns: [next],
    recipients,
    optedOut,
    schedule,
  } = subscription;
  const readers = recipients.filter((email) => !optedOut.includes(email));
  return (
    <ConfirmButton
      label={say('cancel')}
      variant="grave"
      title={say('cancel.title', { study: studyId })}
      confirm={say('cancel')}
      onConfirm={() => {
        steer({ act: () => steering.cancel(id), told: say('told.cancelled') });
      }}
    >
      <p>{say('cancel.for-good')}</p>
      <ul>
        {next !== undefined && <li>{say('cancel.next', { at: moment(next, schedule.timeZone) })}</li>}
        {readers.length > 0 && <li>{say('cancel.readers', { people: list(readers), n: readers.length })}</li>}
        <li>{say('cancel.stays')}</li>
      </ul>
    </ConfirmButton>
  );
}

export function Ending({ subscription }: Props) {
  const { say } = useVoice();
  return (
    <section aria-labelledby="ending" className="ending">
      <h2 id="ending">{say('ending')}</h2>
      <div className="planned-ways">
        <DialogButton label={say('hand-over')} title={say('hand-over')}>
          {(close) => <HandOverForm subscription={subscription} close={close} />}
        </DialogButton>
        <Cancel subscription={subscription} />
      </div>
    </section>
  );
}
