/** The model against its dataset: every listing is a table, every figure is in one, every document is shown or named. */
import type { Dataset } from '@rounds/contracts/dataset';
import type { Finding } from '@rounds/contracts/gate';
import type { ReportModel } from '@rounds/report-types/model/report-model';
import type { Table, Value } from '@rounds/report-types/model/table';
import { counted } from './findings.ts';

type Entry = Readonly<Record<string, unknown>>;

const isScalar = (value: unknown): value is Value => value === null || typeof value !== 'object';

const scalarsOf = (entry: Entry): Value[] =>
  Object.values(entry).filter((value): value is Value => value !== undefined && isScalar(value));

/** Whether the row is of the entry: it holds most of what the entry says; some is for the figures alone. */
const isOf = (row: readonly Value[], entry: Entry): boolean => {
  const said = scalarsOf(entry);
  const held = said.filter((value) => row.includes(value)).length;
  return 2 * held > said.length;
};

/** A table of its own order is searched whole, which takes too long for one that is longer. */
const MOST_SEARCHED = 5_000;

const lists = (entries: readonly Entry[], { rows }: Table): boolean => {
  if (rows.length !== entries.length) return false;
  if (rows.every((row, index) => isOf(row, entries[index] ?? {}))) return true;
  return rows.length <= MOST_SEARCHED && entries.every((entry) => rows.some((row) => isOf(row, entry)));
};

/** Lists of the dataset by their path; those that are empty lack nothing. */
const listsOf = (dataset: Dataset): [path: string, entries: readonly Entry[]][] => {
  const { documents, manifest } = dataset;
  const listings = 'listings' in dataset ? (dataset.listings as Record<string, readonly Entry[]>) : {};
  const own = Object.entries(listings).map(([name, entries]) => [`listings.${name}`, entries] as const);
  const common = [
    ['documents.texts', documents.texts],
    ['documents.images', documents.images],
    ['manifest.files', manifest.files],
    ['manifest.documents', manifest.documents],
  ] as const;
  return [...own, ...common].map(([path, entries]): [string, readonly Entry[]] => [
    path,
    entries as unknown as readonly Entry[],
  ]);
};

const tablesOf = ({ sections }: ReportModel): Table[] => sections.flatMap(({ tables }) => tables);

const unlisted = (dataset: Dataset, tables: readonly Table[]): Finding[] =>
  listsOf(dataset)
    .filter(([, entries]) => entries.length > 0 && !tables.some((table) => lists(entries, table)))
    .map(([path, { length }]) => ({
      check: 'rows',
      where: `dataset, ${path}`,
      code: 'rows-in-no-table',
      values: { rows: length },
    }));

/** What is no figure of the period, or is in tables of its own. */
const NO_FIGURES = new Set([
  ...['version', 'reportType', 'study', 'period', 'timeZone', 'scope', 'changes', 'dataQuality', 'documents'],
  ...['manifest', 'parameters', 'previous', 'trends', 'listings'],
]);

const numbersIn = (value: unknown, path: string): [path: string, value: number][] => {
  if (typeof value === 'number') return [[path, value]];
  if (isScalar(value) || Array.isArray(value)) return [];
  return Object.entries(value as Entry).flatMap(([key, part]) => numbersIn(part, `${path}.${key}`));
};

/** Each figure of the dataset is in a row that begins with its path, or where it has no such row is in some other. */
const untabled = (dataset: Dataset, tables: readonly Table[]): Finding[] => {
  const rows = tables.flatMap((table) => table.rows);
  const byPath = new Map(rows.map((row) => [row[0], row[1]]));
  const shown = new Set(rows.flat());
  return Object.entries(dataset).flatMap(([key, content]) => {
    if (NO_FIGURES.has(key)) return [];
    const n = numbersIn(content, key).filter(([path, value]) =>
      byPath.has(path) ? byPath.get(path) !== value : !shown.has(value),
    ).length;
    return counted('figures', `dataset, ${key}`, n, 'figures-in-no-table', 'figures');
  });
};

/** The cut has others than the database counted in the same instant. */
const lostRows = ({ manifest }: Dataset): Finding[] =>
  manifest.files
    .filter(({ rows, expected = rows }) => expected !== rows)
    .map(({ name, rows, expected = rows }) => ({
      check: 'rows',
      where: `cut, ${name}`,
      code: 'rows-not-as-counted',
      values: { rows, expected },
    }));

const documentFindings = ({ documents, manifest }: Dataset, model: ReportModel): Finding[] => {
  const blocks = model.sections.flatMap((section) => section.blocks);
  const texts = new Set(blocks.flatMap((block) => (block.kind === 'texts' ? block.texts : [])));
  const images = new Set(
    blocks.flatMap((block) => (block.kind === 'images' ? block.images : [])).map((entry) => entry.documentId),
  );
  return [
    ...(manifest.lacking ?? []).map(({ documentId, kind, reason }): Finding => ({
      check: kind === 'image' ? 'images' : 'documents',
      where: `document ${documentId}`,
      code: reason === 'missing' ? 'bytes-gone' : 'bytes-changed',
    })),
    ...documents.texts
      .filter((entry) => !texts.has(entry))
      .map(({ documentId }): Finding => ({
        check: 'documents',
        where: `document ${documentId}`,
        code: 'in-no-section',
      })),
    ...documents.images
      .filter(({ documentId, refused }) => refused === undefined && !images.has(documentId))
      .map(({ documentId }): Finding => ({
        check: 'images',
        where: `document ${documentId}`,
        code: 'in-no-section',
      })),
  ];
};

/** @param model with all sections of its type: what a template leaves out is in none */
export const datasetFindings = (dataset: Dataset, model: ReportModel): Finding[] => {
  const tables = tablesOf(model);
  return [
    ...lostRows(dataset),
    ...unlisted(dataset, tables),
    ...untabled(dataset, tables),
    ...documentFindings(dataset, model),
  ];
};
