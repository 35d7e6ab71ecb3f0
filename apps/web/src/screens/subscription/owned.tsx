/** One subscription for its owner, or an operator: auditors see it, and change nothing. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { ask } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { notDone } from '../../design/fault.tsx';
import { Page } from '../../design/page.tsx';
import { tell } from '../../design/tidings.tsx';
import { reportName } from '../../model/schedule.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { Actions } from './actions.tsx';
import { Calendar } from './calendar.tsx';
import { Details } from './details.tsx';
import { Ending } from './ending.tsx';
import { History } from './history.tsx';
import type { Subscription } from './plan.ts';
import { Preview } from './preview.tsx';
import { useAskAnew } from './use-steering.ts';

interface Props {
  readonly subscription: Subscription;
}

/** What keeps it from coming, where something does. */
function State({ subscription: { status, heldBy, endedWhy, pausedReason, studyClosedAt } }: Props) {
  const { say, why, day } = useVoice();
  if (heldBy !== null) return <p className="urgent">{say('report.held', { reason: heldBy.reason })}</p>;
  if (pausedReason === 'nobody-receives') return <p className="urgent">{say('need.nobody-receives')}</p>;
  if (pausedReason === 'owner-left') return <p className="urgent">{say('need.owner-left')}</p>;
  if (status === 'paused') return <p className="urgent">{say('subscription.paused')}</p>;
  if (status === 'cancelled') return <p>{say('told.cancelled')}</p>;
  if (status === 'ended') return <p>{endedWhy.length > 0 ? why(endedWhy) : say('subscription.over')}</p>;
  return studyClosedAt === null ? null : (
    <p className="urgent">{say('need.study-closes', { day: day(studyClosedAt) })}</p>
  );
}

/** As it was, under a new id: what was cancelled is over for good. */
const subscribeAnew = (old: Subscription) =>
  api.post('/api/v1/subscriptions', {
    body: {
      studyId: old.studyId,
      reportType: old.reportType as 'study-weekly',
      parameters: old.parameters,
      schedule: old.schedule,
      formats: old.formats,
      recipients: old.recipients,
      deliver: old.deliver,
      catchUp: old.catchUp,
      unchangedNote: old.unchangedNote,
      incomplete: old.incomplete,
      ...(old.templateId !== null && { templateId: old.templateId }),
      ...(old.holidays !== null && { holidays: old.holidays }),
    },
  });

function Again({ subscription }: Props) {
  const { say } = useVoice();
  const navigate = useNavigate();
  const askAnew = useAskAnew();
  const { mutate, isPending } = useMutation({
    mutationFn: () => subscribeAnew(subscription),
    onSuccess: async ({ id }) => {
      await askAnew();
      await navigate({ to: '/subscriptions/$subscriptionId', params: { subscriptionId: id } });
      tell(say('told.subscribed-anew'));
    },
    onError: (error) => {
      tell(notDone(say, error));
    },
  });
  return (
    <Button
      variant="main"
      isPending={isPending}
      onPress={() => {
        mutate();
      }}
    >
      {say('subscribe-anew')}
    </Button>
  );
}

/** Operators change what is of others; its data only members of the study are shown. */
const useRights = ({ owner, studyId }: Subscription) => {
  const { data: me } = useQuery(ask('/api/v1/me'));
  return {
    mayChange: me?.email === owner || me?.roles.includes('operator') === true,
    isMember: me?.studies.some(({ id }) => id === studyId) === true,
  };
};

export function Owned({ subscription }: Props) {
  const voice = useVoice();
  const { mayChange, isMember } = useRights(subscription);
  const { id, status, studyId, reportType, schedule } = subscription;
  const isOpen = status === 'active' || status === 'paused';
  const ways = isOpen ? <Actions subscription={subscription} /> : <Again subscription={subscription} />;
  return (
    <Page
      title={reportName(voice, reportType, schedule.every)}
      lead={voice.say('subscription.of', { study: studyId })}
      actions={mayChange && ways}
    >
      <State subscription={subscription} />
      {isOpen && <Calendar subscription={subscription} mayChange={mayChange} />}
      <div className="subscription">
        <Details subscription={subscription} />
        {isOpen && mayChange && isMember && <Preview subscription={subscription} />}
      </div>
      <History subscriptionId={id} />
      {isOpen && mayChange && <Ending subscription={subscription} />}
    </Page>
  );
}
