/** What the report was made from: the appendix of every type. */
import type { Dataset, DatasetFile } from '@rounds/contracts/dataset';
import type { ReportType } from '../../report-type.ts';
import type { Block, Definition, Head } from '../report-model.ts';
import { figure, tableOf, text, type Table } from '../table.ts';
import { scopeShort, scopeWords } from '../words/scope.ts';
import { sentence, type Voice } from '../words/voice.ts';

/** What this report is about. @param previous words for the period whose figures stand beside the headline's */
export const aboutReport = (
  { study, period, timeZone, scope, manifest }: Dataset,
  previous: string,
  voice: Voice,
): Definition[] => [
  { term: voice.say('Study'), meaning: `${study.studyId}: ${study.title}` },
  {
    term: voice.say('Period'),
    meaning: voice.say('{period} (whole local days, {zone})', {
      period: voice.period(period),
      zone: timeZone,
    }),
  },
  { term: voice.say('Compared with'), meaning: previous },
  {
    term: voice.say('Data cut'),
    meaning: `${voice.instant(manifest.cutAt, timeZone)} ${timeZone}, ${manifest.cut}`,
  },
  { term: voice.say('Scope'), meaning: scopeWords(scope, voice) },
  { term: voice.say('Run'), meaning: manifest.runId },
  { term: voice.say('Template and code'), meaning: `${manifest.template}, ${manifest.codeVersion}` },
  { term: voice.say('Requested by'), meaning: manifest.requestedBy },
];

/** `minimumSeverity SEVERE, narratives true`: a type without parameters has no such line. */
export const parameterLine = (parameters: Readonly<Record<string, unknown>>, voice: Voice): Definition => ({
  term: voice.say('Parameters'),
  meaning: Object.entries(parameters)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', '),
});

export const headOf = (dataset: Dataset, { noun }: Pick<ReportType, 'noun'>, voice: Voice): Head => {
  const { study, period, timeZone, scope, manifest } = dataset;
  return {
    report: voice.reportName(noun, period),
    period: voice.period(period),
    studyId: study.studyId,
    studyTitle: study.title,
    facts: [
      { label: voice.say('Whole local days in'), value: timeZone },
      { label: voice.say('Data as of'), value: voice.instant(manifest.cutAt, timeZone) },
      { label: voice.say('Cut'), value: manifest.cut.slice(0, 12) },
      { label: voice.say('Scope'), value: scopeWords(scope, voice) },
    ],
    scope: scopeShort(scope, voice),
    cut: manifest.cut,
    cutAt: manifest.cutAt,
    template: manifest.template,
    codeVersion: manifest.codeVersion,
  };
};

export const aboutBlocks = (about: readonly Definition[], voice: Voice): Block[] => [
  { kind: 'definitions', id: 'this-report', title: voice.say('This report'), entries: about },
];

export const manifestTakeaway = (
  { manifest: { files, documents: received }, scope }: Dataset,
  voice: Voice,
): string => {
  const rows = files.reduce((total, file) => total + file.rows, 0);
  const counts = { rows, files: files.length, documents: received.length };
  return sentence(
    scope.unblinded
      ? voice.say(
          '{rows#no row|# row|# rows} in {files#no file|# file|# files} and {documents#no document|# document|# documents} were read; each is named by its hash.',
          counts,
        )
      : voice.say(
          '{rows#no row|# row|# rows} in {files#no file|# file|# files} and {documents#no document|# document|# documents} were read; the cut is named by its hash.',
          counts,
        ),
  );
};

const FILES_NOTE = 'Every file of the cut, with its rows and the SHA-256 of its lines.';
const FILES_NOTE_BLINDED =
  'Every file of the cut, with its rows. The hash of a file is for unblinded readers: who knows all of it but the arms could try them until it fits. The hash of the cut names them all.';

export const manifestTables = ({ manifest, scope }: Dataset, voice: Voice): Table[] => [
  tableOf(
    {
      name: 'manifest-files',
      sheet: voice.say('Manifest files'),
      section: 'appendix',
      title: voice.say('Manifest: rows'),
      note: voice.say(scope.unblinded ? FILES_NOTE : FILES_NOTE_BLINDED),
      empty: voice.say('The cut holds no row.'),
    },
    manifest.files,
    [
      text('name', voice.say('File'), (file) => file.name),
      figure('rows', voice.say('Rows'), (file) => file.rows),
      ...(scope.unblinded
        ? [
            text<DatasetFile>('sha256', voice.say('SHA-256'), (file) => file.sha256 ?? null),
            text<DatasetFile>('key', voice.say('Object key'), (file) => file.key ?? null, {
              filesOnly: true,
            }),
          ]
        : []),
    ],
  ),
  tableOf(
    {
      name: 'manifest-documents',
      sheet: voice.say('Manifest documents'),
      section: 'appendix',
      title: voice.say('Manifest: documents'),
      note: voice.say('Every document of the cut, with its size and the SHA-256 of its bytes.'),
      empty: voice.say('The cut holds no document.'),
    },
    manifest.documents,
    [
      text('title', voice.say('Title'), (document) => document.title),
      text('documentId', voice.say('Document'), (document) => document.documentId, { below: 'title' }),
      figure('bytes', voice.say('Bytes'), (document) => document.bytes),
      text('sha256', voice.say('SHA-256'), (document) => document.sha256),
    ],
  ),
];
