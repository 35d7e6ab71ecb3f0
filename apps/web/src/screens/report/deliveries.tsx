import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { ask } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { notDone } from '../../design/fault.tsx';
import { tell } from '../../design/tidings.tsx';
import { zoneOf } from '../../model/zone.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Job } from './report.queries.ts';
import { canSendAgain, deliveryWords, type Delivery } from './report-state.ts';
import { useIsOwn } from './use-own.ts';

type Opened = NonNullable<Delivery['opened']>;

function OpenedWords({ opened }: { readonly opened: Opened | null }) {
  const { say, moment } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  if (opened === null) return <p className="note">{say('read.not-opened')}</p>;
  const { looks, downloads, lastAt } = opened;
  return <p className="note">{say('read.opened', { looks, downloads, at: moment(lastAt, zoneOf(me)) })}</p>;
}

function SendAgain({
  jobId,
  delivery: { recipient, recipientId },
}: {
  readonly jobId: string;
  readonly delivery: Delivery;
}) {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      api.post('/api/v1/jobs/{jobId}/deliveries/{recipient}/retry', {
        params: { path: { jobId, recipient: recipientId } },
      }),
    onSuccess: () => {
      tell(say('read.sent-again', { recipient }));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
    onSettled: () => changed(queryClient, '/api/v1/jobs/{jobId}', '/api/v1/jobs'),
  });
  return (
    <Button
      isPending={isPending}
      aria-label={say('read.send-again-to', { recipient })}
      onPress={() => {
        mutate();
      }}
    >
      {say('read.send-again')}
    </Button>
  );
}

function Sent({ job, delivery }: { readonly job: Job; readonly delivery: Delivery }) {
  const voice = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  const isOwn = useIsOwn(job);
  const { recipient, acceptedAt, why: causes, status } = delivery;
  const isLost = canSendAgain(delivery);
  return (
    <li>
      <div>
        <p>{recipient}</p>
        <p className={isLost ? 'urgent' : 'note'}>
          {deliveryWords(voice, delivery)}
          {acceptedAt !== null && !isLost && ` · ${voice.moment(acceptedAt, zoneOf(me))}`}
        </p>
        {causes.length > 0 && <p className="note">{voice.why(causes)}</p>}
        {status !== 'suppressed' && delivery.channel === 'email' && <OpenedWords opened={delivery.opened} />}
      </div>
      {isLost && isOwn && <SendAgain jobId={job.jobId} delivery={delivery} />}
    </li>
  );
}

/** Who read it without having been mailed it: by a page of the app, or by a program. */
const othersOf = ({ openings, deliveries }: Job): Job['openings'] =>
  openings.filter(({ userId }) => !deliveries.some(({ recipientId }) => recipientId === userId));

/** Who was sent it, and when they opened it: a recipient is told of themselves. */
export function Deliveries({ job }: { readonly job: Job }) {
  const { say } = useVoice();
  const others = othersOf(job);
  if (job.deliveries.length === 0 && others.length === 0) return null;
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{say(job.deliveries.length > 0 ? 'read.deliveries' : 'read.openings')}</h2>
      <ul role="list" className="report-lines">
        {job.deliveries.map((delivery) => (
          <Sent key={`${delivery.channel} ${delivery.recipientId}`} job={job} delivery={delivery} />
        ))}
        {others.map((opened) => (
          <li key={opened.userId}>
            <div>
              <p>{opened.person}</p>
              <OpenedWords opened={opened} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
