/** The report with real data before anybody has subscribed: made for the reader alone, mailed to nobody. */
import { useEffect, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { followJob, type JobEvent } from '@rounds/client/job-events';
import { api } from '../../api/client.ts';
import { Button } from '../../design/button.tsx';
import { Progress } from '../../design/progress.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import type { Draft } from './draft.ts';

const contentOf = async (jobId: string): Promise<string> => {
  const response = await api.open(`/api/v1/jobs/${encodeURIComponent(jobId)}/content?format=pdf`);
  return URL.createObjectURL(await response.blob());
};

/** @throws what stopped it @returns the address of the PDF, in this page alone */
const make = async (
  { studyId, reportType, schedule }: Draft,
  say: (event: JobEvent) => void,
): Promise<string> => {
  const parameters = { timeZone: schedule.timeZone };
  const { jobId } = await api.post('/api/v1/reports/generate', {
    body: { studyId, reportType, formats: ['pdf'], parameters, priority: 'high' },
  });
  let last: JobEvent | undefined;
  for await (const event of followJob(api, jobId)) {
    last = event;
    say(event);
  }
  if (last?.status !== 'completed') throw new Error(`The report ended ${last?.status ?? 'silently'}.`);
  return contentOf(jobId);
};

const useAddress = (draft: Draft) => {
  const [progress, setProgress] = useState(0);
  const { reset, ...making } = useMutation({
    mutationFn: () =>
      make(draft, (event) => {
        setProgress(event.progress);
      }),
    onMutate: () => {
      setProgress(0);
    },
  });
  const { data } = making;
  useEffect(() => reset, [draft.studyId, draft.reportType, reset]);
  useEffect(
    () => () => {
      if (data !== undefined) URL.revokeObjectURL(data);
    },
    [data],
  );
  return { ...making, progress };
};

export function FirstLook({ draft }: { readonly draft: Draft }) {
  const { say } = useVoice();
  const { mutate, data: address, isPending, isError, progress } = useAddress(draft);
  return (
    <div className="first-look">
      {isPending && <Progress label={say('look.making')} value={progress} />}
      {isError && <p role="alert">{say('look.failed')}</p>}
      {address === undefined ? (
        <Button
          isDisabled={isPending}
          onPress={() => {
            mutate();
          }}
        >
          {say('look')}
        </Button>
      ) : (
        <a className="button button-usual" href={address} target="_blank" rel="noopener">
          {say('look.open')}
        </a>
      )}
      <p className="note">{say('look.note')}</p>
    </div>
  );
}
