import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studyPagesRoute } from '../study-pages.route.ts';

export const membersRoute = createRoute({
  getParentRoute: () => studyPagesRoute,
  path: '/members',
  component: lazyRouteComponent(() => import('./members.screen.tsx'), 'MembersScreen'),
});
