import { createAggregateActivities } from '@rounds/activities-aggregate/aggregate.activities';
import type { S3Config } from '@rounds/adapters/s3/s3-config';
import { activityBeat } from '@rounds/adapters/temporal/heartbeat';
import { openMakings } from '../makings.ts';
import { openObjects } from '../open.ts';
import { programHash } from '../program.ts';
import type { Wired, WiringContext } from '../wiring.ts';

export const wireAggregate = (environment: S3Config, context: WiringContext): Wired => {
  const objects = openObjects(environment, context);
  const program = programHash();
  return {
    activities: createAggregateActivities({
      ...{ objects, makings: openMakings(objects, program), program, beat: activityBeat, log: context.log },
      codeVersion: context.config.ROUNDS_CODE_VERSION,
    }),
  };
};
