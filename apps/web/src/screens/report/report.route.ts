import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../api/queries.ts';
import { signedInRoute } from '../../shell/signed-in.route.ts';
import { askForJob } from './report.queries.ts';

interface Shown {
  /** The PDF stands beside the figures. */
  readonly pdf?: true;
}

export const reportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports/$jobId',
  validateSearch: ({ pdf }: Record<string, unknown>): Shown => (pdf === true ? { pdf } : {}),
  loader: ({ context: { queryClient }, params: { jobId } }) => {
    prepare(queryClient, askForJob(jobId), ask('/api/v1/me'));
  },
  component: lazyRouteComponent(() => import('./report.screen.tsx'), 'ReportScreen'),
});
