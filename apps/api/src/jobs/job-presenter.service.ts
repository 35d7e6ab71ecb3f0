import { Inject, Injectable } from '@nestjs/common';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import { maySee, type Scope } from '@rounds/contracts/scope';
import { isFinished } from '@rounds/contracts/run';
import { seesAll, type Caller } from '../auth/caller.ts';
import { Halts } from '../halts/halts.service.ts';
import { Rights } from '../rights/rights.service.ts';
import { visibleHeld } from './gated-files.ts';
import { JobStates } from './job-state.service.ts';
import type { JobAnswer } from './jobs.dto.ts';
import { createJobsRepository, type JobsRepository, type PersonOpenings } from './jobs.repository.ts';
import { QueueEstimates, untouched } from './queue-estimates.service.ts';
import { presentJob, type QueueEstimate } from './present-job.ts';

/** Runs as one caller may see them; for a whole page with as many queries as for one. */
@Injectable()
export class JobPresenter {
  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(Halts) private readonly halts: Halts,
    @Inject(QueueEstimates) private readonly estimates: QueueEstimates,
  ) {}

  async present(caller: Caller, run: RunDocument): Promise<JobAnswer> {
    const [job] = await this.presentAll(caller, [run]);
    if (job === undefined) throw new Error('A run was presented as nothing.');
    return job;
  }

  async presentAll(caller: Caller, runs: readonly RunDocument[]): Promise<JobAnswer[]> {
    const states = await Promise.all(runs.map((run) => this.states.current(run)));
    const isVisible = visibleTo(caller, runs);
    const [artefacts, scopes, deliveries, openings, estimates, holding] = await Promise.all([
      this.jobs.artefactsOf(runs),
      this.scopesOf(caller, runs),
      this.jobs
        .deliveriesOf(runs)
        .then((all) => all.filter(({ runId, recipientId }) => isVisible(runId, recipientId))),
      this.jobs.openingsOf(runs).then((all) => all.filter(({ runId, userId }) => isVisible(runId, userId))),
      this.estimates.of(states),
      this.halts.holding(),
    ]);
    const emails = await this.emailsOf(deliveries, openings, runs);
    return states.map((state, index) => {
      const { run } = state;
      const own = scopes.get(run.studyId) ?? null;
      return presentJob(state, {
        artefacts: artefacts.filter(({ runId }) => runId === run._id),
        isVisible: ({ scope }) => seesAll(caller) || (own !== null && maySee(own, scope)),
        seesAllSites: seesAll(caller) || own?.sites === 'all',
        held: visibleHeld(run, caller, own),
        isOwn: seesAll(caller) || run.requestedBy === caller.userId,
        deliveries: deliveries.filter(({ runId }) => runId === run._id),
        openings: openings.filter(({ runId }) => runId === run._id),
        emails,
        estimate: estimates[index] ?? null,
        heldBy: isFinished(run.status) ? null : holding(run.studyId),
      });
    });
  }

  /** Of a run that was just asked for, without asking its workflow. */
  async estimate(run: RunDocument): Promise<QueueEstimate | null> {
    return (await this.estimates.of([untouched(run)]))[0] ?? null;
  }

  /** What the caller may see of each study; of no importance for who sees all. */
  private async scopesOf(
    caller: Caller,
    runs: readonly RunDocument[],
  ): Promise<ReadonlyMap<string, Scope | null>> {
    const studies = seesAll(caller) ? [] : [...new Set(runs.map(({ studyId }) => studyId))];
    return new Map(
      await Promise.all(
        studies.map(async (id) => [id, await this.rights.findScope(id, caller.userId)] as const),
      ),
    );
  }

  private emailsOf(
    deliveries: readonly DeliveryDocument[],
    openings: readonly PersonOpenings[],
    runs: readonly RunDocument[],
  ) {
    const releasers = runs.flatMap(({ earlierEnds = [] }) =>
      earlierEnds.flatMap(({ release }) => (release === undefined ? [] : [release.by])),
    );
    const readers = openings.map(({ userId }) => userId);
    const askers = runs.map(({ requestedBy }) => requestedBy);
    const ids = [...askers, ...deliveries.map(({ recipientId }) => recipientId), ...readers, ...releasers];
    return this.users.emails(ids);
  }
}

/** Who asked for a run sees who got and read it; a recipient sees only themselves. */
const visibleTo = (caller: Caller, runs: readonly RunDocument[]) => {
  const asked = runs.filter(({ requestedBy }) => requestedBy === caller.userId);
  const own = new Set(asked.map(({ _id }) => _id));
  return (runId: string, personId: string): boolean =>
    seesAll(caller) || own.has(runId) || personId === caller.userId;
};
