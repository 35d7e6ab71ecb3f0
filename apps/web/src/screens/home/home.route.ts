import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../api/queries.ts';
import { signedInRoute } from '../../shell/signed-in.route.ts';
import { MY_REPORTS, OWN_SUBSCRIPTIONS } from './home.queries.ts';

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  loader: ({ context: { queryClient } }) => {
    prepare(queryClient, MY_REPORTS, OWN_SUBSCRIPTIONS, ask('/api/v1/me'));
  },
  component: lazyRouteComponent(() => import('./home.screen.tsx'), 'HomeScreen'),
});
