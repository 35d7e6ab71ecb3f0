import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../api/queries.ts';
import { signedInRoute } from '../../shell/signed-in.route.ts';

/** What a link to this page may fill in: `/generate?study=ROUNDS-DEMO&report=safety-weekly&day=2026-11-30`. */
interface Given {
  readonly study?: string;
  readonly report?: string;
  readonly day?: string;
}

const text = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const generateRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/generate',
  validateSearch: ({ study, report, day }: Record<string, unknown>): Given => ({
    ...(text(study) && { study }),
    ...(text(report) && { report }),
    ...(text(day) && { day }),
  }),
  loader: ({ context: { queryClient } }) => {
    prepare(queryClient, ask('/api/v1/me'), ask('/api/v1/report-types'));
  },
  component: lazyRouteComponent(() => import('./generate.screen.tsx'), 'GenerateScreen'),
});
