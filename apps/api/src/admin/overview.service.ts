import { Inject, Injectable } from '@nestjs/common';
import {
  createSetAsidesRepository,
  type SetAsidesRepository,
} from '@rounds/adapters/mongo/set-asides.repository';
import { HOUR_MS } from '@rounds/contracts/durations';
import { REPORT_TYPES } from '@rounds/report-types/catalogue';
import type { ApiConfig } from '../config.ts';
import { Halts } from '../halts/halts.service.ts';
import { createJobsRepository, type JobsRepository, type Span } from '../jobs/jobs.repository.ts';
import { CLOCK, CONFIG, type Clock } from '../platform/tokens.ts';
import {
  createOverviewRepository,
  type Due,
  type OpenCount,
  type OverviewRepository,
} from './overview.repository.ts';
import type { OverviewAnswer } from './overview.dto.ts';
import { TaskQueues } from './task-queues.service.ts';

const MEASURED_RUNS = 200;
const LISTED = 20;

@Injectable()
export class OverviewService {
  constructor(
    @Inject(createOverviewRepository) private readonly counts: OverviewRepository,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(createSetAsidesRepository) private readonly setAsides: SetAsidesRepository,
    @Inject(Halts) private readonly halts: Halts,
    @Inject(TaskQueues) private readonly queues: TaskQueues,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async read(): Promise<OverviewAnswer> {
    const at = new Date(this.now());
    const [halts, queues, open, durations, statuses, due, setAside, standing] = await Promise.all([
      this.halts.list(),
      this.queues.describe(),
      this.counts.openRuns(),
      this.durations(),
      this.counts.subscriptionsByStatus(),
      this.counts.due(at, new Date(at.getTime() + HOUR_MS)),
      this.setAside(),
      this.standing(),
    ]);
    const { active = 0, paused = 0, cancelled = 0, ended = 0 } = statuses;
    return {
      at: at.toISOString(),
      halts: halts.items,
      queues,
      openJobs: { limit: this.config.ROUNDS_OPEN_JOBS, ...openJobs(open) },
      durations,
      subscriptions: { active, paused, cancelled, ended },
      dueNextHour: dueNextHour(due),
      setAside,
      ...standing,
    };
  }

  private async standing() {
    const [runs, mailsInDoubt] = await Promise.all([this.counts.standingRuns(), this.counts.countInDoubt()]);
    return {
      failedRuns: runs.failed,
      partlyDeliveredRuns: runs['partly-delivered'],
      mailsInDoubt,
      quarantinedRuns: runs.quarantined,
    };
  }

  private async setAside(): Promise<OverviewAnswer['setAside']> {
    const [count, first] = await Promise.all([this.setAsides.count(), this.setAsides.list(LISTED)]);
    return {
      count,
      first: first.map(({ _id, since, nextTryAt, ...rest }) => ({
        id: _id,
        ...rest,
        since: since.toISOString(),
        nextTryAt: nextTryAt.toISOString(),
      })),
    };
  }

  private async durations(): Promise<OverviewAnswer['durations']> {
    const types = Object.keys(REPORT_TYPES);
    const spans = types.map(async (type) =>
      durationsOf(type, await this.jobs.lastSpans(type, MEASURED_RUNS)),
    );
    return (await Promise.all(spans)).flat();
  }
}

/** Of the value below which that share of the others lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const durationsOf = (reportType: string, spans: readonly Span[]): OverviewAnswer['durations'] => {
  if (spans.length === 0) return [];
  const took = spans.map(({ startedAt, finishedAt }) => finishedAt - startedAt).sort((a, b) => a - b);
  const [median, p95, longest] = [quantile(took, 0.5), quantile(took, 0.95), took.at(-1) ?? 0];
  return [{ reportType, runs: took.length, median, p95, longest }];
};

const countWhere = (open: readonly OpenCount[], wanted: Partial<OpenCount>): number =>
  open
    .filter((each) =>
      Object.entries(wanted).every(([name, value]) => each[name as keyof OpenCount] === value),
    )
    .reduce((sum, { count }) => sum + count, 0);

const openJobs = (open: readonly OpenCount[]): Omit<OverviewAnswer['openJobs'], 'limit'> => ({
  queued: countWhere(open, { status: 'queued' }),
  processing: countWhere(open, { status: 'processing' }),
  byPriority: {
    high: countWhere(open, { priority: 'high' }),
    normal: countWhere(open, { priority: 'normal' }),
    low: countWhere(open, { priority: 'low' }),
  },
});

const dueNextHour = ({ count, first }: Due): OverviewAnswer['dueNextHour'] => ({
  count,
  first: first.flatMap(({ _id, studyId, reportType, nextRunAt }) =>
    nextRunAt === undefined
      ? []
      : [{ subscriptionId: _id, studyId, reportType, at: nextRunAt.toISOString() }],
  ),
});
