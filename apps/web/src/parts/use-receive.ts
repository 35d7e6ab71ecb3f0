import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed } from '../api/changes.ts';
import { api } from '../api/client.ts';
import { notDone } from '../design/fault.tsx';
import { tell } from '../design/tidings.tsx';
import { useVoice } from '../words/voice-context.tsx';

interface Received {
  readonly subscriptionId: string;
  readonly studyId: string;
}

/** Leaving a report that comes to one, and coming back; each with its way back. */
export const useReceive = ({ subscriptionId, studyId }: Received) => {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (receives: boolean) =>
      api.put('/api/v1/me/reports/{subscriptionId}', {
        params: { path: { subscriptionId } },
        body: { receives },
      }),
    onSuccess: async ({ receives }) => {
      await changed(
        queryClient,
        '/api/v1/me/reports',
        '/api/v1/subscriptions',
        '/api/v1/subscriptions/{subscriptionId}',
      );
      tell(say(receives ? 'report.receives-again' : 'report.left', { study: studyId }), () => {
        mutate(!receives);
      });
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
  });
  return { receive: mutate, isPending };
};
