import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { components } from '@rounds/client/generated/api';
import { ask } from '../../api/queries.ts';
import { now } from '../../clock.ts';
import { Button } from '../../design/button.tsx';
import { reportName, scheduleWords } from '../../model/schedule.ts';
import { zoneOf } from '../../model/zone.ts';
import { useReceive } from '../../parts/use-receive.ts';
import { useVoice } from '../../words/voice-context.tsx';

type MyReport = components['schemas']['MyReport'];

interface Props {
  readonly report: MyReport;
}

function NextDue({ report: { nextDue, heldBy, status, receives } }: Props) {
  const { say, moment, fromNow } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  if (!receives) return <p>{say('report.unsubscribed')}</p>;
  if (heldBy !== null) return <p className="urgent">{say('report.held', { reason: heldBy.reason })}</p>;
  if (nextDue === null) return <p>{say(status === 'paused' ? 'report.paused' : 'report.no-next')}</p>;
  return (
    <p>
      <time dateTime={nextDue}>{moment(nextDue, zoneOf(me))}</time>
      <span className="note"> {fromNow(nextDue, now())}</span>
    </p>
  );
}

function LastReport({ report: { lastReport } }: Props) {
  const { say, moment, period } = useVoice();
  const { data: me } = useQuery(ask('/api/v1/me'));
  if (lastReport === null) return <p>{say('report.none-yet')}</p>;
  const { sentAt, openings, headline } = lastReport;
  return (
    <>
      {lastReport.period !== null && (
        <p>
          <Link to="/reports/$jobId" params={{ jobId: lastReport.jobId }}>
            {period(lastReport.period)}
          </Link>
        </p>
      )}
      {headline !== null && <HeadlineWords headline={headline} />}
      <p className="note">
        {sentAt === null ? say('report.not-sent') : say('report.sent', { at: moment(sentAt, zoneOf(me)) })}
        {sentAt !== null && ` ${say('report.openings', { n: openings })}`}
      </p>
    </>
  );
}

type Headline = NonNullable<NonNullable<MyReport['lastReport']>['headline']>;

/** More is on the report's own page. */
const MOST_SENTENCES = 3;

/** What the mail told: what needs attention, else what changed. */
function HeadlineWords({ headline: { attention, changes } }: { readonly headline: Headline }) {
  const { say } = useVoice();
  const isCalm = attention.length === 0;
  const told = isCalm ? changes : attention;
  const more = told.length - MOST_SENTENCES;
  return (
    <div className="home-headline">
      {isCalm && <p className="home-calm">{say('report.calm')}</p>}
      <ul role="list">
        {told.slice(0, MOST_SENTENCES).map((sentence) => (
          <li key={sentence} className={isCalm ? 'note' : 'urgent'}>
            {sentence}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="note">{say('report.more-told', { n: more })}</p>}
    </div>
  );
}

/** Comes by somebody else's subscription: all that a recipient can do is to leave, and to come back. */
function Receiving({ report }: Props) {
  const { say } = useVoice();
  const { receive, isPending } = useReceive(report);
  return (
    <p className="home-owner">
      <span className="note">{say('report.of', { owner: report.owner })}</span>
      <Button
        variant="quiet"
        isPending={isPending}
        onPress={() => {
          receive(!report.receives);
        }}
      >
        {say(report.receives ? 'report.leave' : 'report.receive')}
      </Button>
    </p>
  );
}

export function ReceivedReport({ report }: Props) {
  const voice = useVoice();
  const { say } = voice;
  const { subscriptionId, reportType, schedule, studyId, studyTitle, isOwn } = report;
  const name = reportName(voice, reportType, schedule.every);
  return (
    <li className="home-report">
      <div className="home-what">
        <h2>
          <Link to="/subscriptions/$subscriptionId" params={{ subscriptionId }}>
            {name}
          </Link>
        </h2>
        <p>{studyTitle === studyId ? studyId : `${studyId} · ${studyTitle}`}</p>
        <p className="note">
          {scheduleWords(voice, schedule)}, {schedule.timeZone}
        </p>
        {!isOwn && <Receiving report={report} />}
      </div>
      <div>
        <h3 className="home-label">{say('home.next')}</h3>
        <NextDue report={report} />
      </div>
      <div>
        <h3 className="home-label">{say('home.last')}</h3>
        <LastReport report={report} />
      </div>
    </li>
  );
}
