import { useId, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { useVoice } from '../../words/voice-context.tsx';
import '../../design/field.css';
import {
  cellOf,
  columnsOf,
  pagesOf,
  ROWS_A_PAGE,
  rowsFor,
  type ShownColumn,
  type Sorting,
  type Table,
} from './table-view.ts';

/** More rows than a glance takes: they can be searched. */
const LONG = 12;
/** More columns than a phone is wide: each row is a card of its own there. */
const WIDE = 3;

interface HeadProps {
  readonly column: ShownColumn;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

function Head({ column: { place, label, isFigure }, sorting, onSort }: HeadProps) {
  const own = sorting?.place === place ? sorting : null;
  const direction = own === null ? 'none' : own.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" role="columnheader" className={isFigure ? 'listing-figure' : ''} aria-sort={direction}>
      <button
        type="button"
        className="listing-sort"
        onClick={() => {
          // Figures are looked at from the highest.
          onSort({ place, isDescending: own === null ? isFigure : !own.isDescending });
        }}
      >
        {label}
        <span aria-hidden="true" className="listing-arrow">
          {own === null ? '' : own.isDescending ? ' ↓' : ' ↑'}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly columns: readonly ShownColumn[];
  readonly texts: readonly string[];
}

function Row({ columns, texts }: RowProps) {
  return (
    <tr role="row">
      {columns.map((column) => {
        const { text, below } = cellOf(column, texts);
        return (
          <td
            key={column.key}
            role="cell"
            className={column.isFigure ? 'listing-figure' : ''}
            data-label={column.label}
          >
            {/* One thing, beside its label where the row is a card. */}
            <span className="listing-value">
              {text}
              {below.map((line) => (
                <span key={line} className="note listing-below">
                  {line}
                </span>
              ))}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

interface PagesProps {
  readonly page: number;
  readonly rows: number;
  readonly onPage: (page: number) => void;
}

function Pages({ page, rows, onPage }: PagesProps) {
  const { say } = useVoice();
  const pages = pagesOf(rows);
  if (pages === 1) return null;
  const [first, last] = [page * ROWS_A_PAGE + 1, Math.min(rows, (page + 1) * ROWS_A_PAGE)];
  return (
    <div className="listing-pages">
      <Button
        isDisabled={page === 0}
        onPress={() => {
          onPage(page - 1);
        }}
      >
        {say('read.page-before')}
      </Button>
      <p className="note" role="status">
        {say('read.rows', { first, last, rows })}
      </p>
      <Button
        isDisabled={page === pages - 1}
        onPress={() => {
          onPage(page + 1);
        }}
      >
        {say('read.page-after')}
      </Button>
    </div>
  );
}

interface FilterProps {
  readonly title: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Filter({ title, value, onChange }: FilterProps) {
  const { say } = useVoice();
  return (
    <div className="field-box listing-filter">
      <input
        type="search"
        className="field-input"
        value={value}
        placeholder={say('read.filter')}
        aria-label={say('read.filter-of', { table: title })}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </div>
  );
}

/** What is looked at of a table: a change of what is wanted begins at its first page. */
const useLook = (table: Table) => {
  const { locale } = useVoice();
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [page, setPage] = useState(0);
  const rows = rowsFor(table, { filter, sorting, locale });
  const fromStart =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setPage(0);
    };
  return {
    ...{ filter, sorting, page, rows, setPage },
    shown: rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE),
    onFilter: fromStart(setFilter),
    onSort: fromStart(setSorting),
  };
};

function Filled({ table, label }: { readonly table: Table; readonly label: string }) {
  const { say, number } = useVoice();
  const { filter, sorting, page, rows, shown, setPage, onFilter, onSort } = useLook(table);
  const columns = columnsOf(table);
  const isLong = table.texts.length > LONG;
  return (
    <>
      {isLong && <Filter title={table.title} value={filter} onChange={onFilter} />}
      <div className="listing-scroll" tabIndex={0} role="region" aria-labelledby={label}>
        <table
          className={`listing ${columns.length > WIDE ? 'listing-cards' : 'listing-few'}`}
          role="table"
          aria-labelledby={label}
        >
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <Head key={column.key} column={column} sorting={sorting} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((index) => (
              <Row key={index} columns={columns} texts={table.texts[index] ?? []} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p role="status">{say('read.nothing-found')}</p>}
      <Pages page={page} rows={rows.length} onPage={setPage} />
      {table.rowCount > table.rows.length && (
        <p className="note">
          {say('read.rows-left-out', { shown: table.rows.length, rows: number(table.rowCount) })}
        </p>
      )}
    </>
  );
}

export function ReportTable({ table }: { readonly table: Table }) {
  const label = useId();
  const isEmpty = table.rows.length === 0;
  return (
    <div className="report-table">
      <h3 id={label}>{table.title}</h3>
      {isEmpty ? <p>{table.empty}</p> : table.note !== undefined && <p className="note">{table.note}</p>}
      {!isEmpty && <Filled table={table} label={label} />}
    </div>
  );
}
