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
  recipients: {
    words: 'questions about recipients',
    caller: 'ROUNDS_RECIPIENTS_CALLER',
    study: 'ROUNDS_RECIPIENTS_STUDY',
  },
  view: { words: 'reports viewed', caller: 'ROUNDS_VIEWS_CALLER', study: 'ROUNDS_VIEWS_STUDY' },
} as const;
export type Quota = keyof typeof COUNTED;

type Whose = 'caller' | 'study';
const WHOSE: readonly Whose[] = ['caller', 'study'];

interface Budget {
  readonly whose: Whose;
  readonly points: number;
  readonly limiter: Limiter;
}

@Injectable()
export class Quotas {
  private readonly budgets: Readonly<Record<Quota, readonly Budget[]>>;

  constructor(@Inject(MONGO) mongo: Mongo, @Inject(CONFIG) config: ApiConfig) {
    const budgets = (quota: Quota): Budget[] =>
      WHOSE.map((whose) => {
        const points = config[COUNTED[quota][whose]];
        const name = `${quota}-${whose}`;
        return { whose, points, limiter: createLimiter(mongo, { name, points, seconds: HOUR_S }) };
      });
    this.budgets = {
      upload: budgets('upload'),
      preview: budgets('preview'),
      recipients: budgets('recipients'),
      view: budgets('view'),
    };
  }

  /**
   * Counts one.
   *
   * @throws RoundsError RATE_LIMITED: whose limit it is, and when to come again
   */
  async spend(quota: Quota, of: Readonly<Record<Whose, string>>): Promise<void> {
    for (const { whose, points, limiter } of this.budgets[quota]) {
      const { counted, spent } = await consume(limiter, of[whose]);
      if (spent) throw refusal(quota, whose, points, counted.msBeforeNext);
    }
  }
}

const refusal = (quota: Quota, whose: Whose, points: number, retryAfterMs: number): RoundsError =>
  new RoundsError(
    'RATE_LIMITED',
    `${points} ${COUNTED[quota].words} within an hour is the limit of one ${whose}: come again later.`,
    { retryAfterMs },
  );
