import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { useLookAgain } from '../../api/look-again.ts';
import { ask } from '../../api/queries.ts';
import { Answer } from '../../design/answer.tsx';
import { Button } from '../../design/button.tsx';
import { Progress } from '../../design/progress.tsx';
import { isUnderWay, STATUS_LABELS } from '../../model/job.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { useState } from 'react';

type Job = components['schemas']['Job'];

const SHOWN = 10;
const MOST = 100;

/** Looked at again while one is being made. */
const useJobs = (subscriptionId: string, limit = SHOWN) => {
  const lookAgain = useLookAgain();
  return useQuery({
    ...ask('/api/v1/jobs', { params: { query: { subscriptionId, limit } } }),
    refetchInterval: ({ state }) =>
      lookAgain(state.data?.items.some(({ status }) => isUnderWay(status)) === true),
  });
};

/** Whether one is being made now. */
export const useUnderWay = (subscriptionId: string): boolean =>
  useJobs(subscriptionId).data?.items.some(({ status }) => isUnderWay(status)) === true;

const GRAVE: readonly Job['status'][] = ['failed', 'quarantined', 'partly-delivered'];

function Outcome({ job: { status, progress, why: causes } }: { readonly job: Job }) {
  const { say, why } = useVoice();
  const label = say(STATUS_LABELS[status]);
  if (isUnderWay(status)) return <Progress label={label} value={progress} />;
  return (
    <>
      <p className={GRAVE.includes(status) ? 'urgent' : ''}>{label}</p>
      {causes.length > 0 && <p className="note">{why(causes)}</p>}
    </>
  );
}

function Made({ job }: { readonly job: Job }) {
  const { say, period, moment } = useVoice();
  return (
    <li>
      <div>
        <p>
          <Link to="/reports/$jobId" params={{ jobId: job.jobId }}>
            {period(job.period)}
          </Link>
        </p>
        <p className="note">
          {moment(job.finishedAt ?? job.createdAt, job.timeZone)}
          {job.trigger === 'run-now' && ` · ${say('history.by-hand')}`}
        </p>
      </div>
      <div>
        <Outcome job={job} />
      </div>
    </li>
  );
}

/** What came so far, the newest first; what is being made goes on before one's eyes. */
export function History({ subscriptionId }: { readonly subscriptionId: string }) {
  const { say } = useVoice();
  const [limit, setLimit] = useState(SHOWN);
  const query = useJobs(subscriptionId, limit);
  return (
    <section aria-labelledby="history" className="history-of">
      <h2 id="history">{say('history')}</h2>
      <Answer query={query}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <p>{say('report.none-yet')}</p>
            ) : (
              <ol role="list" className="history">
                {items.map((job) => (
                  <Made key={job.jobId} job={job} />
                ))}
              </ol>
            )}
            {nextCursor !== null && limit < MOST && (
              <Button
                variant="quiet"
                onPress={() => {
                  setLimit(MOST);
                }}
              >
                {say('history.more')}
              </Button>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}
