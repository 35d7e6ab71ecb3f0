import { TIME_ZONE_DATA } from '@rounds/adapters/time-zone-data';
import type { PlanActivities, RunPolicy } from '@rounds/contracts/activities';
import { runNowPlan } from '@rounds/contracts/schedule-arithmetic';
import { runToMake } from '@rounds/contracts/timetable-arithmetic';

/**
 * Local activities of the workflow worker: what the workflow must not compute itself, because a later version of
 * this code, of the time-zone data or of the configuration would answer differently on replay.
 */
export const createPlanActivities = ({ policy }: { readonly policy: RunPolicy }): PlanActivities => ({
  planNextRun: (input) => {
    const next = runToMake(input);
    return Promise.resolve(next === null ? null : { ...next, zones: TIME_ZONE_DATA });
  },
  planRunNow: ({ schedule, now }) => Promise.resolve(runNowPlan(schedule, now)),
  runPolicy: () => Promise.resolve(policy),
});
