/** The `study-weekly` report: one cut and one scope become one dataset. Definitions: docs/study-weekly.md. */
import type { Changes, DataQuality, Figures, StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Scope } from '@rounds/contracts/scope';
import type { Aggregator, AggregatorInput } from '../aggregator.ts';
import type { Cut } from '../cut-reader.ts';
import { attention } from './attention.ts';
import { changesSince, earlierCutGone, nothingToCompare } from './changes.ts';
import { periodBefore } from './days.ts';
import { showDocuments } from './documents.ts';
import { headline } from './headline.ts';
import { createMask, maskStrings, type Mask } from './mask.ts';
import { asIs } from './study-row.ts';
import { readRows, visibleDocuments, type ReadRows } from './read-rows.ts';

/** Grows when a definition changes, so that a report says by which it was made. */
const TEMPLATE = 'study-weekly@1';

/** PLANSUB is the whole study's: beside some sites' figures it would mislead. */
const plannedFor = (scope: Scope, cut: Cut): number | null =>
  scope.sites === 'all' ? cut.manifest.plannedSubjects : null;

const changes = ({ run, scope, cut, previous }: AggregatorInput, rows: ReadRows): Changes => {
  if (previous === 'none') return nothingToCompare(run.subscriptionId !== undefined);
  if (previous === 'gone') return earlierCutGone;
  const { sites: held, period } = previous.manifest;
  const needed = scope.sites === 'all' ? cut.siteIds : scope.sites;
  const sitesNotHeld = held === 'all' ? [] : needed.filter((site) => !held.includes(site));
  return changesSince({ cut: previous.sha256, period, sitesNotHeld }, rows.changes);
};

/** A document of the period that the last report did not hold is a change, as a row is. */
const isChanged = ({ scope, cut, previous }: AggregatorInput, rows: ReadRows): boolean => {
  if (typeof previous === 'string' || Object.keys(rows.changes).length > 0) return true;
  const held = new Set(
    previous.manifest.documents.map(({ documentId, sha256 }) => `${documentId}|${sha256}`),
  );
  return visibleDocuments(cut, scope).some(({ documentId, sha256 }) => !held.has(`${documentId}|${sha256}`));
};

type NotComputed = DataQuality['notComputed'];

/** Of some sites, `planned` is null by its definition; of all, it is a figure that TS ought to give. */
const missingPlanned = ({ scope, cut }: AggregatorInput): NotComputed =>
  scope.sites === 'all' && cut.manifest.plannedSubjects === null
    ? [{ figure: 'enrolment.toDate.planned', reason: 'TS has no PLANSUB.' }]
    : [];

/** A refused row has no site that can be trusted, so readers of some sites are told of none. */
const refusedAtImport = ({
  scope,
  cut,
}: AggregatorInput): Pick<DataQuality, 'refusedAtImport' | 'notComputed'> => {
  const refused = cut.manifest.refusedAtImport;
  if (scope.sites === 'all' || Object.keys(refused).length === 0)
    return { refusedAtImport: refused, notComputed: [] };
  const reason =
    'Rows of the study were refused whose site is not certain: counted in reports of all sites only.';
  return { refusedAtImport: {}, notComputed: [{ figure: 'dataQuality.refusedAtImport', reason }] };
};

const dataQuality = (input: AggregatorInput, { quality, undated }: ReadRows): DataQuality => {
  const refused = refusedAtImport(input);
  return {
    partialDates: quality.partialDates,
    undatedRows: undated,
    refusedAtImport: refused.refusedAtImport,
    notComputed: [...missingPlanned(input), ...quality.notComputed, ...refused.notComputed],
  };
};

const sections = (input: AggregatorInput, rows: ReadRows): Figures & Pick<StudyWeeklyDataset, Section> => ({
  ...rows.figures,
  previous: { period: periodBefore(input.cut.manifest.period), ...rows.previous },
  attention: attention(rows.figures, rows, input.cut.manifest.period.end),
  trends: rows.trends,
  listings: rows.listings,
  changes: changes(input, rows),
  dataQuality: dataQuality(input, rows),
});
type Section = 'previous' | 'attention' | 'trends' | 'listings' | 'changes' | 'dataQuality';

const maskFor = ({ scope, cut }: AggregatorInput): Mask =>
  scope.unblinded ? asIs : createMask(cut.manifest.treatments);

const normalised = ({ sites, unblinded }: Scope): Scope => ({
  sites: sites === 'all' ? sites : [...new Set(sites)].sort(),
  unblinded,
});

export const studyWeekly: Aggregator = async (input) => {
  const { cut, run, scope } = input;
  const { manifest } = cut;
  const mask = maskFor(input);
  const rows = await readRows(input, { planned: plannedFor(scope, cut), label: mask });
  const documents = await showDocuments(
    visibleDocuments(cut, scope),
    (document) => cut.bytesOf(document),
    mask,
  );
  const dataset: StudyWeeklyDataset = {
    version: 1,
    reportType: 'study-weekly',
    study: { studyId: manifest.studyId, title: manifest.studyTitle },
    period: manifest.period,
    timeZone: manifest.timeZone,
    scope: normalised(scope),
    ...sections(input, rows),
    documents: { texts: documents.texts, images: documents.images },
    manifest: {
      runId: run.runId,
      cut: cut.sha256,
      cutAt: manifest.cutAt,
      files: manifest.files,
      documents: documents.manifest,
      template: TEMPLATE,
      codeVersion: input.codeVersion,
      requestedBy: run.requestedBy,
    },
  };
  const masked = scope.unblinded ? dataset : maskStrings(dataset, mask);
  return { dataset: masked, headline: headline(masked), changed: isChanged(input, rows) };
};
