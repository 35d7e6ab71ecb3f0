import { Inject, Injectable } from '@nestjs/common';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import type { DeliveryDocument, RunDocument } from '@rounds/contracts/collections';
import { covers, type Scope } from '@rounds/contracts/scope';
import { isFinished } from '@rounds/contracts/run';
import { seesAll, type Caller } from '../auth/caller.ts';
import { Halts } from '../halts/halts.service.ts';
import { Rights } from '../rights/rights.service.ts';
import { visibleHeld } from './gated-files.ts';
import { JobStates } from './job-state.service.ts';
import type { JobAnswer } from './jobs.dto.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
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
    const [artefacts, scopes, deliveries, estimates, holding] = await Promise.all([
      this.jobs.artefactsOf(runs),
      this.scopesOf(caller, runs),
      this.visibleDeliveries(caller, runs),
      this.estimates.of(states),
      this.halts.holding(),
    ]);
    const emails = await this.emailsOf(deliveries, runs);
    return states.map((state, index) => {
      const { run } = state;
      const own = scopes.get(run.studyId) ?? null;
      return presentJob(state, {
        artefacts: artefacts.filter(({ runId }) => runId === run._id),
        isVisible: ({ scope }) => seesAll(caller) || (own !== null && covers(own, scope)),
        held: visibleHeld(run, caller, own),
        isOwn: seesAll(caller) || run.requestedBy === caller.userId,
        deliveries: deliveries.filter(({ runId }) => runId === run._id),
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

  private emailsOf(deliveries: readonly DeliveryDocument[], runs: readonly RunDocument[]) {
    const releasers = runs.flatMap(({ earlierEnds = [] }) =>
      earlierEnds.flatMap(({ release }) => (release === undefined ? [] : [release.by])),
    );
    const ids = [...deliveries.map(({ recipientId }) => recipientId), ...releasers];
    return this.users.emails(ids);
  }

  /** Who asked for a run sees who got it; a recipient sees only themselves. */
  private async visibleDeliveries(caller: Caller, runs: readonly RunDocument[]): Promise<DeliveryDocument[]> {
    const own = new Set(
      runs.filter(({ requestedBy }) => requestedBy === caller.userId).map(({ _id }) => _id),
    );
    return (await this.jobs.deliveriesOf(runs)).filter(
      ({ runId, recipientId }) => seesAll(caller) || own.has(runId) || recipientId === caller.userId,
    );
  }
}
