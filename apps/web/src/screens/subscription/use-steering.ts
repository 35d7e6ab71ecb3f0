/** What can be done with a subscription, each with its way back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { tell } from '../../design/tidings.tsx';
import { useVoice } from '../../words/voice-context.tsx';

const pathOf = (subscriptionId: string) => ({ params: { path: { subscriptionId } } });

export const steering = {
  pause: (id: string) => api.post('/api/v1/subscriptions/{subscriptionId}/pause', pathOf(id)),
  resume: (id: string) => api.post('/api/v1/subscriptions/{subscriptionId}/resume', pathOf(id)),
  cancel: (id: string) => api.delete('/api/v1/subscriptions/{subscriptionId}', pathOf(id)),
  runNow: (id: string) =>
    api.post('/api/v1/subscriptions/{subscriptionId}/run-now', { ...pathOf(id), body: {} }),
  skip: (id: string, due: string) =>
    api.post('/api/v1/subscriptions/{subscriptionId}/skip-next', { ...pathOf(id), body: { due } }),
  restore: (id: string, due: string) =>
    api.delete('/api/v1/subscriptions/{subscriptionId}/exceptions/{due}', {
      params: { path: { subscriptionId: id, due } },
    }),
};

interface Step {
  readonly act: () => Promise<unknown>;
  /** What is told once it is done. */
  readonly told: string;
  readonly undo?: Step;
}

/** Does it, asks anew for what it changed, tells it, and offers the way back. */
export const useSteering = () => {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ act }: Step) => act(),
    onSuccess: async (_done, { told, undo }) => {
      await changed(
        queryClient,
        '/api/v1/subscriptions/{subscriptionId}',
        '/api/v1/subscriptions',
        '/api/v1/me/reports',
        '/api/v1/jobs',
      );
      tell(
        told,
        undo === undefined
          ? undefined
          : () => {
              mutate(undo);
            },
      );
    },
    onError: () => {
      tell(say('fault.not-done'));
    },
  });
  return { steer: mutate, isPending };
};
