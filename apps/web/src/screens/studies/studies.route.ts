import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../api/queries.ts';
import { signedInRoute } from '../../shell/signed-in.route.ts';

export const studiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studies',
  loader: ({ context: { queryClient } }) => {
    prepare(queryClient, ask('/api/v1/studies'));
  },
  component: lazyRouteComponent(() => import('./studies.screen.tsx'), 'StudiesScreen'),
});
