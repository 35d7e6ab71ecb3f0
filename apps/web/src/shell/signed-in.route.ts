import { createRoute } from '@tanstack/react-router';
import { ask, prepare } from '../api/queries.ts';
import { accessToken } from '../auth/session.ts';
import { rootRoute } from '../root.route.ts';
import { Shell } from './shell.tsx';

/** Around every page that is for somebody who has signed in: whoever has not goes to do so, and comes back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async () => {
    await accessToken();
  },
  loader: ({ context: { queryClient } }) => {
    prepare(queryClient, ask('/api/v1/me'));
  },
  component: Shell,
});
