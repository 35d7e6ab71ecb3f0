import type { Dataset } from '@rounds/contracts/dataset';
import type { AttentionItem, Drawing } from '../report-model.ts';
import { figure, tableOf, text, type Table } from '../table.ts';
import { sentence, type Voice } from '../words/voice.ts';
import { notComputedWords } from './not-computed.ts';

interface Issue {
  readonly issue: string;
  readonly where: string;
  readonly n: number | null;
  readonly explanation: string;
}

const counted = (issue: string, counts: Readonly<Record<string, number>>, explanation: string): Issue[] =>
  Object.entries(counts).map(([where, n]) => ({ issue, where, n, explanation }));

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const glyphs = ({ undrawable }: Drawing, voice: Voice): Issue[] =>
  [...undrawable].sort().map(([character, n]) => ({
    issue: voice.say('Character that no typeface of the report has'),
    where: codePoint(character),
    n,
    explanation: voice.say('Shown as \uFFFD on these pages; the other formats hold it.'),
  }));

const issues = (dataset: Dataset, drawing: Drawing, voice: Voice): Issue[] => {
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataset.dataQuality;
  return [
    ...notComputed.map((entry) => ({
      issue: voice.say('Figure not computed'),
      where: entry.figure,
      n: null,
      explanation: notComputedWords(entry, voice),
    })),
    ...counted(
      voice.say('Rows refused at import'),
      refusedAtImport,
      voice.say('In no figure and no listing.'),
    ),
    ...counted(voice.say('Rows without any date'), undatedRows, voice.say('In no period and in no cut.')),
    ...counted(
      voice.say('Partial dates, rows to date'),
      partialDates,
      voice.say('Counted at the first possible day.'),
    ),
    ...glyphs(drawing, voice),
  ];
};

export const dataQualityTables = (dataset: Dataset, voice: Voice, drawing: Drawing): Table[] => [
  tableOf(
    {
      name: 'data-quality',
      sheet: voice.say('Data quality'),
      section: 'data-quality',
      title: voice.say('What to know about the data'),
      empty: voice.say(
        'Nothing: every date is complete, every row was taken and every figure could be computed.',
      ),
    },
    issues(dataset, drawing, voice),
    [
      text('issue', voice.say('Issue'), (row) => row.issue),
      text('where', voice.say('Where'), (row) => row.where),
      figure('count', voice.say('Count'), (row) => row.n),
      text('explanation', voice.say('What it means'), (row) => row.explanation),
    ],
  ),
];

export const dataQualityTakeaway = (
  { dataQuality }: Dataset,
  voice: Voice,
  { undrawable }: Drawing,
): string => {
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataQuality;
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const parts = [
    ...(notComputed.length > 0
      ? [voice.say('{n## figure|# figures} not computed', { n: notComputed.length })]
      : []),
    ...(sum(refusedAtImport) > 0
      ? [voice.say('{n## row|# rows} refused at import', { n: sum(refusedAtImport) })]
      : []),
    ...(sum(undatedRows) > 0
      ? [voice.say('{n## row|# rows} without any date', { n: sum(undatedRows) })]
      : []),
    ...(sum(partialDates) > 0
      ? [voice.say('{n## partial date|# partial dates}', { n: sum(partialDates) })]
      : []),
    ...(undrawable.size > 0 ? [voice.say('characters that could not be drawn')] : []),
  ];
  return parts.length === 0
    ? voice.say('Nothing to report.')
    : `${sentence(voice.list(parts))}${voice.language === 'ja' ? '。' : '.'}`;
};

export const notComputedItems = (
  { dataQuality: { notComputed: figures } }: Dataset,
  voice: Voice,
): AttentionItem[] =>
  figures.length === 0
    ? []
    : [
        {
          lead: voice.say('Incomplete figures'),
          sentence: voice.say('{n## figure|# figures} could not be computed in full.', { n: figures.length }),
          section: 'data-quality',
          urgent: false,
        },
      ];
