import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../api/queries.ts';
import { STATUS_LABELS } from '../../model/job.ts';
import { signedInRoute } from '../../shell/signed-in.route.ts';

type Status = keyof typeof STATUS_LABELS;

/** What is looked for; in the address, so that it can be kept and sent. */
export interface Wanted {
  readonly study?: string;
  readonly report?: string;
  readonly status?: Status;
}

const text = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isStatus = (value: unknown): value is Status => text(value) && Object.hasOwn(STATUS_LABELS, value);

export const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports',
  validateSearch: ({ study, report, status }: Record<string, unknown>): Wanted => ({
    ...(text(study) && { study }),
    ...(text(report) && { report }),
    ...(isStatus(status) && { status }),
  }),
  loader: ({ context: { queryClient } }) => {
    prepare(queryClient, ask('/api/v1/me'), ask('/api/v1/report-types'));
  },
  component: lazyRouteComponent(() => import('./reports.screen.tsx'), 'ReportsScreen'),
});
