import { Inject, Injectable } from '@nestjs/common';
import type { RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isRedrivable } from '@rounds/contracts/run';
import type { Caller } from '../auth/caller.ts';
import { Redeliveries } from '../jobs/redeliveries.service.ts';
import { Redrives } from '../jobs/redrive.service.ts';
import { inEnglish, presentCauses } from '../platform/why.ts';
import {
  createFailuresRepository,
  type FailureQuery,
  type FailuresRepository,
} from './failures.repository.ts';
import {
  MOST_REDRIVEN,
  type FailuresAnswer,
  type FailuresQuery,
  type RedriveAnswer,
  type RedriveBody,
} from './failures.dto.ts';

/** Each waits for its workflow's end, which is quick; together they must not take the database from all others. */
const AT_ONCE = 8;

type Item = RedriveAnswer['items'][number];

const queryOf = ({ studyId, from, to }: FailuresQuery): FailureQuery => ({
  studyId,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
});

/** The desk for failed runs, and for mails that were not delivered: grouped by cause, taken up together. */
@Injectable()
export class FailuresService {
  constructor(
    @Inject(createFailuresRepository) private readonly failures: FailuresRepository,
    @Inject(Redrives) private readonly redrives: Redrives,
    @Inject(Redeliveries) private readonly redeliveries: Redeliveries,
  ) {}

  async list(query: FailuresQuery): Promise<FailuresAnswer> {
    const groups = await this.failures.groups(queryOf(query));
    const items = groups.map(({ first, last, studies, examples, why, ...group }) => ({
      ...group,
      message: inEnglish(why),
      why: presentCauses(why),
      first: first.toISOString(),
      last: last.toISOString(),
      studies: [...studies],
      examples: [...examples],
    }));
    return { items };
  }

  /** Each by itself: one that cannot be resumed says why and holds up no other. */
  async redrive(caller: Caller, body: RedriveBody): Promise<RedriveAnswer> {
    const { items: unknown, runs, more } = await this.chosen(body);
    const items = [...unknown];
    for (let from = 0; from < runs.length; from += AT_ONCE) {
      const chunk = runs.slice(from, from + AT_ONCE);
      items.push(...(await Promise.all(chunk.map((run) => this.redriveOne(caller, run, body.dryRun)))));
    }
    const redriven = items.filter((item) => item.redriven).length;
    return { dryRun: body.dryRun, redriven, more, items };
  }

  private async chosen({ cause, runIds, ...period }: RedriveBody) {
    if (runIds === undefined) {
      const found = await this.failures.ofCause(cause ?? '', queryOf(period), MOST_REDRIVEN + 1);
      return { items: [], runs: found.slice(0, MOST_REDRIVEN), more: found.length > MOST_REDRIVEN };
    }
    const runs = await this.failures.runs(runIds);
    const known = new Set(runs.map(({ _id }) => _id));
    const unknown = [...new Set(runIds)].filter((id) => !known.has(id));
    return { items: unknown.map(notThere), runs, more: false };
  }

  private async redriveOne(caller: Caller, run: RunDocument, dryRun: boolean): Promise<Item> {
    const item = { jobId: run._id, studyId: run.studyId, step: run.fault?.step ?? null };
    if (dryRun) {
      const reason = obstacleTo(run);
      return { ...item, redriven: reason === null, reason };
    }
    try {
      if (run.status === 'partly-delivered') await this.redeliveries.retryFailed(caller, run);
      else await this.redrives.resume(caller, run);
      return { ...item, redriven: true, reason: null };
    } catch (error) {
      if (error instanceof RoundsError && error.code === 'CONFLICT')
        return { ...item, redriven: false, reason: error.message };
      throw error;
    }
  }
}

/** What can be seen beforehand; `resume` finds the rest. */
const obstacleTo = ({ status, expiredAt }: RunDocument): string | null => {
  if (status === 'partly-delivered') return null;
  if (!isRedrivable(status)) return `Only a failed or quarantined job can be resumed: this one is ${status}.`;
  return expiredAt === undefined ? null : 'What this job had fetched was removed since.';
};

const notThere = (jobId: string): Item => ({
  ...{ jobId, studyId: null, step: null, redriven: false },
  reason: 'There is no such job.',
});
