import { Inject, Injectable } from '@nestjs/common';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import type { OpeningDocument, RunDocument } from '@rounds/contracts/collections';
import { CLOCK, type Clock } from '../platform/tokens.ts';

type Opening = Omit<OpeningDocument, '_id' | 'runId' | 'studyId' | 'at'>;

/** Who looked at which report or fetched which file of it, each time. */
@Injectable()
export class Openings {
  constructor(
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  record({ _id: runId, studyId }: RunDocument, opening: Opening): Promise<void> {
    return this.links.recordOpening({ runId, studyId, ...opening, at: new Date(this.now()) });
  }
}
