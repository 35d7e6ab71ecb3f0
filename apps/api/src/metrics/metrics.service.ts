import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import {
  createOverviewRepository,
  type OpenCount,
  type OverviewRepository,
} from '../admin/overview.repository.ts';

/** Seconds: an answer from memory, from MongoDB, from Temporal, one that waited for a report (60 s at most). */
const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

const PRIORITIES = ['high', 'normal', 'low'] as const;
const OPEN = ['queued', 'processing'] as const;

export interface Answered {
  readonly method: string;
  /** The route's pattern: an address itself may hold a secret, and each would be a time series. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What Prometheus reads: of this process, and of the jobs that all instances share. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'rounds_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_S,
    registers: [this.registry],
  });

  constructor(@Inject(createOverviewRepository) counts: OverviewRepository) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'rounds_standing_runs',
      help: 'Runs that wait for somebody: failed, held back, or with mails that were not delivered.',
      labelNames: ['status'],
      registers: [this.registry],
      async collect() {
        this.reset();
        const runs = await counts.standingRuns().catch(() => ({}));
        for (const [status, count] of Object.entries<number>(runs)) this.set({ status }, count);
      },
    });
    new Gauge({
      name: 'rounds_open_jobs',
      help: 'Runs that are queued or being made, of all instances together; absent while MongoDB is away.',
      labelNames: ['status', 'priority'],
      registers: [this.registry],
      async collect() {
        this.reset();
        const open = await counts.openRuns().catch(() => null);
        if (open === null) return;
        for (const { status, priority, count } of withZeros(open)) this.set({ status, priority }, count);
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  observe({ method, route, status, seconds }: Answered): void {
    this.durations.observe({ method, route, status }, seconds);
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}

/** Zero where there are none: a series that comes and goes cannot be alerted on. */
const withZeros = (found: readonly OpenCount[]): OpenCount[] => {
  const countOf = (status: string, priority: string): number =>
    found.find((each) => each.status === status && each.priority === priority)?.count ?? 0;
  return OPEN.flatMap((status) =>
    PRIORITIES.map((priority) => ({ status, priority, count: countOf(status, priority) })),
  );
};
