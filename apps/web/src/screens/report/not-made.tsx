import { LinkButton } from '../../design/button.tsx';
import type { Label } from '../../words/message.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { ReportHead } from './head.tsx';
import type { Job } from './report.queries.ts';
import type { State } from './report-state.ts';

type Ended = Extract<State, 'held-back' | 'failed' | 'cancelled' | 'not-sent'>;

const TOLD: Readonly<Record<Ended, { readonly title: Label; readonly text: Label }>> = {
  'held-back': { title: 'read.held-back-title', text: 'read.held-back' },
  failed: { title: 'read.failed-title', text: 'read.failed' },
  cancelled: { title: 'read.cancelled-title', text: 'read.cancelled' },
  'not-sent': { title: 'read.not-sent-title', text: 'read.not-sent' },
};

/** What the check found; only whoever may decide about it is told. */
function Findings({ held }: Pick<Job, 'held'>) {
  const { say } = useVoice();
  const messages = [...new Set(held.flatMap(({ findings }) => findings).map(({ message }) => message))];
  if (messages.length === 0) return null;
  return (
    <>
      <p>{say('read.found')}</p>
      <ul lang="en">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </>
  );
}

function MakeAnew({ job: { studyId, reportType, subscriptionId, due } }: { readonly job: Job }) {
  const { say } = useVoice();
  if (subscriptionId !== null) return null;
  return (
    <LinkButton to="/generate" search={{ study: studyId, report: reportType, day: due }} variant="main">
      {say('read.make-anew')}
    </LinkButton>
  );
}

/** There is nothing to read: why, and what comes next. */
export function NotMade({ job, state }: { readonly job: Job; readonly state: Ended }) {
  const { say, why } = useVoice();
  const { title, text } = TOLD[state];
  const isGrave = state === 'held-back' || state === 'failed';
  return (
    <ReportHead job={job}>
      <section className={`ended ${isGrave ? 'ended-grave' : ''}`} aria-labelledby="ended">
        <h2 id="ended">{say(title)}</h2>
        <p>{say(text)}</p>
        {state === 'not-sent' && job.why.length > 0 && <p>{why(job.why)}</p>}
        <Findings held={job.held} />
        <MakeAnew job={job} />
      </section>
    </ReportHead>
  );
}
