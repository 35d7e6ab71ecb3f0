/**
 * While operators halt a study or everything, its workflows wait: they neither fail nor use up their retries. A stage
 * that finds the halt says so (HALTED), and is begun again once it is lifted.
 */
import { sleep } from '@temporalio/workflow';
import { runFaultOf } from './faults.ts';
import { records } from './stages.ts';

const isHalted = (error: unknown): boolean => runFaultOf(error, 'complete').code === 'HALTED';

const untilLifted = async (study: { studyId?: string }): Promise<void> => {
  for (let hold = await records.heldBy(study); hold !== null; hold = await records.heldBy(study))
    await sleep(hold.lookAgainMs, { summary: `Halted by operators: ${hold.haltId}` });
};

/** Does the work, however often a halt comes in between. */
export const whenNotHalted = async <T>(studyId: string | undefined, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isHalted(error)) throw error;
      await untilLifted(studyId === undefined ? {} : { studyId });
    }
  }
};

/** The same for each of a stage's activities. */
export const haltable = <Activities extends object>(studyId: string, activities: Activities): Activities =>
  new Proxy(activities, {
    get: (target, name) => {
      const activity = Reflect.get(target, name) as (input: unknown) => Promise<unknown>;
      return (input: unknown) => whenNotHalted(studyId, () => activity(input));
    },
  });
