import type { StudyWeeklyDataset } from '@rounds/contracts/dataset';
import type { Content } from 'pdfmake/interfaces';
import type { Chart } from '../charts/study-charts.ts';
import type { SectionId } from '../sections.ts';
import type { Table } from '../table.ts';
import { COLOUR, SIZE, SPACE } from '../theme.ts';
import { aboutReport } from '../words/definitions.ts';
import { takeaway } from '../words/takeaways.ts';
import { definitionTable } from './contents.ts';
import { drawTable } from './data-table.ts';
import { documentBlocks } from './documents.ts';
import { sectionHeading, subHeading, takeawayLine } from './headings.ts';
import { need, textBlock } from './rich-text.ts';

/** A section begins where at least this is left: heading, takeaway, chart or the first lines of a table. */
const NEED = { withChart: 262, plain: 176 };

const chartBlock = ({ caption, svgs }: Chart): Content[] => [
  textBlock(caption, {
    fontSize: SIZE.small,
    bold: true,
    color: COLOUR.muted,
    margin: [0, 0, 0, SPACE.hair],
  }),
  {
    columns: svgs.map((svg) => ({ stack: [{ svg }], width: 'auto' })),
    columnGap: 16,
    margin: [0, 0, 0, SPACE.large],
  },
];

/** The lines of the changes, as the dataset words them; where nothing was compared, the takeaway has said so. */
const headlines = ({ changes }: StudyWeeklyDataset): Content[] =>
  changes.comparedWith === undefined || changes.headline.length === 0
    ? []
    : [{ ul: changes.headline.map((line) => textBlock(line)), margin: [0, 0, 0, SPACE.large] }];

const runFacts = (dataset: StudyWeeklyDataset): Content[] => [
  ...subHeading('This report', { id: 'this-report', parent: 'appendix' }),
  definitionTable(aboutReport(dataset)),
  { text: '', margin: [0, 0, 0, SPACE.large] },
];

/** What a section has besides its tables. */
const EXTRAS: Partial<Record<SectionId, (dataset: StudyWeeklyDataset) => Content[]>> = {
  changes: headlines,
  documents: documentBlocks,
  appendix: runFacts,
};

export interface SectionInput {
  readonly id: SectionId;
  readonly title: string;
  /** Counted from 1. */
  readonly position: number;
  readonly dataset: StudyWeeklyDataset;
  readonly tables: readonly Table[];
  readonly chart: Chart | undefined;
}

export const drawSection = ({ id, title, position, dataset, tables, chart }: SectionInput): Content[] => [
  need(chart === undefined ? NEED.plain : NEED.withChart),
  sectionHeading(id, position, title),
  takeawayLine(takeaway(id, dataset)),
  ...(chart === undefined ? [] : chartBlock(chart)),
  ...(EXTRAS[id]?.(dataset) ?? []),
  ...tables.filter(({ section, shownIn }) => section === id && shownIn !== 'files').flatMap(drawTable),
];
