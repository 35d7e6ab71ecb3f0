/** All that the queue `housekeeping` does, as its worker has it. For tests that are not about what is kept how long. */
import { createRunActivities, type RunDependencies } from '@rounds/activities-run/run.activities';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import {
  createHousekeepingActivities,
  type HousekeepingDependencies,
} from '../src/housekeeping.activities.ts';

type Given = Omit<RunDependencies, 'ownerGraceDays'> &
  Partial<Pick<HousekeepingDependencies, 'log' | 'ownerGraceDays'>>;

export const createQueueActivities = ({ ownerGraceDays = 14, log, ...given }: Given) => {
  const shared = { ...given, ownerGraceDays };
  const runs = createRunActivities(shared);
  return {
    ...runs,
    ...createHousekeepingActivities({
      ...{
        ...shared,
        closeRun: (outcome) => runs.closeRun(outcome),
        log: log ?? { warn: () => undefined },
        beat: () => undefined,
      },
      objects: memoryObjectStore(),
      retention: { temporaryMs: 3_600_000, redriveMs: 7 * 86_400_000 },
    }),
  };
};
