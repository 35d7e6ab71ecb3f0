import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { Temporal } from '@rounds/adapters/temporal/client';
import { RoundsError } from '@rounds/contracts/errors';
import { broken } from '@rounds/contracts/rules';
import { Pending } from '../platform/pending.ts';
import { Shutdown } from '../platform/shutdown.ts';
import { MONGO, OBJECT_STORE, TEMPORAL } from '../platform/tokens.ts';

const TIMEOUT_MS = 2_000;
const RETRY_AFTER_MS = 2_000;

@Injectable()
export class HealthService {
  private readonly pings: Readonly<Record<string, () => Promise<void>>>;

  constructor(
    @Inject(MONGO) mongo: Mongo,
    @Inject(OBJECT_STORE) objects: ObjectStore,
    @Inject(TEMPORAL) temporal: Temporal,
    @Inject(Pending) pending: Pending,
    @Inject(Shutdown) private readonly shutdown: Shutdown,
  ) {
    this.pings = {
      mongodb: () => mongo.ping(),
      s3: () => objects.ping(),
      temporal: () => pending.track(temporal.ping()),
    };
  }

  /**
   * @returns the names of the servers that answered, which is all of them
   * @throws RoundsError DEPENDENCY_DOWN that names each server that does not, or while the process is stopping
   */
  async demandAll(): Promise<string[]> {
    if (this.shutdown.isComing) throw new RoundsError('DEPENDENCY_DOWN', 'Not ready: it is about to stop.');
    const names = Object.keys(this.pings);
    const answers = await Promise.all(Object.values(this.pings).map(answersInTime));
    const down = names.filter((_name, index) => answers[index] !== true);
    if (down.length === 0) return names;
    throw new RoundsError('DEPENDENCY_DOWN', `Not ready: ${down.join(', ')} does not answer.`, {
      fields: down.map((server) => broken(server, 'no-answer')),
      retryAfterMs: RETRY_AFTER_MS,
    });
  }
}

const answersInTime = async (ping: () => Promise<void>): Promise<boolean> => {
  const answered = ping().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, delay(TIMEOUT_MS, false, { ref: false })]);
};
