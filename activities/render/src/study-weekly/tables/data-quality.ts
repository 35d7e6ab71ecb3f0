import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import { missingGlyphs } from '../../text/glyphs.ts';
import { figure, tableOf, text, type Table } from '../table.ts';

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

const glyphs = (dataset: StudyWeeklyDataset): Issue[] =>
  [...missingGlyphs(dataset)].sort().map(([character, n]) => ({
    issue: 'Character that no typeface of the report has',
    where: codePoint(character),
    n,
    explanation: 'Shown as \uFFFD on these pages; the other formats hold it.',
  }));

const issues = (dataset: StudyWeeklyDataset): Issue[] => {
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
    ...glyphs(dataset),
  ];
};

export const dataQualityTables = (dataset: StudyWeeklyDataset): Table[] => [
  tableOf(
    {
      name: 'data-quality',
      sheet: 'Data quality',
      section: 'data-quality',
      title: 'What to know about the data',
      empty: 'Nothing: every date is complete, every row was taken and every figure could be computed.',
    },
    issues(dataset),
    [
      text('issue', 'Issue', (row) => row.issue),
      text('where', 'Where', (row) => row.where),
      figure('count', 'Count', (row) => row.n),
      text('explanation', 'What it means', (row) => row.explanation),
    ],
  ),
];
