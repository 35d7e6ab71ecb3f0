import type { ReactNode } from 'react';
import './table.css';

interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** Numbers stand at the end, digit below digit. */
  readonly align?: 'end';
  /** Short and read as one, as a moment: it stands on one line where there is room. */
  readonly isWhole?: boolean;
  /** What can be done with the row: its buttons say so themselves, and its head is only heard. */
  readonly isWays?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface TableProps<Row> {
  /** What a screen reader calls it. */
  readonly label: string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/**
 * Rows and columns; on a narrow screen each row is a block whose lines name their columns. The roles are written out,
 * as browsers forget them once a table is laid out as blocks.
 */
export function Table<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table className="table" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, head, align, isWays = false }) => (
            <th key={id} role="columnheader" scope="col" data-align={align}>
              {isWays ? <span className="only-heard">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column, place) => (
              <Cell key={column.id} column={column} row={row} isHead={place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isHead: boolean;
}

function Cell<Row>({ column, row, isHead }: CellProps<Row>) {
  const { head, align, isWhole, isWays = false, cell } = column;
  return isHead ? (
    <th role="rowheader" scope="row">
      {cell(row)}
    </th>
  ) : (
    <td
      role="cell"
      data-align={align}
      data-whole={isWhole}
      {...(isWays ? { className: 'table-ways' } : { 'data-head': head })}
    >
      <div>{cell(row)}</div>
    </td>
  );
}
