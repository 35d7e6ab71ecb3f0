/** Refused rows: what they are looked for by, and as files. */
import type { ImportDetails } from '../overview/deliveries.ts';

export type Refusal = NonNullable<ImportDetails['refusals']>['items'][number];

export const FILTERS = ['domain', 'field', 'rule'] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Partial<Record<Filter, string>>;

/** For the API: the rows of which no domain could be told. */
export const NO_DOMAIN = '-';

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
