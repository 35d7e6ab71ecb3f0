import { Inject, Injectable } from '@nestjs/common';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { STANDING } from '@rounds/contracts/run';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { MONGO } from '../platform/tokens.ts';

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

  constructor(@Inject(MONGO) private readonly mongo: Mongo) {
    collectDefaultMetrics({ register: this.registry });
    const { mongo: database } = this;
    new Gauge({
      name: 'rounds_standing_runs',
      help: 'Runs that wait for somebody: failed, held back, or with mails that were not delivered.',
      labelNames: ['status'],
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const { status, count } of await standingRuns(database)) this.set({ status }, count);
      },
    });
    new Gauge({
      name: 'rounds_open_jobs',
      help: 'Runs that are queued or being made, of all instances together; absent while MongoDB is away.',
      labelNames: ['status', 'priority'],
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const { status, priority, count } of await openJobs(database))
          this.set({ status, priority }, count);
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

interface OpenJobs {
  readonly status: string;
  readonly priority: string;
  readonly count: number;
}

/** As `openJobs`. */
const standingRuns = async (mongo: Mongo): Promise<{ readonly status: string; readonly count: number }[]> => {
  const runs = mongo.collection('runs');
  const counts = STANDING.map(async (status) => ({ status, count: await runs.countDocuments({ status }) }));
  return Promise.all(counts).catch(() => []);
};

/** Zero where there are none: a series that comes and goes cannot be alerted on. Empty without a database. */
const openJobs = async (mongo: Mongo): Promise<OpenJobs[]> => {
  const found = await mongo
    .collection('runs')
    .aggregate<{ _id: Omit<OpenJobs, 'count'>; count: number }>([
      { $match: { status: { $in: [...OPEN] } } },
      { $group: { _id: { status: '$status', priority: '$priority' }, count: { $sum: 1 } } },
    ])
    .toArray()
    .catch(() => null);
  if (found === null) return [];
  const countOf = (status: string, priority: string): number =>
    found.find(({ _id }) => _id.status === status && _id.priority === priority)?.count ?? 0;
  return OPEN.flatMap((status) =>
    PRIORITIES.map((priority) => ({ status, priority, count: countOf(status, priority) })),
  );
};
