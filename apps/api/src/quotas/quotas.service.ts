import { Inject, Injectable } from '@nestjs/common';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { RoundsError } from '@rounds/contracts/errors';
import type { ApiConfig } from '../config.ts';
import { consume, createLimiter, type Limiter } from '../http/limiter.ts';
import { CONFIG, MONGO } from '../platform/tokens.ts';

const HOUR_S = 3_600;

/** What is counted by the hour, of one caller and of one study: one person cannot spend everyone's. */
const COUNTED = {
  upload: { words: 'documents uploaded', caller: 'ROUNDS_UPLOADS_CALLER', study: 'ROUNDS_UPLOADS_STUDY' },
  preview: { words: 'previews asked for', caller: 'ROUNDS_PREVIEWS_CALLER', study: 'ROUNDS_PREVIEWS_STUDY' },
} as const;
export type Quota = keyof typeof COUNTED;

type Whose = 'caller' | 'study';
const WHOSE: readonly Whose[] = ['caller', 'study'];

@Injectable()
export class Quotas {
  private readonly limiters = new Map<string, Limiter>();

  constructor(
    @Inject(MONGO) mongo: Mongo,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {
    for (const quota of Object.keys(COUNTED) as Quota[])
      for (const whose of WHOSE) {
        const name = `${quota}-${whose}`;
        const points = this.pointsOf(quota, whose);
        this.limiters.set(name, createLimiter(mongo, { name, points, seconds: HOUR_S }));
      }
  }

  /**
   * Counts one.
   *
   * @throws RoundsError RATE_LIMITED: whose limit it is, and when to come again
   */
  async spend(quota: Quota, of: Readonly<Record<Whose, string>>): Promise<void> {
    for (const whose of WHOSE) {
      const limiter = this.limiters.get(`${quota}-${whose}`);
      if (limiter === undefined) continue;
      const { counted, spent } = await consume(limiter, of[whose]);
      if (spent) throw refusal(quota, whose, this.pointsOf(quota, whose), counted.msBeforeNext);
    }
  }

  private pointsOf(quota: Quota, whose: Whose): number {
    return this.config[COUNTED[quota][whose]];
  }
}

const refusal = (quota: Quota, whose: Whose, points: number, retryAfterMs: number): RoundsError =>
  new RoundsError(
    'RATE_LIMITED',
    `${points} ${COUNTED[quota].words} within an hour is the limit of one ${whose}: come again later.`,
    { retryAfterMs },
  );
