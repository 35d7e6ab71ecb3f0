import { createFetchActivities } from '@rounds/activities-fetch/fetch.activities';
import { systemClock } from '@rounds/adapters/clock';
import { activityBeat } from '@rounds/adapters/temporal/heartbeat';
import { openMongo, openObjects } from '../open.ts';
import type { SizedEnvironment } from '../sections.ts';
import type { Wired, WiringContext } from '../wiring.ts';

export const wireFetch = (environment: SizedEnvironment, context: WiringContext): Wired => ({
  activities: createFetchActivities({
    mongo: openMongo(environment, 'fetch', context),
    objects: openObjects(environment, context),
    codeVersion: context.config.ROUNDS_CODE_VERSION,
    now: systemClock,
    beat: activityBeat,
    maxRows: environment.ROUNDS_MAX_ROWS,
  }),
});
