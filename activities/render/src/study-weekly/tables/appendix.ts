import type { Figures, StudyWeeklyDataset } from '@rounds/contracts/dataset';
import { date, figure, tableOf, text, type Table } from '../table.ts';

const weeks = ({ trends }: StudyWeeklyDataset): Table =>
  tableOf(
    {
      name: 'figures-by-week',
      sheet: 'Figures by week',
      section: 'appendix',
      title: 'Figures by week',
      note: 'What the charts show. Screened and randomised are to date; everything else counts the week alone. The last week is the period itself.',
      empty: 'No week to show yet.',
    },
    trends.weeks,
    [
      date('start', 'First day', (week) => week.start),
      date('end', 'End (exclusive)', (week) => week.end, { filesOnly: true }),
      figure('screenedToDate', 'Screened', (week) => week.screenedToDate),
      figure('randomisedToDate', 'Randomised', (week) => week.randomisedToDate),
      figure('adverseEvents', 'Events', (week) => week.adverseEvents),
      figure('seriousEvents', 'Serious', (week) => week.seriousEvents),
      figure('labResults', 'Lab results', (week) => week.labResults),
      figure('labOutOfRange', 'Out of range', (week) => week.labOutOfRange),
      figure('systolicMean', 'Systolic mmHg', (week) => week.systolicMean, { digits: 2 }),
      figure('diastolicMean', 'Diastolic mmHg', (week) => week.diastolicMean, { digits: 2 }),
      figure('pulseMean', 'Pulse /min', (week) => week.pulseMean, { digits: 2 }),
    ],
  );

const inputs = ({ manifest }: StudyWeeklyDataset): Table[] => [
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

/** Every number of a set of figures under its path in the dataset. */
const leaves = (value: unknown, path: string): [path: string, value: number | null][] => {
  if (typeof value === 'number' || value === null) return [[path, value]];
  if (Array.isArray(value)) return [[`${path}.length`, value.length]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) =>
    leaves(part, path === '' ? key : `${path}.${key}`),
  );
};

const figuresOnly = ({ enrolment, visits, adverseEvents, laboratory, vitalSigns }: Figures): Figures => ({
  enrolment,
  visits,
  adverseEvents,
  laboratory,
  vitalSigns,
});

const allFigures = (dataset: StudyWeeklyDataset): Table => {
  const before = new Map(leaves(figuresOnly(dataset.previous), ''));
  return tableOf(
    {
      name: 'figures',
      sheet: 'All figures',
      section: 'appendix',
      title: 'Every figure of the dataset by its path',
      empty: 'There is no figure.',
      shownIn: 'files',
    },
    leaves(figuresOnly(dataset), ''),
    [
      text('figure', 'Figure', ([path]) => path),
      figure('value', 'This period', ([, value]) => value),
      figure('previous', 'Period before', ([path]) => before.get(path) ?? null),
    ],
  );
};

export const appendixTables = (dataset: StudyWeeklyDataset): Table[] => [
  weeks(dataset),
  ...inputs(dataset),
  allFigures(dataset),
];
