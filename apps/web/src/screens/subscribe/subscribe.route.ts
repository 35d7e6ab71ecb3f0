import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ask, prepare } from '../../api/queries.ts';
import { signedInRoute } from '../../shell/signed-in.route.ts';

/** What a link to this page may fill in: `/subscribe?study=ROUNDS-DEMO&report=safety-weekly`. */
interface Given {
  readonly study?: string;
  readonly report?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const subscribeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/subscribe',
  validateSearch: ({ study, report }: Record<string, unknown>): Given => ({
    ...(text(study) !== undefined && { study: String(study) }),
    ...(text(report) !== undefined && { report: String(report) }),
  }),
  loader: ({ context: { queryClient } }) => {
    prepare(queryClient, ask('/api/v1/report-types'));
  },
  component: lazyRouteComponent(() => import('./subscribe.screen.tsx'), 'SubscribeScreen'),
});
