/** For who receives it by somebody else's subscription: when it comes, what came, and the way out and back. */
import { useQuery } from '@tanstack/react-query';
import type { components } from '@rounds/client/generated/api';
import { ask } from '../../api/queries.ts';
import { now } from '../../clock.ts';
import { Button } from '../../design/button.tsx';
import { Page } from '../../design/page.tsx';
import { reportName, scheduleWords } from '../../model/schedule.ts';
import { scopeWords } from '../../model/scope.ts';
import { useReceive } from '../../parts/use-receive.ts';
import { OwnClock } from '../../parts/next-runs.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { History } from './history.tsx';

type MyReport = components['schemas']['MyReport'];

interface Props {
  readonly report: MyReport;
}

function Next({ report: { nextDue, heldBy, status, receives, schedule } }: Props) {
  const { say, moment, fromNow } = useVoice();
  if (!receives) return <p>{say('received.left')}</p>;
  if (heldBy !== null) return <p className="urgent">{say('report.held', { reason: heldBy.reason })}</p>;
  if (nextDue === null) return <p>{say(status === 'paused' ? 'report.paused' : 'report.no-next')}</p>;
  return (
    <>
      <p>
        <time dateTime={nextDue}>{moment(nextDue, schedule.timeZone)}</time>{' '}
        <span className="note">{fromNow(nextDue, now())}</span>
      </p>
      <OwnClock at={nextDue} zone={schedule.timeZone} />
    </>
  );
}

function Leave({ report }: Props) {
  const { say } = useVoice();
  const { receive, isPending } = useReceive(report);
  return (
    <Button
      variant={report.receives ? 'usual' : 'main'}
      isPending={isPending}
      onPress={() => {
        receive(!report.receives);
      }}
    >
      {say(report.receives ? 'report.leave' : 'report.receive')}
    </Button>
  );
}

export function Received({ report }: Props) {
  const voice = useVoice();
  const { say } = voice;
  const { subscriptionId, reportType, schedule, studyId, studyTitle, owner } = report;
  const { data: me } = useQuery(ask('/api/v1/me'));
  const study = me?.studies.find(({ id }) => id === studyId);
  return (
    <Page
      title={reportName(voice, reportType, schedule.every)}
      lead={
        studyTitle === studyId ? say('subscription.of', { study: studyId }) : `${studyId} · ${studyTitle}`
      }
      actions={<Leave report={report} />}
    >
      <div className="subscription">
        <section aria-labelledby="next">
          <h2 id="next">{say('home.next')}</h2>
          <Next report={report} />
        </section>
        <section aria-labelledby="details">
          <h2 id="details">{say('details')}</h2>
          <dl className="details">
            <div>
              <dt>{say('details.when')}</dt>
              <dd>
                {scheduleWords(voice, schedule)}, {schedule.timeZone}
              </dd>
            </div>
            {study !== undefined && (
              <div>
                <dt>{say('received.sees')}</dt>
                <dd>{scopeWords(voice, study)}</dd>
              </div>
            )}
            <div>
              <dt>{say('details.owner')}</dt>
              <dd>{owner}</dd>
            </div>
          </dl>
          <p className="note">{say('received.owner-changes', { owner })}</p>
        </section>
      </div>
      <History subscriptionId={subscriptionId} />
    </Page>
  );
}
