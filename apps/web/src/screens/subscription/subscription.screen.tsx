import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../../api/queries.ts';
import { Answer } from '../../design/answer.tsx';
import { Awaited } from '../../design/awaited.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import { MY_REPORTS } from '../home/home.queries.ts';
import { Owned } from './owned.tsx';
import { Received } from './received.tsx';
import { subscriptionQuery } from './use-steering.ts';
import './subscription.css';

const route = getRouteApi('/inside/subscriptions/$subscriptionId');

function Own({ subscriptionId }: { readonly subscriptionId: string }) {
  const { say } = useVoice();
  const query = useQuery(subscriptionQuery(subscriptionId));
  return query.data === undefined ? (
    <Awaited title={say('subscription.title')} query={query} />
  ) : (
    <Answer query={query}>{(subscription) => <Owned subscription={subscription} />}</Answer>
  );
}

/** Of somebody else, who let it come to the reader; operators and auditors see it as its owner does. */
export function SubscriptionScreen() {
  const { say } = useVoice();
  const { subscriptionId } = route.useParams();
  const title = say('subscription.title');
  const me = useQuery(ask('/api/v1/me'));
  const mine = useQuery(MY_REPORTS);
  if (me.data === undefined) return <Awaited title={title} query={me} />;
  if (mine.data === undefined) return <Awaited title={title} query={mine} />;
  const received = mine.data.items.find((each) => each.subscriptionId === subscriptionId && !each.isOwn);
  return received === undefined || me.data.roles.length > 0 ? (
    <Own subscriptionId={subscriptionId} />
  ) : (
    <Received report={received} />
  );
}
