/** A finished report as its reader holds it: each format read by another program than the one that wrote it. */
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { strFromU8, unzipSync } from 'fflate';
import type { MadeReport } from './made-report.ts';
import { readPdf, type PdfWords } from './read-pdf.ts';
import { readCsvZip, readXlsx, type Cells, type Sheet, type ZippedTables } from './read-tables.ts';

export interface Report {
  readonly dataset: StudyWeeklyDataset;
  readonly pdf: PdfWords;
  readonly csv: ZippedTables;
  /** Sheets in their order; the first tells about the report. */
  readonly xlsx: readonly Sheet[];
  /** All that is written anywhere in its files and their names, by place. */
  readonly places: Readonly<Record<string, string>>;
}

/** Every part of a zip, its name before it. */
const unzipped = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');

export const readReport = async ({ files, addresses }: MadeReport): Promise<Report> => {
  const pdf = await readPdf(files.pdf);
  const xlsx = await readXlsx(files.xlsx);
  const json = files.json.toString();
  return {
    dataset: JSON.parse(json) as StudyWeeklyDataset,
    pdf,
    csv: readCsvZip(files.csv),
    xlsx,
    places: {
      'text of the PDF': pdf.pages.join('\n'),
      'metadata, bookmarks and links of the PDF': pdf.around,
      'cells and sheet names of the XLSX': JSON.stringify(xlsx),
      'parts of the XLSX': unzipped(files.xlsx),
      'files of the CSV': unzipped(files.csv),
      JSON: json,
      'names of the files': addresses.join('\n'),
    },
  };
};

/** A name written together, apart, with hyphens or in capitals is the same name. */
export const folded = (text: string): string => text.replace(/[\s_\p{Pd}]+/gu, '').toLowerCase();

/** Which of the names are found, place by place. */
export const namesFound = ({ places }: Report, names: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(places).map(([place, text]) => {
      const searched = folded(text);
      return [place, names.filter((name) => searched.includes(folded(name)))];
    }),
  );

/** A percentage's head is a word in the sheet, and a sign in the CSV that Excel may not take for a formula. */
const comparable = (head: readonly string[] = []): string[] =>
  head.map((label) => label.replace(/^Percent$/, '%').replace(/^'/, ''));

/** The cells of a line that has no others than these. */
const isLine = (line: readonly string[] | undefined, cells: readonly string[]): boolean =>
  line !== undefined &&
  cells.every((cell, at) => line[at] === cell) &&
  line.slice(cells.length).join('') === '';

/** The rows below a head of these words, where they are those of the table and no other follows them. */
const foundIn = (
  { lines }: Sheet,
  head: readonly string[],
  rows: Cells['rows'],
): Cells['rows'] | undefined => {
  const at = lines.findIndex(
    (line, index) =>
      isLine(comparable(line), head) &&
      rows.every((row, offset) => isLine(lines[index + 1 + offset], row)) &&
      (lines[index + 1 + rows.length] ?? []).join('') === '',
  );
  return at < 0
    ? undefined
    : lines.slice(at + 1, at + 1 + rows.length).map((line) => line.slice(0, head.length));
};

/** The tables of the sheets under the names and keys of the CSV, each shown to stand in one of them whole. */
export const sheetsAsTables = ({ xlsx, csv }: Report): Cells[] =>
  csv.plain.map(({ name, head, rows }, index) => {
    const labelled = csv.excel[index];
    expect(labelled?.name).toBe(`excel/${name}`);
    const words = comparable(labelled?.head);
    const found = xlsx.slice(1).flatMap((sheet) => {
      const lines = foundIn(sheet, words, rows);
      return lines === undefined ? [] : [lines];
    });
    expect({ name, places: found.length > 0 }).toEqual({ name, places: true });
    return { name, head, rows: found[0] ?? [] };
  });
