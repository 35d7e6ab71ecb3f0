/** What can be done with a subscription, each with its way back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { ask } from '../../api/queries.ts';
import { notDone } from '../../design/fault.tsx';
import { tell } from '../../design/tidings.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import type { Subscription } from './plan.ts';
import type { Wish } from './wishes.ts';

const pathOf = (subscriptionId: string) => ({ params: { path: { subscriptionId } } });

export const subscriptionQuery = (subscriptionId: string) =>
  ask('/api/v1/subscriptions/{subscriptionId}', pathOf(subscriptionId));

export const steering = {
  pause: (id: string) => api.post('/api/v1/subscriptions/{subscriptionId}/pause', pathOf(id)),
  resume: (id: string) => api.post('/api/v1/subscriptions/{subscriptionId}/resume', pathOf(id)),
  cancel: (id: string) => api.delete('/api/v1/subscriptions/{subscriptionId}', pathOf(id)),
  skip: (id: string, due: string) =>
    api.post('/api/v1/subscriptions/{subscriptionId}/skip-next', { ...pathOf(id), body: { due } }),
  /** @param to on the clock of the schedule: `2026-12-07T17:30` */
  move: (id: string, due: string, to: string) =>
    api.post('/api/v1/subscriptions/{subscriptionId}/move-run', { ...pathOf(id), body: { from: due, to } }),
  restore: (id: string, due: string) =>
    api.delete('/api/v1/subscriptions/{subscriptionId}/exceptions/{due}', {
      params: { path: { subscriptionId: id, due } },
    }),
  snooze: (id: string, until: string | null) =>
    api.post('/api/v1/subscriptions/{subscriptionId}/snooze', { ...pathOf(id), body: { until } }),
};

export interface Step {
  readonly act: () => Promise<Subscription>;
  /** What is told once it is done. */
  readonly told: string;
  /** What it will look like; shown at once, and taken back where the API refuses. */
  readonly wish?: Wish;
  readonly undo?: Step;
}

/** All that tells of a subscription, here and in other tabs. */
export const useAskAnew = () => {
  const queryClient = useQueryClient();
  return () =>
    changed(
      queryClient,
      '/api/v1/subscriptions/{subscriptionId}',
      '/api/v1/subscriptions',
      '/api/v1/me/reports',
      '/api/v1/jobs',
    );
};

const useShown = (id: string) => {
  const queryClient = useQueryClient();
  const { queryKey } = subscriptionQuery(id);
  const show = (subscription: Subscription | undefined) => {
    queryClient.setQueryData(queryKey, subscription);
  };
  /** @returns how it was */
  const wishFor = async (wish: Wish | undefined): Promise<Subscription | undefined> => {
    await queryClient.cancelQueries({ queryKey });
    const before = queryClient.getQueryData(queryKey);
    if (wish !== undefined && before !== undefined) show(wish(before));
    return before;
  };
  return { show, wishFor };
};

/** Shows it as wished, does it, tells it, and offers the way back; what is refused looks as before, with the reason. */
export const useSteering = (id: string) => {
  const { say } = useVoice();
  const askAnew = useAskAnew();
  const { show, wishFor } = useShown(id);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ act }: Step) => act(),
    onMutate: ({ wish }) => wishFor(wish),
    onSuccess: (answer, { told, undo }) => {
      show(answer);
      tell(
        told,
        undo === undefined
          ? undefined
          : () => {
              mutate(undo);
            },
      );
    },
    onError: (error, _step, before) => {
      show(before);
      tell(notDone(say, error, 'told.refused'));
    },
    onSettled: askAnew,
  });
  return { steer: mutate, isPending };
};
