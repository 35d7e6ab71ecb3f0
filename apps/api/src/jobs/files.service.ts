import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { ArtefactDocument, RunDocument } from '@rounds/contracts/collections';
import type { RoundsError } from '@rounds/contracts/errors';
import { FORMAT_FILES, type Format } from '@rounds/contracts/formats';
import { periodLabel } from '@rounds/contracts/ids';
import { NoticeSender } from '../platform/notice-sender.service.ts';
import { CLOCK, OBJECT_STORE, type Clock } from '../platform/tokens.ts';
import { createJobsRepository, type JobsRepository } from './jobs.repository.ts';
import { PageError } from '../pages/page-error.ts';

/** Long enough to follow a redirect, too short to be passed on. */
const PRESIGNED_S = 60;

/** `CDISCPILOT01_study-weekly_2026-11-16_2026-11-23.pdf` */
export const fileName = ({ studyId, reportType, period }: RunDocument, format: Format): string => {
  const name = `${studyId}_${reportType}_${periodLabel(period)}`.replaceAll(/[^\w.-]+/g, '-');
  return `${name}.${FORMAT_FILES[format].extension}`;
};

/** Where the files of runs are fetched from. */
@Injectable()
export class Files {
  constructor(
    @Inject(createJobsRepository) private readonly jobs: JobsRepository,
    @Inject(OBJECT_STORE) private readonly objects: ObjectStore,
    @Inject(NoticeSender) private readonly notices: NoticeSender,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The file's address, good for a minute. A file that is missing in the object store is marked so, and the operators
   * get one notice.
   *
   * @throws RoundsError ARTEFACT_GONE
   */
  async addressOf(run: RunDocument, artefact: ArtefactDocument): Promise<string> {
    await this.demandThere(run, artefact);
    const { key, format } = artefact;
    const { mediaType } = FORMAT_FILES[format];
    return this.objects.presign(key, { fileName: fileName(run, format), mediaType, seconds: PRESIGNED_S });
  }

  /** The bytes of a file that is there; to be read or destroyed by who asks. */
  stream({ key }: ArtefactDocument): Promise<Readable> {
    return this.objects.stream(key);
  }

  /** @throws RoundsError as `addressOf` */
  async demandThere(run: RunDocument, artefact: ArtefactDocument): Promise<void> {
    if ((await this.objects.size(artefact.key)) === null) throw await this.gone(run, artefact);
    if (artefact.goneAt !== undefined) await this.jobs.markGone(artefact, null);
  }

  private async gone(run: RunDocument, artefact: ArtefactDocument): Promise<RoundsError> {
    const { _id: runId, studyId, reportType, due } = run;
    const { format, sha256, goneAt = new Date(this.now()) } = artefact;
    await this.jobs.markGone(artefact, goneAt);
    const about = { kind: 'file-gone', studyId, reportType, runId, due, format } as const;
    const occasion = `${sha256.slice(0, 12)}.${goneAt.getTime()}`;
    await this.notices.trySend({ about: { ...about, occasion }, to: [], operators: true });
    return new PageError('ARTEFACT_GONE', ['mail.file-gone', 'mail.file-gone-next']);
  }
}
