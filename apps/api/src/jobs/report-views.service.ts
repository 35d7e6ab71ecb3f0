import { Inject, Injectable } from '@nestjs/common';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import {
  createTemplatesRepository,
  type TemplatesRepository,
} from '@rounds/adapters/mongo/templates.repository';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import type { ArtefactDocument, RunDocument } from '@rounds/contracts/collections';
import type { Dataset } from '@rounds/contracts/dataset';
import { RoundsError } from '@rounds/contracts/errors';
import { isFinished, type DatasetRef } from '@rounds/contracts/run';
import { scopeKey } from '@rounds/contracts/scope';
import { showsArms } from '@rounds/contracts/shows-arms';
import { presentationOf, type Presentation } from '@rounds/contracts/template';
import { reportOf } from '@rounds/report-types/report-of';
import type { Caller } from '../auth/caller.ts';
import { OBJECT_STORE } from '../platform/tokens.ts';
import { Quotas } from '../quotas/quotas.service.ts';
import { ChosenFiles } from './chosen-files.service.ts';
import { lackingOf } from './gated-files.ts';
import type { ViewQuery } from './jobs.dto.ts';
import { presentReport } from './present-report.ts';
import type { ReportView } from './report-view.dto.ts';

/** A process that answers everybody reads no more at once. */
const MOST_BYTES = 16 * 1024 * 1024;

const EVERY_CHARACTER_IS_DRAWN: ReadonlyMap<string, number> = new Map();

const gone = () =>
  new RoundsError(
    'ARTEFACT_GONE',
    'The figures of this report are no longer kept: open its files, or have it made anew.',
  );

/** A run enters its datasets when it closes: its files may be there before. */
const lacksFigures = ({ status }: RunDocument): RoundsError =>
  isFinished(status)
    ? gone()
    : new RoundsError('CONFLICT', 'This job has not made its figures yet: wait until it is completed.');

/** The report as a page: of the dataset that its files were drawn from and compared with. */
@Injectable()
export class ReportViews {
  constructor(
    @Inject(ChosenFiles) private readonly chosen: ChosenFiles,
    @Inject(createTemplatesRepository) private readonly templates: TemplatesRepository,
    @Inject(OBJECT_STORE) private readonly objects: ObjectStore,
    @Inject(Quotas) private readonly quotas: Quotas,
  ) {}

  /**
   * For the caller alone: of the scope of the file that they would get, and only if they would get it.
   *
   * @throws RoundsError as `ChosenFiles.choose` does, RATE_LIMITED, CONFLICT, ARTEFACT_GONE, PAYLOAD_TOO_LARGE
   */
  async view(caller: Caller, jobId: string, { language, ...wanted }: ViewQuery): Promise<ReportView> {
    const found = await this.chosen.choose(caller, jobId, wanted);
    const { run, file } = found;
    await this.quotas.spend('view', { caller: caller.userId, study: run.studyId });
    const { ref, dataset } = await this.read(run, file);
    const report = reportOf({
      dataset,
      undrawable: EVERY_CHARACTER_IS_DRAWN,
      language: language ?? caller.language,
      presentation: await this.presentationOf(run),
      lacking: lackingOf(run, file) ?? undefined,
    });
    await this.chosen.recordOpening(caller, found, { what: 'view', sha256: ref.sha256 });
    return { jobId, scope: file.scope, sha256: ref.sha256, report: presentReport(report) };
  }

  private async read(
    run: RunDocument,
    { scope }: ArtefactDocument,
  ): Promise<{ readonly ref: DatasetRef; readonly dataset: Dataset }> {
    const made = run.datasets?.find((each) => scopeKey(each.scope) === scopeKey(scope));
    if (made === undefined) throw lacksFigures(run);
    const size = await this.objects.size(made.dataset.key);
    if (size === null) throw gone();
    if (size > MOST_BYTES)
      throw new RoundsError('PAYLOAD_TOO_LARGE', 'This report is too large for a page: open its files.');
    const bytes = await this.objects.get(made.dataset.key);
    const dataset = JSON.parse(bytes.toString()) as Dataset;
    demandSame(run, made.dataset, scope, { dataset, sha256: sha256Of(bytes) });
    return { ref: made.dataset, dataset };
  }

  private async presentationOf({ template }: RunDocument): Promise<Presentation | undefined> {
    const found = template === undefined ? null : await this.templates.find(template);
    return found === null ? undefined : presentationOf(found);
  }
}

/** As the drawing asks before it draws: whoever writes there is not trusted to have written this. */
const demandSame = (
  { _id: runId, studyId }: RunDocument,
  ref: DatasetRef,
  scope: ArtefactDocument['scope'],
  { dataset, sha256 }: { readonly dataset: Dataset; readonly sha256: string },
): void => {
  const isSame =
    sha256 === ref.sha256 &&
    dataset.study.studyId === studyId &&
    scopeKey(dataset.scope) === scopeKey(scope) &&
    (scope.unblinded || !showsArms(dataset));
  if (!isSame) throw new RoundsError('CUT_CORRUPT', `The dataset of ${runId} is not the one of this report.`);
};
