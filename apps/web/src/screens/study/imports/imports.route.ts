import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { given, type Search } from '../search.ts';
import { studyPagesRoute } from '../study-pages.route.ts';

export const importsRoute = createRoute({
  getParentRoute: () => studyPagesRoute,
  path: '/imports',
  validateSearch: (search: Search) => given(search, 'domain'),
  component: lazyRouteComponent(() => import('./imports.screen.tsx'), 'ImportsScreen'),
});

export const importRoute = createRoute({
  getParentRoute: () => studyPagesRoute,
  path: '/imports/$importId',
  validateSearch: (search: Search) => given(search, 'domain', 'field', 'rule'),
  component: lazyRouteComponent(() => import('./import.screen.tsx'), 'ImportScreen'),
});
