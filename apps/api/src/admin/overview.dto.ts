import { QUEUES } from '@rounds/contracts/queues';
import { z } from 'zod';
import { HaltsAnswer } from '../halts/halts.dto.ts';

const perSecond = z.number().describe('Tasks a second, lately.');

const taskQueue = z.object({
  name: z.enum(QUEUES),
  workers: z.int().describe('Processes that asked for work within the last minute.'),
  backlog: z.int().describe('Tasks that wait; an estimate, 0 for a queue that was idle for minutes.'),
  backlogByPriority: z.object({ high: z.int(), normal: z.int(), low: z.int() }),
  oldestS: z.number().describe('Seconds for which the oldest task waits.'),
  addedPerSecond: perSecond,
  takenPerSecond: perSecond,
});

const ms = z.number().describe('Milliseconds.');

export const OverviewAnswer = z
  .object({
    at: z.iso.datetime(),
    halts: HaltsAnswer.shape.items,
    queues: z.array(taskQueue).nullable().describe('Null when Temporal does not answer.'),
    openJobs: z.object({
      limit: z.int(),
      queued: z.int(),
      processing: z.int(),
      byPriority: z.object({ high: z.int(), normal: z.int(), low: z.int() }),
    }),
    durations: z
      .array(z.object({ reportType: z.string(), runs: z.int(), median: ms, p95: ms, longest: ms }))
      .describe('Of the last 200 completed runs of each type that has any.'),
    subscriptions: z.object({ active: z.int(), paused: z.int(), cancelled: z.int(), ended: z.int() }),
    dueNextHour: z.object({
      count: z.int(),
      first: z
        .array(
          z.object({
            subscriptionId: z.string(),
            studyId: z.string(),
            reportType: z.string(),
            at: z.iso.datetime(),
          }),
        )
        .describe('20 at most.'),
    }),
    setAside: z
      .object({
        count: z.int(),
        first: z
          .array(
            z.object({
              id: z
                .string()
                .describe('`subscription/…`, `run/…`, or `end/…` of a run whose end is not told.'),
              failures: z.int(),
              fault: z.string().describe('A code.'),
              since: z.iso.datetime(),
              nextTryAt: z.iso.datetime(),
            }),
          )
          .describe('20 at most, the longest first.'),
      })
      .describe('What reconciliation could not settle, though no server was away; it is tried again.'),
    failedRuns: z.int().describe('Those that nobody redrove; see `/admin/failures`.'),
    partlyDeliveredRuns: z
      .int()
      .describe(
        'Made, but not everybody to whom they were mailed has them for certain; see `/admin/failures`.',
      ),
    mailsInDoubt: z
      .int()
      .describe('Of which nobody can tell whether they were sent: they wait for a person.'),
    quarantinedRuns: z.int().describe('Held back by the check before sending; they wait for a person.'),
  })
  .meta({ id: 'Overview' });
export type OverviewAnswer = z.infer<typeof OverviewAnswer>;
