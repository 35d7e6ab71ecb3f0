import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../shell/signed-in.route.ts';

/** Around all pages of one study. */
export const studyPagesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studies/$studyId',
  component: lazyRouteComponent(() => import('./study.screen.tsx'), 'StudyScreen'),
});
