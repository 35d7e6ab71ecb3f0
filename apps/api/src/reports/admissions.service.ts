import { Inject, Injectable } from '@nestjs/common';
import type { ClientSession, Filter, Mongo } from '@rounds/adapters/mongo/client';
import { NEWEST } from '@rounds/adapters/mongo/newest';
import { valuesOf } from '@rounds/contracts/audit-values';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { AuditTrail, type Deed } from '../audit/audit-trail.service.ts';
import type { Caller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { createJobsRepository, type JobsRepository } from '../jobs/jobs.repository.ts';
import { QueueEstimates } from '../jobs/queue-estimates.service.ts';
import { CLOCK, CONFIG, MONGO, type Clock } from '../platform/tokens.ts';

/** Of a caller and of a study only what was asked for counts: what is due by subscription is nobody's haste. */
const asked = { trigger: 'on-demand' } as const;

/** Narrowest first: that is the one to tell. */
const LIMITS = {
  caller: {
    setting: 'ROUNDS_OPEN_JOBS_CALLER',
    words: ' that you asked for',
    owner: 'one caller',
    of: ({ requestedBy }: RunDocument): Filter<RunDocument> => ({ ...asked, requestedBy }),
  },
  study: {
    setting: 'ROUNDS_OPEN_JOBS_STUDY',
    words: ' of this study',
    owner: 'one study',
    of: ({ studyId }: RunDocument): Filter<RunDocument> => ({ ...asked, studyId }),
  },
  all: { setting: 'ROUNDS_OPEN_JOBS', words: '', owner: 'this installation', of: () => ({}) },
} as const;
type Whose = keyof typeof LIMITS;
const WHOSE = Object.keys(LIMITS) as readonly Whose[];

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
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(QueueEstimates) private readonly estimates: QueueEstimates,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Writes the record of a run; the same id again keeps the first.
   *
   * @returns the record that stands
   * @throws RoundsError RATE_LIMITED when as many jobs are open, or scheduled for later, as may be
   */
  async admit(caller: Caller, run: RunDocument, deed: Deed): Promise<RunDocument> {
    const turn = this.last.then(() => this.insert(caller, run, deed));
    this.last = turn.catch(() => undefined);
    const admitted = await turn;
    if (typeof admitted !== 'string') return admitted;
    const retryAfterMs = Math.min(
      (await this.estimates.nextEnd(run.reportType)) ?? USUAL_END_MS,
      LONGEST_RETRY_MS,
    );
    throw new RoundsError('RATE_LIMITED', this.refusal(run, admitted), {
      retryAfterMs: Math.max(retryAfterMs, 1_000),
    });
  }

  private refusal({ scheduledFor }: RunDocument, whose: Whose): string {
    const kind = scheduledFor === undefined ? 'open' : 'scheduled for later';
    const { setting, words, owner } = LIMITS[whose];
    return `${this.config[setting]} jobs${words} are ${kind}, which is the limit of ${owner}: try again later.`;
  }

  /** @returns whose limit leaves no room, where there is none */
  private async insert(caller: Caller, run: RunDocument, deed: Deed): Promise<RunDocument | Whose> {
    const runs = this.mongo.collection('runs');
    let full: Whose | undefined;
    const isNew = await this.audit.change(
      caller,
      async ({ session }) => {
        full = undefined;
        if ((await runs.findOne({ _id: run._id }, { session })) !== null) return false;
        await this.mongo
          .collection('admissions')
          .updateOne({ _id: 'open-jobs' }, { $inc: { passed: 1 } }, { session, upsert: true });
        full = await this.spentLimit(run, session);
        if (full !== undefined) return false;
        await runs.insertOne(run, { session });
        return true;
      },
      () => ({ ...deed, ...valuesOf('job', null, run) }),
    );
    if (isNew) return run;
    return full ?? (await runs.findOne({ _id: run._id }, NEWEST)) ?? run;
  }

  private async spentLimit(run: RunDocument, session: ClientSession): Promise<Whose | undefined> {
    for (const whose of WHOSE) {
      const { setting, of } = LIMITS[whose];
      if ((await this.countLike(run, session, of(run))) >= this.config[setting]) return whose;
    }
    return undefined;
  }

  private countLike(
    { scheduledFor }: RunDocument,
    session: ClientSession,
    of: Filter<RunDocument>,
  ): Promise<number> {
    const now = new Date(this.now());
    return scheduledFor === undefined
      ? this.jobs.countOpen(now, session, of)
      : this.jobs.countScheduled(now, session, of);
  }
}
