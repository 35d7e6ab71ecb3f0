import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root.route.ts';

/** Whoever comes back from the issuer is sent on before there is a page (main.tsx): who is still here, was refused. */
export const signInFailedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-in',
  component: lazyRouteComponent(() => import('./sign-in-failed.screen.tsx'), 'SignInFailed'),
});

export const signedOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-out',
  component: lazyRouteComponent(() => import('./signed-out.screen.tsx'), 'SignedOutScreen'),
});
