/** A table of a report as a page shows it: which values stand together, and which rows are in sight. */
import type { Report } from './report.queries.ts';

export type Table = Report['sections'][number]['tables'][number];
type Column = Table['columns'][number];

export interface ShownColumn {
  readonly key: string;
  readonly label: string;
  readonly isFigure: boolean;
  /** Where a row has its value. */
  readonly place: number;
  /** Whose value stands in brackets behind it. */
  readonly after: number | null;
  /** Whose values stand below it in smaller type. */
  readonly below: readonly number[];
}

const FIGURES: readonly Column['type'][] = ['number', 'percent'];

/** `n (%)` */
const labelWith = (label: string, after: Column | undefined): string =>
  after === undefined ? label : `${label} (${after.label})`;

export const columnsOf = ({ columns }: Pick<Table, 'columns'>): ShownColumn[] => {
  const placed = columns.map((column, place) => ({ ...column, place }));
  return placed
    .filter(({ below, after }) => below === undefined && after === undefined)
    .map(({ key, label, type, place }) => {
      const behind = placed.find(({ after }) => after === key);
      return {
        ...{ key, place, isFigure: FIGURES.includes(type) },
        label: labelWith(label, behind),
        after: behind?.place ?? null,
        below: placed.filter(({ below }) => below === key).map((column) => column.place),
      };
    });
};

/** What stands for a value that there is not. */
export const NONE = '–';

export interface Cell {
  readonly text: string;
  readonly below: readonly string[];
}

export const cellOf = ({ place, after, below }: ShownColumn, texts: readonly string[]): Cell => {
  const own = texts[place] ?? NONE;
  const behind = after === null ? NONE : (texts[after] ?? NONE);
  return {
    text: behind === NONE ? own : `${own} (${behind})`,
    below: below.map((each) => texts[each] ?? NONE).filter((text) => text !== NONE && text !== ''),
  };
};

export interface Sorting {
  readonly place: number;
  readonly isDescending: boolean;
}

type Value = Table['rows'][number][number];

/** Whatever there is not comes last, whichever way. */
const compare = (a: Value, b: Value, locale: string): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), locale, { numeric: true });
};

const isMissing = (value: Value | undefined): boolean =>
  value === null || value === undefined || value === '';

const sorted = (
  table: Table,
  indices: number[],
  { place, isDescending }: Sorting,
  locale: string,
): number[] => {
  const valueAt = (index: number): Value => table.rows[index]?.[place] ?? null;
  const missing = indices.filter((index) => isMissing(valueAt(index)));
  const known = indices.filter((index) => !isMissing(valueAt(index)));
  known.sort((a, b) => compare(valueAt(a), valueAt(b), locale) * (isDescending ? -1 : 1));
  return [...known, ...missing];
};

interface Wish {
  /** Each of its words is to stand somewhere in the row. */
  readonly filter: string;
  readonly sorting: Sorting | null;
  readonly locale: string;
}

/** Indices of the rows that are wanted, in their order. */
export const rowsFor = (table: Table, { filter, sorting, locale }: Wish): number[] => {
  const words = filter
    .toLocaleLowerCase(locale)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = [...table.texts.keys()].filter((index) => {
    const row = (table.texts[index] ?? []).join('\n').toLocaleLowerCase(locale);
    return words.every((word) => row.includes(word));
  });
  return sorting === null ? found : sorted(table, found, sorting, locale);
};

export const ROWS_A_PAGE = 25;

export const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS_A_PAGE));
