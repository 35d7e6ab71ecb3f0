/** What the report was made from: the appendix of every type. */
import { isReviewed } from '@rounds/contracts/language';
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
  { term: voice.say('study'), meaning: `${study.studyId}: ${study.title}` },
  {
    term: voice.say('period'),
    meaning: voice.say('period-of-whole-days', { period: voice.period(period), zone: timeZone }),
  },
  { term: voice.say('compared-with'), meaning: previous },
  {
    term: voice.say('data-cut'),
    meaning: `${voice.instant(manifest.cutAt, timeZone)} ${timeZone}, ${manifest.cut}`,
  },
  { term: voice.say('scope'), meaning: scopeWords(scope, voice) },
  { term: voice.say('template-and-code'), meaning: `${manifest.template}, ${manifest.codeVersion}` },
];

/** `minimumSeverity SEVERE, narratives true`: a type without parameters has no such line. */
export const parameterLine = (parameters: Readonly<Record<string, unknown>>, voice: Voice): Definition => ({
  term: voice.say('parameters'),
  meaning: Object.entries(parameters)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', '),
});

/** It stands on every page. */
const marked = (name: string, { language, say }: Voice): string =>
  isReviewed(language) ? name : `${name} · ${say('draft-translation')}`;

export const headOf = (dataset: Dataset, { names }: Pick<ReportType, 'names'>, voice: Voice): Head => {
  const { study, period, timeZone, scope, manifest } = dataset;
  return {
    report: marked(voice.reportName(names, period), voice),
    period: voice.period(period),
    studyId: study.studyId,
    studyTitle: study.title,
    facts: [
      { label: voice.say('whole-local-days-in'), value: timeZone },
      { label: voice.say('data-as-of'), value: voice.instant(manifest.cutAt, timeZone) },
      { label: voice.say('cut'), value: manifest.cut.slice(0, 12) },
      { label: voice.say('scope'), value: scopeWords(scope, voice) },
    ],
    scope: scopeShort(scope, voice),
    cut: manifest.cut,
    cutAt: manifest.cutAt,
    template: manifest.template,
    codeVersion: manifest.codeVersion,
  };
};

export const aboutBlocks = (about: readonly Definition[], voice: Voice): Block[] => [
  { kind: 'definitions', id: 'this-report', title: voice.say('this-report'), entries: about },
];

/** As in datasets of earlier versions. */
const isHashed = (files: readonly DatasetFile[]): boolean => files.some(({ sha256 }) => sha256 !== undefined);

export const manifestTakeaway = (
  { manifest: { files, documents: received } }: Dataset,
  voice: Voice,
): string => {
  const rows = files.reduce((total, file) => total + file.rows, 0);
  const counts = { rows, files: files.length, documents: received.length };
  return sentence(
    isHashed(files)
      ? voice.say('read-and-each-named-by-hash', counts)
      : voice.say('read-and-cut-named-by-hash', counts),
  );
};

export const manifestTables = ({ manifest }: Dataset, voice: Voice): Table[] => [
  tableOf(
    {
      name: 'manifest-files',
      sheet: voice.say('manifest-files'),
      section: 'appendix',
      title: voice.say('manifest-rows'),
      note: voice.say(isHashed(manifest.files) ? 'manifest-files-note' : 'manifest-files-note-with-hash'),
      empty: voice.say('the-cut-holds-no-row'),
    },
    manifest.files,
    [
      text('name', voice.say('file')),
      figure('rows', voice.say('rows')),
      ...(isHashed(manifest.files)
        ? [
            text<DatasetFile>('sha256', voice.say('sha-256'), (file) => file.sha256 ?? null),
            text<DatasetFile>('key', voice.say('object-key'), (file) => file.key ?? null, {
              filesOnly: true,
            }),
          ]
        : []),
    ],
  ),
  tableOf(
    {
      name: 'manifest-documents',
      sheet: voice.say('manifest-documents-sheet'),
      section: 'appendix',
      title: voice.say('manifest-documents'),
      note: voice.say('manifest-documents-note'),
      empty: voice.say('the-cut-holds-no-document'),
    },
    manifest.documents,
    [
      text('title', voice.say('title')),
      text('documentId', voice.say('document'), { below: 'title' }),
      figure('bytes', voice.say('bytes')),
      text('sha256', voice.say('sha-256')),
    ],
  ),
];
