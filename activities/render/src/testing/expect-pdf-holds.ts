/** Completeness: what went into the report is found in the text that comes out. */
import type { Dataset, TextEntry } from '@rounds/contracts/dataset';
import type { Presentation } from '@rounds/contracts/template';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import { valueText, type Table, type Value } from '@rounds/report-types/model/table';
import { modelOf } from '../draw.ts';
import { MOST_ITEMS } from '../pdf/attention-panel.ts';
import { excerptNote, PAGE_ROWS } from '../pdf/data-table.ts';
import { drawnText } from '../text/glyphs.ts';
import { pageText, readPdf, squeeze } from './pdf-text.ts';

const squeezed = (text: string): string => squeeze(drawnText(text));

/** The cells of a row in the order of the page: what is set below a column follows it. */
const rowTexts = ({ columns }: Table, row: readonly Value[]): string[] => {
  const cell = (index: number): string[] => {
    const column = columns[index];
    const value = row[index] ?? null;
    if (column === undefined || column.filesOnly) return [];
    if (value === null && column.after !== undefined) return [];
    if (column.below !== undefined && (value === null || value === '')) return [];
    const text = valueText(column, value);
    return [squeezed(column.after === undefined ? text : `(${text})`)];
  };
  return columns.flatMap(({ key, below }, index) => {
    if (below !== undefined) return [];
    const under = columns.flatMap((column, other) => (column.below === key ? cell(other) : []));
    return [...cell(index), ...under];
  });
};

const longestStart = (text: string, page: string): number => {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (page.includes(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Whether the cell, begun on one page, goes on at each of the next until it is whole. */
const runsOver = (cell: string, pages: readonly string[], first: number): boolean => {
  let rest = cell;
  for (const page of pages.slice(first)) {
    if (rest === '') return true;
    rest = rest.slice(longestStart(rest, page));
  }
  return rest === '';
};

/** In one piece, or parted by the ends of pages. */
const holdsRow = (cells: readonly string[], pages: readonly string[]): boolean =>
  pages.some((page) => page.includes(cells.join(''))) ||
  pages.some((_, first) => cells.every((cell) => runsOver(cell, pages.slice(0, first + 40), first)));

const missingRows = (table: Table, pages: readonly string[]): string[] =>
  table.rows
    .slice(0, PAGE_ROWS)
    .filter((row) => !holdsRow(rowTexts(table, row), pages))
    .map((row) => `${table.name}: ${rowTexts(table, row).join(' | ').slice(0, 300)}`);

const lettersAndDigits = (text: string): string => (text.match(/[\p{L}\p{N}\uFFFD]+/gu) ?? []).join('');

/** Of Markdown line by line: the number of a list item is drawn behind it. */
const spokenTexts = ({ mediaType, text }: TextEntry): string[] =>
  mediaType === 'text/markdown'
    ? text.split('\n').map((line) => lettersAndDigits(drawnText(line.replace(/^\s*\d+[.)]\s/, ''))))
    : [lettersAndDigits(drawnText(text))];

const imagesOf = ({ sections }: ReportModel) =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'images' ? block.images : [])));

const textsOf = ({ sections }: ReportModel) =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'texts' ? block.texts : [])));

const bulletsOf = ({ sections }: ReportModel) =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'bullets' ? block.lines : [])));

const sentences = (model: ReportModel): string[] => [
  ...model.sections.flatMap(({ title, takeaway }) => [title, takeaway]),
  ...model.sections.map(({ chart }) => chart?.caption ?? ''),
  ...model.attention.items.slice(0, MOST_ITEMS).map(({ sentence }) => sentence),
  ...model.tiles.flatMap(({ label, value, previous, context }) => [label, value, previous, context]),
  ...model.changes.lines,
  ...bulletsOf(model),
  ...model.definitions.map(({ meaning }) => meaning),
  ...imagesOf(model).flatMap(({ title, caption }) => [title, caption ?? '']),
];

/** @throws when a row, a sentence or a text of the dataset cannot be found in the text of the PDF. */
export const expectPdfHolds = async (
  dataset: Dataset,
  bytes: Uint8Array,
  presentation?: Presentation,
): Promise<void> => {
  const model = modelOf({ dataset, ...(presentation && { presentation }) });
  const pages = (await readPdf(bytes)).map(pageText);
  const shown = model.sections.flatMap(({ tables }) => tables).filter(({ shownIn }) => shownIn !== 'files');
  const notes = shown.map((table) => {
    if (table.rows.length === 0) return table.empty;
    return table.rows.length > PAGE_ROWS ? excerptNote(table) : (table.note ?? '');
  });
  // A text flows from page to page: the running heads and feet between are taken out.
  const footer = new RegExp(`${squeezed(`Cut ${dataset.manifest.cut.slice(0, 12)}`)}.*$`, 'u');
  const flow = lettersAndDigits(pages.map((page) => withoutHeads(page, footer, dataset)).join(''));
  const missing = [
    ...shown.flatMap((table) => missingRows(table, pages)),
    ...[...sentences(model), ...notes].filter((text) => !pages.some((page) => page.includes(squeezed(text)))),
    ...textsOf(model)
      .filter((entry) => !spokenTexts(entry).every((text) => flow.includes(text)))
      .map(({ title }) => `text ${title}`),
  ];
  expect(missing).toEqual([]);
};

const withoutHeads = (page: string, footer: RegExp, { study }: Dataset): string => {
  const foot = page.search(footer);
  const rest = foot === -1 ? page : page.slice(0, foot);
  const head = rest.lastIndexOf(squeezed(`${study.studyId} · `));
  return head === -1 || head < rest.length - 80 ? rest : rest.slice(0, head);
};
