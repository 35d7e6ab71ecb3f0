import { Inject, Injectable } from '@nestjs/common';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import { RoundsError } from '@rounds/contracts/errors';
import { isFinished } from '@rounds/contracts/run';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { Rights } from '../rights/rights.service.ts';
import { chooseArtefact } from './choose-artefact.ts';
import { Files } from './files.service.ts';
import { demandMayLook, hasPassed, isHeldBack } from './gated-files.ts';
import { JobStates } from './job-state.service.ts';
import type { DownloadQuery } from './jobs.dto.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
import { JobsService } from './jobs.service.ts';

@Injectable()
export class Downloads {
  constructor(
    @Inject(JobsService) private readonly service: JobsService,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(Files) private readonly files: Files,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The address, good for a minute, of the file that was made for the caller.
   *
   * @throws RoundsError as `JobsService.find`, `chooseArtefact` and `demandMayLook` do, STUDY_NOT_FOUND for an operator
   * without membership
   */
  async addressFor(caller: Caller, jobId: string, wanted: DownloadQuery): Promise<string> {
    const found = await this.service.find(caller, jobId);
    const own = await this.rights.scopeOn(found.studyId, caller.userId);
    const { run } = await this.states.current(found);
    const artefacts = (await this.jobs.artefacts(run)).filter(
      (file) => hasPassed(run, file) || isHeldBack(run, file),
    );
    if (artefacts.length === 0 && !isFinished(run.status))
      throw new RoundsError('CONFLICT', 'This job has not made its files yet: wait until it is completed.');
    const chosen = chooseArtefact(artefacts, { held: own, language: caller.language }, wanted);
    if (isHeldBack(run, chosen)) demandMayLook(run, caller, wanted.quarantined ?? false);
    const address = await this.files.addressOf(run, chosen);
    await this.links.recordOpening({
      linkId: null,
      runId: run._id,
      studyId: run.studyId,
      userId: caller.userId,
      what: 'download',
      format: chosen.format,
      sha256: chosen.sha256,
      ...(isHeldBack(run, chosen) && { heldBack: true }),
      at: new Date(this.now()),
    });
    return address;
  }
}
