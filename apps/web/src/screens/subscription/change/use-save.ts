import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { RoundsProblem } from '@rounds/client/problem';
import { api } from '../../../api/client.ts';
import { notDone } from '../../../design/fault.tsx';
import { tell } from '../../../design/tidings.tsx';
import { useVoice } from '../../../words/voice-context.tsx';
import type { Subscription } from '../plan.ts';
import { subscriptionQuery, useAskAnew } from '../use-steering.ts';
import { changesOf, draftOf, type ChangeSubscription, type Draft } from './draft.ts';

/** Refused (412) where somebody else was faster. */
const patch = ({ id, revision }: Subscription, body: ChangeSubscription) =>
  api.patch('/api/v1/subscriptions/{subscriptionId}', {
    params: { path: { subscriptionId: id } },
    headers: { 'If-Match': `"${revision}"` },
    body,
  });

const CHANGED_MEANWHILE = [409, 412];

export const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof RoundsProblem &&
  CHANGED_MEANWHILE.includes(error.status) &&
  error.code !== 'SUBSCRIPTION_EXISTS';

interface Wish {
  readonly base: Subscription;
  readonly draft: Draft;
  /** A second one like another of theirs is wanted. */
  readonly evenIfEqual?: boolean;
}

const useTakeBack = () => {
  const { say } = useVoice();
  const askAnew = useAskAnew();
  return useMutation({
    mutationFn: ({ base, draft }: Wish) => patch(base, { ...changesOf(base, draft), evenIfEqual: true }),
    onSuccess: () => {
      tell(say('told.changed-back'));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
    onSettled: askAnew,
  });
};

/** Saves what differs, goes back to the subscription, and offers to take it back. */
export const useSave = () => {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const askAnew = useAskAnew();
  const { mutate: takeBack } = useTakeBack();
  return useMutation({
    mutationFn: ({ base, draft, evenIfEqual }: Wish) =>
      patch(base, { ...changesOf(base, draft), ...(evenIfEqual === true && { evenIfEqual }) }),
    onSuccess: async (changed, { base }) => {
      queryClient.setQueryData(subscriptionQuery(base.id).queryKey, changed);
      await navigate({ to: '/subscriptions/$subscriptionId', params: { subscriptionId: base.id } });
      tell(say('told.changed'), () => {
        takeBack({ base: changed, draft: draftOf(base) });
      });
    },
    onSettled: askAnew,
  });
};
