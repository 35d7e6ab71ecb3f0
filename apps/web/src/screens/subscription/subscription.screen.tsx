import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RoundsProblem } from '@rounds/client/problem';
import { Answer } from '../../design/answer.tsx';
import { Fault } from '../../design/fault.tsx';
import { MY_REPORTS } from '../home/home.queries.ts';
import { Owned } from './owned.tsx';
import { Received } from './received.tsx';
import { subscriptionQuery } from './use-steering.ts';
import './subscription.css';

const route = getRouteApi('/inside/subscriptions/$subscriptionId');

/** Not theirs; perhaps it comes to them. @param error that there is no such subscription for them */
function Others({ subscriptionId, error }: { readonly subscriptionId: string; readonly error: unknown }) {
  return (
    <Answer query={useQuery(MY_REPORTS)} lines={8}>
      {({ items }) => {
        const report = items.find((each) => each.subscriptionId === subscriptionId);
        return report === undefined ? <Fault error={error} /> : <Received report={report} />;
      }}
    </Answer>
  );
}

const NOT_FOUND = 404;

export function SubscriptionScreen() {
  const { subscriptionId } = route.useParams();
  const query = useQuery(subscriptionQuery(subscriptionId));
  const { error } = query;
  if (error instanceof RoundsProblem && error.status === NOT_FOUND)
    return <Others subscriptionId={subscriptionId} error={error} />;
  return (
    <Answer query={query} lines={8}>
      {(subscription) => <Owned subscription={subscription} />}
    </Answer>
  );
}
