import { Inject, Injectable } from '@nestjs/common';
import type { Mongo } from '@rounds/adapters/mongo/client';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { ClientSession } from 'mongodb';
import type { ApiConfig } from '../config.ts';
import { createJobsRepository, type JobsRepository } from '../jobs/jobs.repository.ts';
import { Outlooks } from '../jobs/outlooks.service.ts';
import { CLOCK, CONFIG, MONGO, type Clock } from '../platform/tokens.ts';

/** Where nothing was measured yet. */
const USUAL_END_MS = 10_000;
const LONGEST_RETRY_MS = 300_000;

/**
 * Lets no more jobs in than may be open, however many ask at once and whichever process they ask: each request
 * counts and inserts in one transaction, and all transactions write one document, so that two cannot overlap.
 */
@Injectable()
export class Admissions {
  /** Within a process they queue up here: otherwise each would undo and repeat the others' transactions. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(MONGO) private readonly mongo: Mongo,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(Outlooks) private readonly outlooks: Outlooks,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Writes the record of a run; the same id again keeps the first.
   *
   * @returns the record that stands
   * @throws RoundsError RATE_LIMITED when as many jobs are open, or scheduled for later, as may be
   */
  async admit(run: RunDocument): Promise<RunDocument> {
    const turn = this.last.then(() => this.insert(run));
    this.last = turn.catch(() => undefined);
    const admitted = await turn;
    if (admitted !== null) return admitted;
    const retryAfterMs = Math.min(
      (await this.outlooks.nextEnd(run.reportType)) ?? USUAL_END_MS,
      LONGEST_RETRY_MS,
    );
    throw new RoundsError('RATE_LIMITED', this.refusal(run), { retryAfterMs: Math.max(retryAfterMs, 1_000) });
  }

  private refusal({ scheduledFor }: RunDocument): string {
    const kind = scheduledFor === undefined ? 'open' : 'scheduled for later';
    return `${this.config.ROUNDS_OPEN_JOBS} jobs are ${kind}, which is the limit: try again later.`;
  }

  /** Null when there is no room. */
  private insert(run: RunDocument): Promise<RunDocument | null> {
    const runs = this.mongo.collection('runs');
    return this.mongo.client.withSession((session) =>
      session.withTransaction(async () => {
        const first = await runs.findOne({ _id: run._id }, { session });
        if (first !== null) return first;
        await this.mongo
          .collection('admissions')
          .updateOne({ _id: 'open-jobs' }, { $inc: { passed: 1 } }, { session, upsert: true });
        if ((await this.countLike(run, session)) >= this.config.ROUNDS_OPEN_JOBS) return null;
        await runs.insertOne(run, { session });
        return run;
      }),
    );
  }

  private countLike({ scheduledFor }: RunDocument, session: ClientSession): Promise<number> {
    const now = new Date(this.now());
    return scheduledFor === undefined
      ? this.jobs.countOpen(now, session)
      : this.jobs.countScheduled(now, session);
  }
}
