/** The report of today for its owner alone, and who would get what of it: nobody is mailed. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useLookAgain } from '../../api/look-again.ts';
import { ask } from '../../api/queries.ts';
import { Button, LinkButton } from '../../design/button.tsx';
import { Fault } from '../../design/fault.tsx';
import { Progress } from '../../design/progress.tsx';
import type { components } from '@rounds/client/generated/api';
import { isUnderWay, STATUS_LABELS } from '../../model/job.ts';
import { seenWords } from '../../model/audience.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Subscription } from './plan.ts';

type Recipient = components['schemas']['Preview']['recipients'][number];

function Sees({ recipient }: { readonly recipient: Recipient }) {
  const voice = useVoice();
  const { eligible, why: causes, recipient: email } = recipient;
  return (
    <li>
      <span>{email}</span>
      {eligible ? (
        <span className="note">{seenWords(voice, recipient)}</span>
      ) : (
        <span className="note urgent">
          {voice.say('preview.gets-nothing')} {voice.why(causes)}
        </span>
      )}
    </li>
  );
}

function Made({ jobId }: { readonly jobId: string }) {
  const { say } = useVoice();
  const lookAgain = useLookAgain();
  const { data: job, error } = useQuery({
    ...ask('/api/v1/jobs/{jobId}', { params: { path: { jobId } } }),
    refetchInterval: ({ state }) => lookAgain(state.data === undefined || isUnderWay(state.data.status)),
  });
  if (error !== null) return <Fault error={error} />;
  if (job === undefined || isUnderWay(job.status))
    return <Progress label={say('look.making')} value={job?.progress ?? 0} />;
  return job.outputs.length > 0 ? (
    <LinkButton to="/reports/$jobId" params={{ jobId }} variant="main">
      {say('look.open')}
    </LinkButton>
  ) : (
    <p className="urgent">{say(STATUS_LABELS[job.status])}</p>
  );
}

export function Preview({ subscription: { id } }: { readonly subscription: Subscription }) {
  const { say } = useVoice();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () =>
      api.post('/api/v1/subscriptions/{subscriptionId}/preview', {
        params: { path: { subscriptionId: id } },
      }),
  });
  return (
    <section aria-labelledby="preview" className="preview">
      <h2 id="preview">{say('preview')}</h2>
      <p>{say('preview.note')}</p>
      {data === undefined ? (
        <Button
          isPending={isPending}
          onPress={() => {
            mutate();
          }}
        >
          {say('preview.do')}
        </Button>
      ) : (
        <>
          <div aria-live="polite">
            <Made jobId={data.jobId} />
          </div>
          <h3>{say('preview.who')}</h3>
          <ul role="list" className="people">
            {data.recipients.map((recipient) => (
              <Sees key={recipient.recipient} recipient={recipient} />
            ))}
          </ul>
        </>
      )}
      {error !== null && <Fault error={error} />}
    </section>
  );
}
