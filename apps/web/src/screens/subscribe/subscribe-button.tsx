import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { RoundsProblem } from '@rounds/client/problem';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { once } from '../../api/once.ts';
import { ask } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { Fault } from '../../design/fault.tsx';
import { tell } from '../../design/tidings.tsx';
import { zoneOf } from '../../model/zone.ts';
import { isInput, Wrong } from '../../parts/wrong.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { bodyOf, type Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly me: components['schemas']['Me'];
}

const useSubscribe = ({ draft, me }: Props) => {
  const { say, moment } = useVoice();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (evenIfEqual: boolean) => {
      const body = bodyOf(draft, me.email, evenIfEqual);
      return once(body, (headers) => api.post('/api/v1/subscriptions', { body, headers }));
    },
    onSuccess: async ({ id, nextRuns: [first] }) => {
      await changed(queryClient, '/api/v1/subscriptions', '/api/v1/me/reports');
      await navigate({ to: '/subscriptions/$subscriptionId', params: { subscriptionId: id } });
      if (first !== undefined) tell(say('subscribed', { at: moment(first, zoneOf(me)) }));
    },
  });
};

/** The subscription that this one would be the double of, as far as a glance tells. */
const useAlike = ({ studyId, reportType }: Draft): string | undefined => {
  const query = { studyId, reportType, status: 'active' as const, limit: 1 };
  return useQuery(ask('/api/v1/subscriptions', { params: { query } })).data?.items[0]?.id;
};

function Double({ draft, onAnyway }: { readonly draft: Draft; readonly onAnyway: () => void }) {
  const { say } = useVoice();
  const alike = useAlike(draft);
  return (
    <div className="double" role="alert">
      <p>{say('double.text')}</p>
      <div className="double-ways">
        {alike !== undefined && (
          <Link to="/subscriptions/$subscriptionId" params={{ subscriptionId: alike }}>
            {say('double.see')}
          </Link>
        )}
        <Button onPress={onAnyway}>{say('double.anyway')}</Button>
      </div>
    </div>
  );
}

const isDouble = (error: unknown): boolean =>
  error instanceof RoundsProblem && error.code === 'SUBSCRIPTION_EXISTS';

interface RefusalProps extends Props {
  readonly error: unknown;
  readonly onAnyway: () => void;
}

function Refusal({ error, draft, me, onAnyway }: RefusalProps) {
  if (isDouble(error)) return <Double draft={draft} onAnyway={onAnyway} />;
  return isInput(error) ? (
    <Wrong problem={error} recipients={[me.email, ...draft.others]} />
  ) : (
    <Fault error={error} />
  );
}

export function SubscribeButton({ draft, me }: Props) {
  const { say } = useVoice();
  const { mutate, isPending, error } = useSubscribe({ draft, me });
  return (
    <div className="columns-do">
      {error !== null && (
        <Refusal
          error={error}
          draft={draft}
          me={me}
          onAnyway={() => {
            mutate(true);
          }}
        />
      )}
      <Button
        variant="main"
        isPending={isPending}
        onPress={() => {
          mutate(false);
        }}
      >
        {say(isPending ? 'subscribing' : 'subscribe')}
      </Button>
    </div>
  );
}
