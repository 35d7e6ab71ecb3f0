import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../../api/queries.ts';
import { signedInRoute } from '../../../shell/signed-in.route.ts';

export const changeSubscriptionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/subscriptions/$subscriptionId/change',
  loader: ({ context: { queryClient }, params: { subscriptionId } }) => {
    const params = { path: { subscriptionId } };
    prepare(queryClient, ask('/api/v1/subscriptions/{subscriptionId}', { params }));
  },
  component: lazyRouteComponent(() => import('./change.screen.tsx'), 'ChangeScreen'),
});
