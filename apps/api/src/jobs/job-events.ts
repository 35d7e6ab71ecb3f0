/**
 * What happened to a job, in order, derived from its record and its workflow: every API process sends the same
 * events with the same ids, so that a watcher who reconnects gets what they missed and nothing twice.
 */
import type { EarlierEnd, RunDocument } from '@rounds/contracts/collections';
import { isFinished, RUN_STEPS, type PassedStep, type RunStatus } from '@rounds/contracts/run';
import { inEnglish } from '../platform/why.ts';
import type { JobState } from './job-state.service.ts';
import { presentFault } from './present-job.ts';

export interface JobEvent {
  /** `<redrives>.<rank>`: grows with each event of a job. */
  readonly id: string;
  /** `end` is the last one, unless the job is resumed. */
  readonly type: 'progress' | 'end';
  readonly data: {
    readonly jobId: string;
    readonly status: RunStatus;
    readonly step: keyof typeof RUN_STEPS;
    readonly progress: number;
    readonly redrives: number;
    readonly at: string;
    readonly reason?: string;
    readonly error?: ReturnType<typeof presentFault>;
  };
}

/** Where an event stands in one try of a job; room is left before the end. */
const RANKS = {
  queued: 0,
  initializing: 1,
  'fetching-data': 2,
  'building-report': 3,
  'generating-file': 4,
  'storing-file': 5,
  end: 9,
} as const;

type Stage = Exclude<keyof typeof RANKS, 'queued' | 'end'>;
const isStage = (step: string): step is Stage => step in RANKS;

/** One try: from its place in the queue to its end, as far as it has come. */
const eventsOfTry = (
  jobId: string,
  redrives: number,
  queuedAt: Date,
  steps: readonly PassedStep[],
): JobEvent[] => {
  const common = { jobId, redrives };
  const queued: JobEvent = {
    id: `${redrives}.${RANKS.queued}`,
    type: 'progress',
    data: { ...common, status: 'queued', step: 'initializing', progress: 0, at: queuedAt.toISOString() },
  };
  const passed = steps.flatMap(({ step, at }): JobEvent[] =>
    isStage(step)
      ? [
          {
            id: `${redrives}.${RANKS[step]}`,
            type: 'progress',
            data: {
              ...{ ...common, status: 'processing', step, progress: RUN_STEPS[step] },
              at: new Date(at).toISOString(),
            },
          },
        ]
      : [],
  );
  return [queued, ...passed];
};

const endId = (redrives: number): string => `${redrives}.${RANKS.end}`;

const earlierEnd = (jobId: string, redrives: number, { fault, finishedAt }: EarlierEnd): JobEvent => ({
  id: endId(redrives),
  type: 'end',
  data: {
    ...{ jobId, redrives, step: fault.step, progress: RUN_STEPS[fault.step] },
    status: fault.code === 'QUARANTINED' ? 'quarantined' : 'failed',
    at: finishedAt.toISOString(),
    error: presentFault(fault),
  },
});

const lastEnd = ({ run, step, progress }: JobState, redrives: number): JobEvent => ({
  id: endId(redrives),
  type: 'end',
  data: {
    ...{ jobId: run._id, redrives, status: run.status, step, progress },
    at: (run.finishedAt ?? run.createdAt).toISOString(),
    ...(run.why === undefined ? {} : { reason: inEnglish(run.why) }),
    ...(run.fault === undefined ? {} : { error: presentFault(run.fault) }),
  },
});

/** One for later waits from its creation on, a resumed one from then on. */
const queuedSince = ({ redrives, queuedAt, createdAt }: RunDocument): Date =>
  redrives === undefined ? createdAt : (queuedAt ?? createdAt);

/** Everything up to now. */
export const eventsOf = (state: JobState): JobEvent[] => {
  const { run, steps } = state;
  const { _id, redrives = 0, earlierEnds = [] } = run;
  const earlier = earlierEnds.flatMap((end, index) => [
    ...eventsOfTry(_id, index, end.queuedAt, end.steps),
    earlierEnd(_id, index, end),
  ]);
  const events = [...earlier, ...eventsOfTry(_id, redrives, queuedSince(run), steps)];
  return isFinished(run.status) ? [...events, lastEnd(state, redrives)] : events;
};

const orderOf = (id: string): [number, number] => {
  const [, redrives, rank] = /^(\d{1,6})\.(\d)$/.exec(id) ?? [];
  return [Number(redrives ?? -1), Number(rank ?? -1)];
};

/** @param lastId the last one that was sent; anything that is no id of ours: none was */
export const eventsAfter = (events: readonly JobEvent[], lastId: string): JobEvent[] => {
  const [lastRedrives, lastRank] = orderOf(lastId);
  return events.filter(({ id }) => {
    const [redrives, rank] = orderOf(id);
    return redrives > lastRedrives || (redrives === lastRedrives && rank > lastRank);
  });
};

/** As server-sent events are written. */
export const written = ({ id, type, data }: JobEvent): string =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
