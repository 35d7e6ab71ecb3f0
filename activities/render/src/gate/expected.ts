/** What a page must say, worked out from the model anew and not by those who draw it. White space is left out. */
import type { TextEntry } from '@rounds/contracts/dataset';
import type { Block, ReportModel, Section, Tile } from '@rounds/report-types/model/report-model';
import { valueText, type Column, type Table, type Value } from '@rounds/report-types/model/table';
import { onPage } from './words.ts';

/** Tables that stand on the page; the others are in the files alone, by design. */
export const tablesOnPage = ({ tables }: Section): Table[] =>
  tables.filter(({ shownIn }) => shownIn !== 'files');

const columnsBelow = ({ columns }: Table, key: string): [Column, number][] =>
  columns.flatMap((column, index) => (column.below === key ? [[column, index] as [Column, number]] : []));

const mainText = (column: Column, value: Value): string[] => {
  if (column.after === undefined) return [onPage(valueText(column, value))];
  return value === null ? [] : [onPage(`(${valueText(column, value)})`)];
};

const belowText = (column: Column, value: Value): string[] =>
  value === null || value === '' ? [] : [onPage(valueText(column, value))];

/** The cells of a row in the order of the page: what is set below a column follows it. */
export const rowOnPage = (table: Table, row: readonly Value[]): string[] =>
  table.columns.flatMap((column, index) => {
    if (column.filesOnly || column.below !== undefined) return [];
    const below = columnsBelow(table, column.key).filter(([under]) => !under.filesOnly);
    return [
      ...mainText(column, row[index] ?? null),
      ...below.flatMap(([under, at]) => belowText(under, row[at] ?? null)),
    ];
  });

export const headOnPage = (table: Table): string =>
  table.columns
    .filter((column) => !column.filesOnly && column.below === undefined)
    .flatMap((column) => [
      onPage(column.after === undefined ? column.label : `(${column.label})`),
      ...columnsBelow(table, column.key)
        .filter(([under]) => !under.filesOnly)
        .map(([under]) => onPage(under.label)),
    ])
    .join('');

const digitsIn = (text: string): string => (text.match(/\p{Nd}/gu) ?? []).join('');

/** Whether the words of a figure are the figure, whatever signs group and part its digits. */
const isFaithful = ({ type, digits }: Column, value: number, shown: string): boolean => {
  const decimals = digits ?? (type === 'percent' ? 1 : (/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0));
  const isNegative = value < 0 && Number(value.toFixed(decimals)) !== 0;
  const shownValue = Number(digitsIn(shown)) / 10 ** decimals;
  const tolerance = 0.5 * 10 ** -decimals + Number.EPSILON * Math.abs(value);
  return /[-−]/.test(shown) === isNegative && Math.abs(shownValue - Math.abs(value)) <= tolerance;
};

/** Figures of the rows whose words are not theirs. */
export const unfaithfulFigures = ({ columns }: Table, rows: Table['rows']): number => {
  const figures = columns.flatMap((column, index) =>
    column.type === 'number' || column.type === 'percent' ? [{ column, index }] : [],
  );
  return rows.reduce(
    (sum, row) =>
      sum +
      figures.filter(({ column, index }) => {
        const value = row[index];
        return typeof value === 'number' && !isFaithful(column, value, valueText(column, value));
      }).length,
    0,
  );
};

const orders = (parts: readonly string[]): string[] =>
  parts.length < 2
    ? [...parts]
    : parts.flatMap((part, index) => orders(parts.toSpliced(index, 1)).map((rest) => part + rest));

/** A tile stands in one piece; in which order its parts are drawn is for the layout to say. */
export const tileOnPage = ({ label, value, previous, difference, context }: Tile): string[] =>
  orders([label, value, previous, difference, context].map(onPage).filter((part) => part !== ''));

/** Sentences of the first pages, by what they are about. */
export const openingSentences = (
  { head, lacking, attention, changes, definitions }: ReportModel,
  mostItems: number,
) => ({
  lacking: lacking === undefined ? [] : [lacking.title, ...lacking.lines],
  title: [head.report, head.studyId, head.period, head.studyTitle, ...head.facts.map(({ value }) => value)],
  attention: attention.items.slice(0, mostItems).flatMap(({ lead, sentence }) => [lead, sentence]),
  changes: [changes.title, ...changes.lines],
  definitions: definitions.flatMap(({ term, meaning }) => [term, meaning]),
});

const blockSentences = (block: Block): string[] => {
  switch (block.kind) {
    case 'bullets':
      return [...block.lines];
    case 'definitions':
      return block.entries.flatMap(({ term, meaning }) => [term, meaning]);
    case 'texts':
      return [];
    case 'images':
      return block.images.flatMap(({ title, caption }) => [title, caption ?? '']);
  }
};

export const sectionSentences = ({ takeaway, chart, blocks }: Section): string[] => [
  takeaway,
  chart?.caption ?? '',
  ...blocks.flatMap(blockSentences),
];

export const textsIn = ({ blocks }: Section): TextEntry[] =>
  blocks.flatMap((block) => (block.kind === 'texts' ? block.texts : []));
