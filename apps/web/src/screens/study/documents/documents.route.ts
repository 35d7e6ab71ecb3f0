import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { given, type Search } from '../search.ts';
import { studyPagesRoute } from '../study-pages.route.ts';

export const documentsRoute = createRoute({
  getParentRoute: () => studyPagesRoute,
  path: '/documents',
  validateSearch: (search: Search) => given(search, 'kind', 'site'),
  component: lazyRouteComponent(() => import('./documents.screen.tsx'), 'DocumentsScreen'),
});
