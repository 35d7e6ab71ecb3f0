import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../api/queries.ts';
import { signedInRoute } from '../../shell/signed-in.route.ts';
import { MY_REPORTS } from '../home/home.queries.ts';

export const subscriptionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/subscriptions/$subscriptionId',
  loader: ({ context: { queryClient }, params: { subscriptionId } }) => {
    const params = { path: { subscriptionId } };
    const mine = queryClient.getQueryData(MY_REPORTS.queryKey)?.items;
    const isOfOthers = mine?.some((report) => report.subscriptionId === subscriptionId && !report.isOwn);
    prepare(queryClient, MY_REPORTS);
    // It would be refused to who only receives it.
    if (isOfOthers !== true) prepare(queryClient, ask('/api/v1/subscriptions/{subscriptionId}', { params }));
  },
  component: lazyRouteComponent(() => import('./subscription.screen.tsx'), 'SubscriptionScreen'),
});
