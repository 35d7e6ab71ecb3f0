import { systemClock } from '@rounds/adapters/clock';
import { createMakings, type Makings } from '@rounds/adapters/s3/makings';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { activityBeat } from '@rounds/adapters/temporal/heartbeat';

export const openMakings = (objects: ObjectStore, program: string): Makings =>
  createMakings({ objects, program, beat: activityBeat, now: systemClock });
