import { createRouter } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { BASE } from './base.ts';
import { Fault } from './design/fault.tsx';
import { Loading } from './design/loading.tsx';
import { rootRoute } from './root.route.ts';
import { accountRoute } from './screens/account/account.route.ts';
import { generateRoute } from './screens/generate/generate.route.ts';
import { homeRoute } from './screens/home/home.route.ts';
import { reportRoute } from './screens/report/report.route.ts';
import { reportsRoute } from './screens/reports/reports.route.ts';
import { signedInRoute } from './shell/signed-in.route.ts';
import { signInFailedRoute, signedOutRoute } from './screens/sign-in/sign-in.route.ts';
import { studiesRoute } from './screens/studies/studies.route.ts';
import { studyRoute } from './screens/study/study.route.ts';
import { subscribeRoute } from './screens/subscribe/subscribe.route.ts';
import { changeSubscriptionRoute } from './screens/subscription/change/change.route.ts';
import { subscriptionRoute } from './screens/subscription/subscription.route.ts';

/** Each screen is a folder of src/screens: its route here, its component loaded when somebody goes there. */
const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    homeRoute,
    subscribeRoute,
    subscriptionRoute,
    changeSubscriptionRoute,
    reportsRoute,
    reportRoute,
    generateRoute,
    studiesRoute,
    studyRoute,
    accountRoute,
  ]),
  signInFailedRoute,
  signedOutRoute,
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    basepath: BASE,
    context: { queryClient },
    defaultPreload: 'intent',
    // The cache of queries decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Fault error={error} retry={reset} />,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
