import { Inject, Injectable } from '@nestjs/common';
import {
  createSubscriptionListsRepository,
  type SubscriptionListsRepository,
} from '@rounds/adapters/mongo/subscription-lists.repository';
import { narrow, type Studies } from '@rounds/adapters/mongo/study-filter';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isOperator, type Caller } from '../auth/caller.ts';
import { cutPage, type Page } from '../http/page.dto.ts';
import { Rights } from '../rights/rights.service.ts';
import { JobPresenter } from './job-presenter.service.ts';
import type { JobAnswer, JobsQueryDto } from './jobs.dto.ts';
import { createJobsRepository, type Audience, type JobsRepository } from './jobs.repository.ts';
import type { QueueEstimate } from './present-job.ts';

interface Visibility {
  readonly studies: Studies;
  readonly audience: Audience | undefined;
}

@Injectable()
export class JobsService {
  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(createSubscriptionListsRepository) private readonly subscriptions: SubscriptionListsRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(JobPresenter) private readonly presenter: JobPresenter,
  ) {}

  async list(caller: Caller, query: JobsQueryDto): Promise<Page<JobAnswer>> {
    const { limit, cursor: after, studyId, since, until, ...filters } = query;
    const { studies, audience } = await this.visibility(caller);
    const found = await this.jobs.list({
      studies: narrow(studies, studyId),
      audience,
      ...filters,
      since: since === undefined ? undefined : new Date(since),
      until: until === undefined ? undefined : new Date(until),
      after,
      limit: limit + 1,
    });
    const { items, nextCursor } = cutPage(found, limit);
    return { items: await this.presenter.presentAll(caller, items), nextCursor };
  }

  async read(caller: Caller, jobId: string): Promise<JobAnswer> {
    return this.present(caller, await this.find(caller, jobId));
  }

  /** @throws RoundsError NOT_FOUND alike for no such job and one that is not the caller's to see */
  async find(caller: Caller, jobId: string): Promise<RunDocument> {
    const { studies, audience } = await this.visibility(caller);
    const run = await this.jobs.find(jobId, studies, audience);
    if (run === null) throw new RoundsError('NOT_FOUND', 'There is no such job among those you may see.');
    return run;
  }

  /** Made from that cut, the newest first: only those that the caller may see. */
  async ofCut(caller: Caller, cut: string, limit: number): Promise<RunDocument[]> {
    const { studies, audience } = await this.visibility(caller);
    return this.jobs.ofCut(cut, { studies, audience, limit });
  }

  /** @throws RoundsError as `find`, FORBIDDEN unless the caller asked for the run or is an operator */
  async findOwn(caller: Caller, jobId: string): Promise<RunDocument> {
    const run = await this.find(caller, jobId);
    if (run.requestedBy !== caller.userId && !isOperator(caller))
      throw new RoundsError('FORBIDDEN', 'Only who asked for this job, or an operator, may do this.');
    return run;
  }

  present(caller: Caller, run: RunDocument): Promise<JobAnswer> {
    return this.presenter.present(caller, run);
  }

  /** When an open run's turn comes; null for one that is over. */
  estimate(run: RunDocument): Promise<QueueEstimate | null> {
    return this.presenter.estimate(run);
  }

  private async visibility(caller: Caller): Promise<Visibility> {
    const studies = await this.rights.studiesOf(caller);
    if (studies === 'every') return { studies, audience: undefined };
    const subscriptionIds = await this.subscriptions.idsReaching(caller.userId, studies);
    return { studies, audience: { userId: caller.userId, subscriptionIds } };
  }
}
