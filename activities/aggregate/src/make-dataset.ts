/** One cut and one scope become the dataset of a report type, and what the mail shows of it. */
import { maskStrings } from '@rounds/blinding/mask-strings';
import type { CutDocument } from '@rounds/contracts/cut';
import type { BlindingFault, Dataset, Headline } from '@rounds/contracts/dataset';
import { inOrder, type Scope } from '@rounds/contracts/scope';
import type { Aggregator, Reading, WithPrevious } from '@rounds/report-types/aggregator';
import { knownOf } from '@rounds/report-types/terms/known';
import { versionedName, type ReportType } from '@rounds/report-types/report-type';
import { changesOf, isChanged } from './changes-of.ts';
import { blindingFor, type Blinding } from './blinding.ts';
import type { Cut } from './cut-reader.ts';
import { dataQualityOf, doubtsIn } from './data-quality.ts';
import { showDocuments } from './documents.ts';
import { filesWithin } from './files-within.ts';
import { headlineOf } from './headline-of.ts';
import { partDocuments } from './lacking-documents.ts';
import { readRows, visibleDocuments, type ReadRows } from './read-rows.ts';
import type { StageInput } from './stage-input.ts';

export interface MadeDataset {
  readonly dataset: Dataset;
  readonly headline: Headline;
  /** What the last wall had to hide. */
  readonly faults: readonly BlindingFault[];
  /** Whether any row or document within the scope differs from the cut last delivered. */
  readonly changed: boolean;
}

/** PLANSUB is the whole study's: beside some sites' figures it would mislead. */
const plannedFor = (scope: Scope, cut: Cut): number | null =>
  scope.sites === 'all' ? cut.manifest.plannedSubjects : null;

/** What all datasets have in common, treatments not yet hidden. */
const envelope = async <Content extends WithPrevious>(
  type: ReportType,
  aggregator: Aggregator<Content>,
  input: StageInput,
  rows: ReadRows<Content>,
  shown: Cut['manifest']['documents'],
  { maskText }: Blinding,
): Promise<Dataset> => {
  const { cut, scope, beat } = input;
  const { manifest } = cut;
  const { present, lacking } = await partDocuments(cut, shown);
  const bytesOf = (document: CutDocument) => {
    beat({ document: document.documentId });
    return cut.bytesOf(document);
  };
  const { texts, images, manifest: documents } = await showDocuments(present, bytesOf, maskText);
  return {
    version: 1,
    reportType: type.id,
    study: { studyId: manifest.studyId, title: manifest.studyTitle },
    period: manifest.period,
    timeZone: manifest.timeZone,
    scope: inOrder(scope),
    changes: changesOf(aggregator, input, rows),
    dataQuality: dataQualityOf(aggregator, input, rows),
    documents: { texts, images },
    manifest: {
      cut: cut.sha256,
      cutAt: manifest.cutAt,
      files: filesWithin(scope, cut, rows),
      documents,
      ...(lacking.length === 0 ? {} : { lacking }),
      template: versionedName(type),
      codeVersion: input.codeVersion,
    },
  };
};

/** @throws RoundsError CUT_CORRUPT; INVALID_INPUT for parameters that are not those of the type */
export const makeDataset = async <Content extends WithPrevious>(
  type: ReportType,
  aggregator: Aggregator<Content>,
  input: StageInput,
): Promise<MadeDataset> => {
  const { cut, scope, parameters } = input;
  const blinding = blindingFor(input);
  const reading: Reading = {
    period: cut.manifest.period,
    timeZone: cut.manifest.timeZone,
    scope,
    parameters,
    planned: plannedFor(scope, cut),
    label: blinding.mask,
    known: knownOf(cut.manifest),
    uncertain: new Set(cut.uncertain.map(({ subject }) => subject)),
  };
  const rows = await readRows(aggregator, reading, input);
  const shown = visibleDocuments(cut, scope).filter(rows.made.shows);
  const { made, last } = rows;
  const content =
    last === undefined ? made.content : (aggregator.since?.(made.content, last) ?? made.content);
  const common = await envelope(type, aggregator, input, rows, shown, blinding);
  const whole = { ...common, ...doubtsIn(aggregator, content, common, input, rows) };
  const dataset = scope.unblinded ? whole : blinding.wall(maskStrings(whole, blinding.mask));
  const said = headlineOf(dataset, aggregator);
  const { headline, faults } = blinding.wallHeadline(said);
  return {
    dataset,
    headline,
    faults: [...(dataset.dataQuality.blindingFaults ?? []), ...faults],
    changed: isChanged(input, rows.compared, shown),
  };
};
