import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { prepare } from '../../api/queries.ts';
import { documentsRoute } from './documents/documents.route.ts';
import { importRoute, importsRoute } from './imports/imports.route.ts';
import { membersRoute } from './members/members.route.ts';
import { settingsRoute } from './settings/settings.route.ts';
import { studyPagesRoute } from './study-pages.route.ts';
import { RECENT_IMPORTS } from './overview/overview.queries.ts';

const overviewRoute = createRoute({
  getParentRoute: () => studyPagesRoute,
  path: '/',
  loader: ({ context: { queryClient }, params: { studyId } }) => {
    prepare(queryClient, RECENT_IMPORTS(studyId));
  },
  component: lazyRouteComponent(() => import('./overview/overview.screen.tsx'), 'OverviewScreen'),
});

/** One study: each of its parts at an address of its own. */
export const studyRoute = studyPagesRoute.addChildren([
  overviewRoute,
  importsRoute,
  importRoute,
  documentsRoute,
  membersRoute,
  settingsRoute,
]);
