/** Refused rows: which are looked for, what there is to look for, and as files. */
import type { ImportDetails } from '../overview/deliveries.ts';

export type Refusal = NonNullable<ImportDetails['refusals']>['items'][number];
type Fault = Refusal['faults'][number];

export const FILTERS = ['domain', 'field', 'rule'] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Partial<Record<Filter, string>>;

/** One fault of one row: a row that breaks two rules is found by either. */
interface Found extends Fault {
  readonly domain: string;
}

/** A row that could not be told to be of a domain has none: `–` stands for it. */
export const NO_DOMAIN = '–';

const faultsOf = ({ domain, faults }: Refusal): Found[] =>
  faults.map((fault) => ({ ...fault, domain: domain ?? NO_DOMAIN }));

const meets =
  (filters: Filters) =>
  (fault: Found): boolean =>
    FILTERS.every((filter) => filters[filter] === undefined || fault[filter] === filters[filter]);

export const matching = (rows: readonly Refusal[], filters: Filters): Refusal[] =>
  rows.filter((row) => faultsOf(row).some(meets(filters)));

export interface Facet {
  readonly value: string;
  /** Rows that have it, among those that the other filters leave. */
  readonly rows: number;
}

/** What one filter may be set to: what most rows have first. */
export const facetsOf = (rows: readonly Refusal[], filter: Filter, filters: Filters): Facet[] => {
  const others = meets({ ...filters, [filter]: undefined });
  const counts = new Map<string, number>();
  for (const row of rows) {
    const values = faultsOf(row).flatMap((fault) => (others(fault) ? (fault[filter] ?? []) : []));
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, rows: count }))
    .toSorted((a, b) => b.rows - a.rows || a.value.localeCompare(b.value));
};

const COLUMNS = ['file', 'row', 'domain', 'field', 'rule'] as const;

/** A value that begins like a formula would be one to a spreadsheet: what a file is called is its sender's choice. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line a fault, as `rounds import --report` writes them; begins with a BOM, by which spreadsheets know UTF-8. */
export const toCsv = (rows: readonly Refusal[]): string => {
  const lines = rows.flatMap((row) =>
    row.faults.map((fault) => {
      const line = { ...row, ...fault };
      return COLUMNS.map((column) => cell(line[column])).join(',');
    }),
  );
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
};

export const toJson = (rows: readonly Refusal[]): string => `${JSON.stringify(rows, null, 2)}\n`;
