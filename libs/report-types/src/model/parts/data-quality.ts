import type { Dataset } from '@rounds/contracts/dataset';
import type { AttentionItem, Drawing } from '../report-model.ts';
import { figure, tableOf, text, type Table } from '../table.ts';
import { count, list, sentence } from '../words/numbers.ts';

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

const glyphs = ({ undrawable }: Drawing): Issue[] =>
  [...undrawable].sort().map(([character, n]) => ({
    issue: 'Character that no typeface of the report has',
    where: codePoint(character),
    n,
    explanation: 'Shown as \uFFFD on these pages; the other formats hold it.',
  }));

const issues = (dataset: Dataset, drawing: Drawing): Issue[] => {
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataset.dataQuality;
  return [
    ...notComputed.map(({ figure: where, reason }) => ({
      issue: 'Figure not computed',
      where,
      n: null,
      explanation: reason,
    })),
    ...counted('Rows refused at import', refusedAtImport, 'In no figure and no listing.'),
    ...counted('Rows without any date', undatedRows, 'In no period and in no cut.'),
    ...counted('Partial dates, rows to date', partialDates, 'Counted at the first possible day.'),
    ...glyphs(drawing),
  ];
};

export const dataQualityTables = (dataset: Dataset, drawing: Drawing): Table[] => [
  tableOf(
    {
      name: 'data-quality',
      sheet: 'Data quality',
      section: 'data-quality',
      title: 'What to know about the data',
      empty: 'Nothing: every date is complete, every row was taken and every figure could be computed.',
    },
    issues(dataset, drawing),
    [
      text('issue', 'Issue', (row) => row.issue),
      text('where', 'Where', (row) => row.where),
      figure('count', 'Count', (row) => row.n),
      text('explanation', 'What it means', (row) => row.explanation),
    ],
  ),
];

export const dataQualityTakeaway = ({ dataQuality }: Dataset, { undrawable }: Drawing): string => {
  const { partialDates, undatedRows, refusedAtImport, notComputed } = dataQuality;
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const parts = [
    ...(notComputed.length > 0
      ? [count(notComputed.length, 'figure not computed', 'figures not computed')]
      : []),
    ...(sum(refusedAtImport) > 0
      ? [count(sum(refusedAtImport), 'row refused at import', 'rows refused at import')]
      : []),
    ...(sum(undatedRows) > 0
      ? [count(sum(undatedRows), 'row without any date', 'rows without any date')]
      : []),
    ...(sum(partialDates) > 0 ? [count(sum(partialDates), 'partial date')] : []),
    ...(undrawable.size > 0 ? ['characters that could not be drawn'] : []),
  ];
  return parts.length === 0 ? 'Nothing to report.' : `${sentence(list(parts))}.`;
};

export const notComputedItems = ({ dataQuality: { notComputed: figures } }: Dataset): AttentionItem[] =>
  figures.length === 0
    ? []
    : [
        {
          lead: 'Incomplete figures',
          sentence: sentence(`${count(figures.length, 'figure')} could not be computed in full.`),
          section: 'data-quality',
          urgent: false,
        },
      ];
