import { Inject, Injectable } from '@nestjs/common';
import type { ArtefactDocument, OpeningDocument, RunDocument } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { isFinished } from '@rounds/contracts/run';
import type { Caller } from '../auth/caller.ts';
import { Rights } from '../rights/rights.service.ts';
import { chooseArtefact, type Wanted } from './choose-artefact.ts';
import { demandMayLook, hasPassed, isHeldBack } from './gated-files.ts';
import { JobStates } from './job-state.service.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
import { JobsService } from './jobs.service.ts';
import { Openings } from './openings.service.ts';

export interface WantedFile extends Wanted {
  /** They know that it may be held back. */
  readonly quarantined?: boolean | undefined;
}

export interface ChosenFile {
  readonly run: RunDocument;
  readonly file: ArtefactDocument;
}

/** Of what was made for a run, that which the caller gets: whichever way they get it. */
@Injectable()
export class ChosenFiles {
  constructor(
    @Inject(JobsService) private readonly service: JobsService,
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(Rights) private readonly rights: Rights,
    @Inject(JobStates) private readonly states: JobStates,
    @Inject(Openings) private readonly openings: Openings,
  ) {}

  /**
   * @throws RoundsError as `JobsService.find`, `chooseArtefact` and `demandMayLook` do, STUDY_NOT_FOUND for an operator
   * without membership, CONFLICT
   */
  async choose(caller: Caller, jobId: string, wanted: WantedFile): Promise<ChosenFile> {
    const found = await this.service.find(caller, jobId);
    const held = await this.rights.scopeOn(found.studyId, caller.userId);
    const { run } = await this.states.current(found);
    const files = (await this.jobs.artefacts(run)).filter(
      (file) => hasPassed(run, file) || isHeldBack(run, file),
    );
    if (files.length === 0 && !isFinished(run.status))
      throw new RoundsError('CONFLICT', 'This job has not made its files yet: wait until it is completed.');
    const file = chooseArtefact(files, { held, language: caller.language }, wanted);
    if (isHeldBack(run, file)) demandMayLook(run, caller, wanted.quarantined ?? false);
    return { run, file };
  }

  /** That they got it, and not by a mailed link. */
  async recordOpening(
    { userId }: Caller,
    { run, file }: ChosenFile,
    opened: Pick<OpeningDocument, 'what' | 'format' | 'sha256'>,
  ): Promise<void> {
    await this.openings.record(run, {
      ...{ linkId: null, userId, ...opened },
      ...(isHeldBack(run, file) && { heldBack: true }),
    });
  }
}
