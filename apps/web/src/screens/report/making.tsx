import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changed } from '../../api/changes.ts';
import { api } from '../../api/client.ts';
import { ask } from '../../api/queries.ts';
import { now } from '../../clock.ts';
import { ConfirmButton } from '../../design/dialog.tsx';
import { Progress } from '../../design/progress.tsx';
import { notDone } from '../../design/fault.tsx';
import { tell } from '../../design/tidings.tsx';
import { zoneOf } from '../../model/zone.ts';
import type { Label } from '../../words/message.ts';
import { useVoice } from '../../words/voice-context.tsx';
import type { Voice } from '../../words/voice.ts';
import { ReportHead } from './head.tsx';
import type { Job } from './report.queries.ts';
import { stateOf } from './report-state.ts';
import { useIsOwn } from './use-own.ts';

const STEPS: Readonly<Record<Job['step'], Label>> = {
  initializing: 'read.step.initializing',
  'fetching-data': 'read.step.fetching-data',
  'building-report': 'read.step.building-report',
  'generating-file': 'read.step.generating-file',
  'storing-file': 'read.step.storing-file',
  complete: 'read.step.complete',
};

const ORDER = Object.keys(STEPS) as Job['step'][];

/** Done, at work, to come: said by a sign and by words that are heard. */
function Steps({ job: { step, status } }: { readonly job: Job }) {
  const { say } = useVoice();
  const reached = status === 'queued' ? -1 : ORDER.indexOf(step);
  return (
    <ol role="list" className="making-steps">
      {ORDER.slice(1).map((each) => {
        const place = ORDER.indexOf(each);
        const look = place < reached ? 'done' : place === reached ? 'now' : 'later';
        return (
          <li key={each} className={`making-${look}`} aria-current={look === 'now' ? 'step' : undefined}>
            {say(STEPS[each])}
            {look === 'done' && <span className="only-heard">{say('read.step-done')}</span>}
          </li>
        );
      })}
    </ol>
  );
}

const whenWords = (job: Job, { say, fromNow, moment }: Voice, zone: string): string | null => {
  const { position, estimatedCompletion, scheduledFor, heldBy } = job;
  if (heldBy !== null) return say('report.held', { reason: heldBy.reason });
  if (stateOf(job, now().getTime()) === 'later' && scheduledFor !== null)
    return say('read.begins', { at: moment(scheduledFor, zone) });
  if (position !== null && position > 1) return say('read.position', { n: position - 1 });
  return estimatedCompletion === null
    ? null
    : say('read.estimate', { when: fromNow(estimatedCompletion, now()) });
};

function Cancel({ job: { jobId } }: { readonly job: Job }) {
  const { say } = useVoice();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.delete('/api/v1/jobs/{jobId}', { params: { path: { jobId } } }),
    onError: (error) => {
      tell(notDone(say, error));
    },
    onSettled: () => changed(queryClient, '/api/v1/jobs/{jobId}', '/api/v1/jobs'),
  });
  return (
    <ConfirmButton
      label={say('read.cancel')}
      isDisabled={isPending}
      title={say('read.cancel-title')}
      confirm={say('read.cancel')}
      onConfirm={mutate}
    >
      <p>{say('read.cancel-text')}</p>
    </ConfirmButton>
  );
}

/** Goes on before one's eyes, and leads to the report by itself. */
export function Making({ job }: { readonly job: Job }) {
  const voice = useVoice();
  const { say } = voice;
  const { data: me } = useQuery(ask('/api/v1/me'));
  const isOwn = useIsOwn(job);
  const when = whenWords(job, voice, zoneOf(me));
  const stands = job.status === 'queued' ? say('status.queued') : say(STEPS[job.step]);
  return (
    <ReportHead job={job} actions={isOwn ? <Cancel job={job} /> : undefined}>
      <section className="making" aria-label={say('read.making')}>
        <Progress label={stands} value={job.progress} />
        <p className="only-heard" role="status">
          {stands}
        </p>
        <Steps job={job} />
        {when !== null && <p>{when}</p>}
        <p className="note">{say('read.making-note')}</p>
      </section>
    </ReportHead>
  );
}
