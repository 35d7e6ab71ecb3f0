import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { studyPagesRoute } from '../study-pages.route.ts';

export const settingsRoute = createRoute({
  getParentRoute: () => studyPagesRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings.screen.tsx'), 'SettingsScreen'),
});
