/** What the report was made from: the appendix of every type. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { ReportType } from '../../report-type.ts';
import type { Block, Definition, Head } from '../report-model.ts';
import { figure, tableOf, text, type Table } from '../table.ts';
import { instantWords, periodNouns, periodWords } from '../words/dates.ts';
import { count, sentence } from '../words/numbers.ts';
import { scopeShort, scopeWords } from '../words/scope.ts';

/** What this report is about. @param previous words for the period whose figures stand beside the headline's */
export const aboutReport = (
  { study, period, timeZone, scope, manifest }: Dataset,
  previous: string,
): Definition[] => [
  { term: 'Study', meaning: `${study.studyId}: ${study.title}` },
  { term: 'Period', meaning: `${periodWords(period)} (whole local days, ${timeZone})` },
  { term: 'Compared with', meaning: previous },
  { term: 'Data cut', meaning: `${instantWords(manifest.cutAt, timeZone)} ${timeZone}, ${manifest.cut}` },
  { term: 'Scope', meaning: scopeWords(scope) },
  { term: 'Run', meaning: manifest.runId },
  { term: 'Template and code', meaning: `${manifest.template}, ${manifest.codeVersion}` },
  { term: 'Requested by', meaning: manifest.requestedBy },
];

/** `minimumSeverity SEVERE, narratives true`: a type without parameters has no such line. */
export const parameterLine = (parameters: Readonly<Record<string, unknown>>): Definition => ({
  term: 'Parameters',
  meaning: Object.entries(parameters)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', '),
});

/** `Weekly safety report` */
const reportName = ({ period }: Dataset, { noun }: Pick<ReportType, 'noun'>): string =>
  sentence(periodNouns(period).report.replace(/report$/i, noun));

export const headOf = (dataset: Dataset, type: Pick<ReportType, 'noun'>): Head => {
  const { study, period, timeZone, scope, manifest } = dataset;
  return {
    report: reportName(dataset, type),
    period: periodWords(period),
    studyId: study.studyId,
    studyTitle: study.title,
    facts: [
      { label: 'Whole local days in', value: timeZone },
      { label: 'Data as of', value: instantWords(manifest.cutAt, timeZone) },
      { label: 'Cut', value: manifest.cut.slice(0, 12) },
      { label: 'Scope', value: scopeWords(scope) },
    ],
    scope: scopeShort(scope),
    cut: manifest.cut,
    cutAt: manifest.cutAt,
    template: manifest.template,
    codeVersion: manifest.codeVersion,
  };
};

export const aboutBlocks = (about: readonly Definition[]): Block[] => [
  { kind: 'definitions', id: 'this-report', title: 'This report', entries: about },
];

export const manifestTakeaway = ({ manifest: { files, documents: received } }: Dataset): string => {
  const rows = files.reduce((total, file) => total + file.rows, 0);
  return sentence(
    `${count(rows, 'row')} in ${count(files.length, 'file')} and ${count(received.length, 'document')} were read; each is named by its hash.`,
  );
};

export const manifestTables = ({ manifest }: Dataset): Table[] => [
  tableOf(
    {
      name: 'manifest-files',
      sheet: 'Manifest files',
      section: 'appendix',
      title: 'Manifest: rows',
      note: 'Every file of the cut, with its rows and the SHA-256 of its lines.',
      empty: 'The cut holds no row.',
    },
    manifest.files,
    [
      text('name', 'File', (file) => file.name),
      figure('rows', 'Rows', (file) => file.rows),
      text('sha256', 'SHA-256', (file) => file.sha256),
      text('key', 'Object key', (file) => file.key, { filesOnly: true }),
    ],
  ),
  tableOf(
    {
      name: 'manifest-documents',
      sheet: 'Manifest documents',
      section: 'appendix',
      title: 'Manifest: documents',
      note: 'Every document of the cut, with its size and the SHA-256 of its bytes.',
      empty: 'The cut holds no document.',
    },
    manifest.documents,
    [
      text('title', 'Title', (document) => document.title),
      text('documentId', 'Document', (document) => document.documentId, { below: 'title' }),
      figure('bytes', 'Bytes', (document) => document.bytes),
      text('sha256', 'SHA-256', (document) => document.sha256),
    ],
  ),
];
