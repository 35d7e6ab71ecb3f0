import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../../api/queries.ts';
import { Answer } from '../../design/answer.tsx';
import { Page } from '../../design/page.tsx';
import { reportName } from '../../model/schedule.ts';
import { useVoice } from '../../words/voice-context.tsx';
import { Actions } from './actions.tsx';
import { Details } from './details.tsx';
import { History } from './history.tsx';
import { NextReports } from './next-reports.tsx';
import type { Subscription } from './subscription.ts';
import './subscription.css';

const route = getRouteApi('/inside/subscriptions/$subscriptionId');

/** What keeps it from coming, where something does. */
function State({
  subscription: { status, heldBy, endedWhy, pausedReason },
}: {
  readonly subscription: Subscription;
}) {
  const { say, why } = useVoice();
  if (heldBy !== null) return <p className="urgent">{say('report.held', { reason: heldBy.reason })}</p>;
  if (pausedReason === 'nobody-receives') return <p className="urgent">{say('need.nobody-receives')}</p>;
  if (pausedReason === 'owner-left') return <p className="urgent">{say('need.owner-left')}</p>;
  if (status === 'paused') return <p className="urgent">{say('subscription.paused')}</p>;
  return status === 'active' ? null : <p>{endedWhy.length > 0 ? why(endedWhy) : say('subscription.over')}</p>;
}

function Shown({ subscription }: { readonly subscription: Subscription }) {
  const voice = useVoice();
  const name = reportName(voice, subscription.reportType, subscription.schedule.every);
  return (
    <Page
      title={name}
      lead={voice.say('subscription.of', { study: subscription.studyId })}
      actions={<Actions subscription={subscription} />}
    >
      <State subscription={subscription} />
      <div className="subscription">
        <NextReports subscription={subscription} />
        <Details subscription={subscription} />
      </div>
      <History subscriptionId={subscription.id} />
    </Page>
  );
}

export function SubscriptionScreen() {
  const path = route.useParams();
  const query = useQuery(ask('/api/v1/subscriptions/{subscriptionId}', { params: { path } }));
  return (
    <Answer query={query} lines={8}>
      {(subscription) => <Shown subscription={subscription} />}
    </Answer>
  );
}
