import { Inject, Injectable } from '@nestjs/common';
import type { RunDocument } from '@rounds/contracts/collections';
import { isFinished } from '@rounds/contracts/run';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { estimateEnd, paceOf } from './estimate.ts';
import { createJobsRepository, type JobsRepository, type Span } from './jobs.repository.ts';
import type { JobState } from './job-state.service.ts';
import type { QueueEstimate } from './present-job.ts';
import { countAhead, type Place } from './queue.ts';

/** Enough to know what a run takes these days. */
const MEASURED_RUNS = 50;

/** When the turn of open runs comes, from the queue as it is and from measured runs. */
@Injectable()
export class QueueEstimates {
  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** One answer for each state, in their order; null for a run that is over. The queue is read once for all. */
  async of(states: readonly Pick<JobState, 'run' | 'progress'>[]): Promise<(QueueEstimate | null)[]> {
    const open = states.filter(({ run }) => !isFinished(run.status)).map(({ run }) => run);
    if (open.length === 0) return states.map(() => null);
    const [places, spans] = await Promise.all([
      this.jobs.places(new Date(this.now())),
      this.measured(open.map(({ reportType }) => reportType)),
    ]);
    return states.map((state) =>
      isFinished(state.run.status)
        ? null
        : this.estimate(state, places, spans.get(state.run.reportType) ?? []),
    );
  }

  /** Milliseconds until one of the open runs will have ended; null where nothing was measured. */
  async nextEnd(reportType: string): Promise<number | null> {
    return paceOf(await this.jobs.lastSpans(reportType, MEASURED_RUNS));
  }

  private estimate(
    { run, progress }: Pick<JobState, 'run' | 'progress'>,
    places: readonly Place[],
    spans: readonly Span[],
  ): QueueEstimate {
    const done = progress / 100;
    const due = run.scheduledFor?.getTime() ?? 0;
    // Who will be in the queue then, nobody knows.
    if (due > this.now())
      return { position: null, estimatedCompletion: estimateEnd(spans, { ahead: 0, done }, due) };
    const ahead = countAhead(run, places);
    return { position: ahead + 1, estimatedCompletion: estimateEnd(spans, { ahead, done }, this.now()) };
  }

  private async measured(reportTypes: readonly string[]): Promise<ReadonlyMap<string, Span[]>> {
    const types = [...new Set(reportTypes)];
    const spans = types.map(async (type) => [type, await this.jobs.lastSpans(type, MEASURED_RUNS)] as const);
    return new Map(await Promise.all(spans));
  }
}

/** A run that was just asked for. */
export const untouched = (run: RunDocument) => ({ run, progress: 0 });
