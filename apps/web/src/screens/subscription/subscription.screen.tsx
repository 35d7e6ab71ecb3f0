import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask } from '../../api/queries.ts';
import { Answer } from '../../design/answer.tsx';
import { Loading } from '../../design/loading.tsx';
import { MY_REPORTS } from '../home/home.queries.ts';
import { Owned } from './owned.tsx';
import { Received } from './received.tsx';
import { subscriptionQuery } from './use-steering.ts';
import './subscription.css';

const route = getRouteApi('/inside/subscriptions/$subscriptionId');

function Own({ subscriptionId }: { readonly subscriptionId: string }) {
  return (
    <Answer query={useQuery(subscriptionQuery(subscriptionId))} lines={8}>
      {(subscription) => <Owned subscription={subscription} />}
    </Answer>
  );
}

/** Of somebody else, who let it come to the reader; operators and auditors see it as its owner does. */
export function SubscriptionScreen() {
  const { subscriptionId } = route.useParams();
  const { data: me, isPending } = useQuery(ask('/api/v1/me'));
  const mine = useQuery(MY_REPORTS);
  if (isPending || mine.isPending) return <Loading lines={8} />;
  const received = mine.data?.items.find((each) => each.subscriptionId === subscriptionId && !each.isOwn);
  return received === undefined || me?.roles.length !== 0 ? (
    <Own subscriptionId={subscriptionId} />
  ) : (
    <Received report={received} />
  );
}
