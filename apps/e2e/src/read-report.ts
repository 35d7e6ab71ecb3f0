/** A finished report as its reader holds it: each format read by another program than the one that wrote it. */
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import { strFromU8, unzipSync } from 'fflate';
import type { MadeReport } from './made-report.ts';
import { readPdf, type PdfWords } from './read-pdf.ts';
import { readCsvZip, readXlsx, type Cells, type ZippedTables } from './read-tables.ts';

export interface Report {
  readonly dataset: StudyWeeklyDataset;
  readonly pdf: PdfWords;
  readonly csv: ZippedTables;
  /** Sheets in their order; the first tells about the report. */
  readonly xlsx: readonly Cells[];
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

/** The sheets under the names and keys of the CSV, once both are shown to hold the same cells under the same heads. */
export const sheetsAsTables = ({ xlsx, csv }: Report): Cells[] => {
  const sheets = xlsx.slice(1);
  expect(sheets).toHaveLength(csv.plain.length);
  return csv.plain.map(({ name, head, rows }, index) => {
    const [sheet, labelled] = [sheets[index], csv.excel[index]];
    expect(labelled?.name).toBe(`excel/${name}`);
    expect({ name, head: comparable(sheet?.head) }).toEqual({ name, head: comparable(labelled?.head) });
    expect({ name, rows: sheet?.rows }).toEqual({ name, rows });
    return { name, head, rows: sheet?.rows ?? [] };
  });
};
