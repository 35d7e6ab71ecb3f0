/** What a study holds after its deliveries: docs/studies.md, "Left out", "Refused", "Again". */
import type { Cell, Delivery, MadeRow, MadeSettings, MadeStudy, MadeTable } from '../made/tables.ts';
import { withLines, type Lines } from './operational.ts';
import { dateOf, firstDay, understoodNumber, type Day } from './values.ts';

export interface Row {
  /** Tells it from the others of its domain. */
  readonly key: string;
  readonly subject: string;
  /** What the cells hold, those that are filled and can be read: numbers as they are written. */
  readonly values: Readonly<Record<string, string>>;
  /** Variables whose cells cannot be read. */
  readonly unread: readonly string[];
  /** Of its collection variable; null where it is on none. */
  readonly day: Day | null;
  /** When this version of it came, ISO instant. */
  readonly receivedAt: string;
}

interface Delivered {
  readonly at: string;
  /** Of the file, refused ones among them. */
  readonly rows: number;
  readonly refused: number;
}

interface Stored {
  readonly studyId: string;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** The newest delivery of each dataset. */
  readonly delivered: Readonly<Record<string, Delivered>>;
  readonly settings: MadeSettings;
  /** Undefined where none ever came. */
  readonly lines: { readonly training?: Lines; readonly queries?: Lines };
}

/** What all rows of the study fill a variable with, by `AE.AESER`. */
type Columns = Readonly<Record<string, ReadonlySet<string>>>;
export interface Held extends Stored {
  readonly columns: Columns;
}

/** The first that is filled decides. */
export const DAY_OF: Readonly<Record<string, readonly string[]>> = {
  DM: ['DMDTC'],
  AE: ['AEDTC', 'AESTDTC'],
  LB: ['LBDTC'],
  VS: ['VSDTC'],
  DS: ['DSSTDTC'],
  SV: ['SVSTDTC'],
  EX: ['EXSTDTC'],
  CM: ['CMDTC', 'CMSTDTC'],
};
export const DOMAINS = Object.keys(DAY_OF);

const isNumber = (name: string): boolean => /^(..STRESN|..STNRLO|..STNRHI|AGE)$/.test(name);

/** What a cell holds; null where it is empty, undefined where it cannot be read. */
const read = (
  name: string,
  cell: Cell,
  { decimalSign, missing = [] }: MadeSettings,
): string | null | undefined => {
  if (cell === null || missing.includes(String(cell).trim())) return null;
  const text = String(cell).trimEnd();
  if (text.trim() === '') return null;
  if (name.endsWith('DTC')) return dateOf(text) === null ? undefined : text.trim();
  if (isNumber(name)) return understoodNumber(cell, decimalSign) ?? undefined;
  return text;
};

const KEYS: Readonly<Record<string, readonly string[]>> = {
  DM: ['USUBJID'],
  SV: ['USUBJID', 'VISITNUM'],
  TS: ['TSPARMCD', 'TSSEQ'],
};
const keysOf = (domain: string): readonly string[] => KEYS[domain] ?? ['USUBJID', `${domain}SEQ`];
/** An unscheduled visit may lack its number. */
const isRequired = (name: string): boolean => name !== 'VISITNUM';

const dayOf = (domain: string, values: Row['values'], unread: readonly string[]): Day | null => {
  const name = (DAY_OF[domain] ?? []).find((each) => values[each] !== undefined || unread.includes(each));
  const date = name === undefined ? null : dateOf(values[name] ?? '');
  return date === null ? null : firstDay(date);
};

interface Read extends Row {
  readonly isRefused: boolean;
  /** Whether its key can be read. */
  readonly isKnown: boolean;
}

const readRow = (row: MadeRow, { name: domain, columns }: MadeTable, at: string, held: Stored): Read => {
  const cells = columns.map((name) => [name, read(name, row[name] ?? null, held.settings)] as const);
  const values = Object.fromEntries(
    cells.filter((each): each is [string, string] => typeof each[1] === 'string').sort(),
  );
  const unread = cells.filter(([, value]) => value === undefined).map(([name]) => name);
  const keys = keysOf(domain);
  const isKnown = keys.every((name) => !isRequired(name) || values[name] !== undefined);
  return {
    key: keys.map((name) => values[name] ?? '').join('|'),
    subject: values.USUBJID ?? '',
    ...{ values, unread, day: dayOf(domain, values, unread), receivedAt: at, isKnown },
    isRefused: !isKnown || values.STUDYID !== held.studyId || values.DOMAIN !== domain,
  };
};

export const contentOf = ({ values, unread }: Row): string => JSON.stringify([values, [...unread].sort()]);

interface Sorted {
  readonly kept: readonly Row[];
  /** Of refused rows whose keys can be read: the places that they would have had. */
  readonly protected: readonly string[];
}

/** "An equal second row is refused; both rows are kept if they differ: the second becomes <key>#2." */
const sortRows = (rows: readonly Read[]): Sorted => {
  const kept: Row[] = [];
  const places: string[] = [];
  for (const row of rows) {
    const same = kept.filter(({ key }) => key === row.key || key.startsWith(`${row.key}#`));
    const place = same.length === 0 ? row.key : `${row.key}#${same.length + 1}`;
    if (row.isRefused) places.push(...(row.isKnown ? [place] : []));
    else if (!same.some((each) => contentOf(each) === contentOf(row))) kept.push({ ...row, key: place });
  }
  return { kept, protected: places };
};

/** "Leaves equal rows alone, replaces changed ones, adds new ones"; "a refused row protects what is stored". */
const replaced = (before: readonly Row[], now: readonly Row[], refused: readonly string[]): Row[] => {
  const ofNow = now.map((row) => {
    const old = before.find(({ key }) => key === row.key);
    return old !== undefined && contentOf(old) === contentOf(row) ? old : row;
  });
  const isGone = ({ key }: Row) => !refused.includes(key) && !now.some((row) => row.key === key);
  const staying = before.filter((row) => !isGone(row) && !now.some(({ key }) => key === row.key));
  return [...ofNow, ...staying].sort((a, b) => (a.key < b.key ? -1 : 1));
};

const withTable = (held: Stored, table: MadeTable, at: string): Stored => {
  if (table.rows.length === 0) return held;
  const sorted = sortRows(table.rows.map((row) => readRow(row, table, at, held)));
  const now = replaced(held.rows[table.name] ?? [], sorted.kept, sorted.protected);
  const refused = table.rows.length - sorted.kept.length;
  return {
    ...held,
    rows: { ...held.rows, [table.name]: now },
    delivered: { ...held.delivered, [table.name]: { at, rows: table.rows.length, refused } },
  };
};

/** "SDTM rows first": the others name its sites and subjects. */
const withCsv = (held: Stored, table: MadeTable, at: string): Stored => {
  const name = table.name as keyof Stored['lines'];
  if (table.rows.length === 0) return held;
  const people = held.rows.DM ?? [];
  const sitesOf = (subject: string) =>
    people.filter((row) => row.subject === subject).flatMap(({ values }) => values.SITEID ?? []);
  const known = { sitesOf, sites: people.flatMap(({ values }) => values.SITEID ?? []) };
  const { lines, refused } = withLines(held.lines[name] ?? {}, table, name, known, held.settings);
  return {
    ...held,
    lines: { ...held.lines, [name]: lines },
    delivered: { ...held.delivered, [name.toUpperCase()]: { at, rows: table.rows.length, refused } },
  };
};

const withDelivery = (before: Stored, { at, datasets, csv }: Delivery): Stored => {
  const held = datasets.reduce((each, table) => withTable(each, table, at), before);
  return csv.reduce((each, table) => withCsv(each, table, at), held);
};

const columnsOf = ({ rows }: Stored): Columns => {
  const columns: Record<string, Set<string>> = {};
  for (const [domain, all] of Object.entries(rows))
    for (const { values } of all)
      for (const [name, value] of Object.entries(values))
        (columns[`${domain}.${name}`] ??= new Set()).add(value);
  return columns;
};

export const heldAfter = ({ studyId, settings, deliveries }: MadeStudy): Held => {
  const nothing: Stored = { studyId, settings, rows: {}, delivered: {}, lines: {} };
  const held = deliveries.reduce(withDelivery, nothing);
  return { ...held, columns: columnsOf(held) };
};
