/**
 * Which sheet and which rows of the XLSX hold which table. One sheet a section, named by its number, `3 Adverse events`,
 * holds the section's tables one below the other; each of its listings has a sheet right after it, `3.1 Serious events`,
 * because a filter and a head that stays are one a sheet. Whoever checks the file reads this plan, and the file itself.
 */
import type { ReportModel, Section } from '@rounds/report-types/model/report-model';
import type { Column, Table, Value } from '@rounds/report-types/model/table';
import { aboutName, sheetNames } from './sheet-names.ts';

/** What Excel can hold: more rows go on on the next sheet, longer texts in the next column. */
export interface Limits {
  readonly rows: number;
  readonly cellCharacters: number;
}
export const EXCEL: Limits = { rows: 1_048_576, cellCharacters: 32_767 };

export interface PlannedColumn {
  readonly column: Column;
  /** In the rows of the table. */
  readonly index: number;
  /** 0, or which part of a text that is longer than a cell can hold. */
  readonly part: number;
}

export interface PlannedTable {
  readonly table: Table;
  /** Of its rows those that stand here: from `from` on, before `to`. */
  readonly from: number;
  readonly to: number;
  /** Rows of the sheet, counted from 1: its data are in `headRow + 1` to `headRow + to - from`. */
  readonly headRow: number;
  readonly columns: readonly PlannedColumn[];
}

export interface PlannedSheet {
  readonly name: string;
  readonly kind: 'section' | 'listing';
  readonly section: Section;
  /** Above the tables; none on the sheet of a listing. */
  readonly opening: readonly OpeningLine[];
  readonly tables: readonly PlannedTable[];
}

export interface OpeningLine {
  readonly kind: 'title' | 'takeaway' | 'text' | 'listing';
  readonly text: string;
  /** Name of the sheet that it leads to. */
  readonly sheet?: string;
}

const textParts = (value: Value | undefined, most: number): number =>
  typeof value === 'string' && value.length > most ? splitText(value, most).length : 1;

/** In pieces that a cell can hold; never through the middle of a character. */
export const splitText = (text: string, most: number): string[] => {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = from + most;
    const splits = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length;
    parts.push(text.slice(from, splits ? end - 1 : end));
    from = splits ? end - 1 : end;
  }
  return parts;
};

const columnsOf = ({ columns, rows }: Table, { cellCharacters }: Limits): PlannedColumn[] =>
  columns.flatMap((column, index) => {
    const parts = rows.reduce((most, row) => Math.max(most, textParts(row[index], cellCharacters)), 1);
    return Array.from({ length: parts }, (_, part) => ({ column, index, part }));
  });

/** Rows above a table's head: an empty one, its title, and its note where it has one. */
export const rowsAbove = ({ note, rows, empty }: Table): number =>
  2 + (rowsOfNote(rows.length === 0 ? empty : note) ? 1 : 0);
const rowsOfNote = (note: string | undefined): boolean => note !== undefined && note !== '';

type Name = ReturnType<typeof sheetNames>;

const listingSheets = (section: Section, table: Table, name: Name, limits: Limits): PlannedSheet[] => {
  const columns = columnsOf(table, limits);
  const most = limits.rows - 1;
  const sheets = Math.max(1, Math.ceil(table.rows.length / most));
  return Array.from({ length: sheets }, (_, at) => {
    const [from, to] = [at * most, Math.min(table.rows.length, (at + 1) * most)];
    const tables = [{ table, from, to, headRow: 1, columns }];
    return { name: name(table.sheet), kind: 'listing', section, opening: [], tables };
  });
};

/** One below the other; what is more than a sheet has rows goes on on the next. */
const stack = (tables: readonly Table[], firstRow: number, limits: Limits): PlannedTable[][] => {
  const sheets: PlannedTable[][] = [[]];
  let next = firstRow;
  for (const table of tables) {
    const columns = columnsOf(table, limits);
    let from = 0;
    do {
      if (next + rowsAbove(table) >= limits.rows && next > 1) {
        sheets.push([]);
        next = 1;
      }
      const headRow = next + rowsAbove(table);
      const to = Math.min(table.rows.length, from + limits.rows - headRow);
      sheets.at(-1)?.push({ table, from, to, headRow, columns });
      next = headRow + to - from + 1;
      from = to;
    } while (from < table.rows.length);
  }
  return sheets;
};

const openingOf = (section: Section, listings: readonly PlannedSheet[]): OpeningLine[] => [
  { kind: 'title', text: section.title },
  { kind: 'takeaway', text: section.takeaway },
  ...section.blocks.flatMap((block) =>
    block.kind === 'bullets' ? block.lines.map((text) => ({ kind: 'text', text }) as const) : [],
  ),
  ...listings.map(({ name, tables }): OpeningLine => ({
    kind: 'listing',
    text: tables[0]?.table.title ?? name,
    sheet: name,
  })),
];

const sectionSheets = (section: Section, name: Name, limits: Limits): PlannedSheet[] => {
  const title = section.sheet ?? section.title;
  const own = name(title);
  const [listed, summaries] = [true, false].map((is) =>
    section.tables.filter(({ listing = false }) => listing === is),
  ) as [Table[], Table[]];
  const listings = listed.flatMap((table) => listingSheets(section, table, name, limits));
  const opening = openingOf(section, listings);
  const pages = stack(summaries, opening.length + 1, limits).map((tables, index): PlannedSheet => ({
    name: index === 0 ? own : name(title),
    kind: 'section',
    section,
    opening: index === 0 ? opening : [],
    tables,
  }));
  return [...pages, ...listings];
};

export interface SheetPlan {
  /** Name of the first sheet, which explains the others. */
  readonly about: string;
  readonly sheets: readonly PlannedSheet[];
}

/** @param model with the names of `nameSheets` */
export const sheetPlan = (
  model: Pick<ReportModel, 'sections' | 'language'>,
  limits: Limits = EXCEL,
): SheetPlan => {
  const name = sheetNames();
  return {
    about: name(aboutName(model)),
    sheets: model.sections.flatMap((section) => sectionSheets(section, name, limits)),
  };
};
