import { createHousekeepingActivities } from '@rounds/activities-housekeeping/housekeeping.activities';
import { createRunActivities } from '@rounds/activities-run/run.activities';
import { systemClock } from '@rounds/adapters/clock';
import { connectTemporal } from '@rounds/adapters/temporal/client';
import { activityBeat } from '@rounds/adapters/temporal/heartbeat';
import { DAY_MS } from '@rounds/contracts/durations';
import { openMongo, openObjects } from '../open.ts';
import type { HousekeepingEnvironment } from '../sections.ts';
import type { Wired, WiringContext } from '../wiring.ts';

const retentionOf = (environment: HousekeepingEnvironment) => {
  const { ROUNDS_TEMPORARY_S, ROUNDS_REDRIVE_DAYS, ROUNDS_RESULT_DAYS, ROUNDS_S3_LOCK_DAYS } = environment;
  return {
    temporaryMs: ROUNDS_TEMPORARY_S * 1000,
    redriveMs: ROUNDS_REDRIVE_DAYS * DAY_MS,
    ...(ROUNDS_RESULT_DAYS === undefined ? {} : { resultsMs: ROUNDS_RESULT_DAYS * DAY_MS }),
    ...(ROUNDS_S3_LOCK_DAYS === undefined ? {} : { lockMs: ROUNDS_S3_LOCK_DAYS * DAY_MS }),
  };
};

export const wireHousekeeping = (environment: HousekeepingEnvironment, context: WiringContext): Wired => {
  const temporal = connectTemporal(context.config);
  context.onClose(() => temporal.close());
  const shared = {
    mongo: openMongo(environment, 'housekeeping', context),
    client: temporal.client,
    ownerGraceDays: environment.ROUNDS_OWNER_GRACE_DAYS,
    now: systemClock,
  };
  const runs = createRunActivities(shared);
  return {
    activities: {
      ...runs,
      ...createHousekeepingActivities({
        ...shared,
        closeRun: (outcome) => runs.closeRun(outcome),
        objects: openObjects(environment, context),
        retention: retentionOf(environment),
        beat: activityBeat,
        log: context.log,
      }),
    },
  };
};
