/** What an import has to tell, in words: on the terminal and in its report. */
import type { FileWarning, ImportedFile, LeftOutCells } from '@rounds/contracts/collections';
import type { FieldFault } from '@rounds/contracts/rules';
import type { ImportSummary } from '@rounds/studies/import/import-summary';
import { CELL_RULES } from '@rounds/studies/readers/cells';

const WARNINGS: Readonly<Record<FileWarning['code'], (warning: FileWarning) => string>> = {
  metadata: ({ about = '' }) => `${about} is missing or not as Dataset-JSON 1.1 has it; it is not needed`,
  'no-count': () => 'records does not say how many rows there are: a file that was cut off would look whole',
  'named-by-domain': ({ about = '' }) =>
    `the name within the file is no domain; by its rows or its own name it is ${about}`,
  'encoding-guessed': ({ about = '' }) =>
    `its text is not UTF-8 and was taken for ${about}: look at it, or say --encoding`,
  'encoding-mixed': ({ about = '' }) =>
    `its text is of several encodings and was taken for ${about}: look at it, or send it in one`,
  'cut-characters': () => 'texts were cut within a character, which was dropped',
};

const times = (count: number | undefined): string =>
  count === undefined || count === 1 ? '' : ` (${count.toLocaleString('en')} times)`;

export const warningWords = (warning: FileWarning): string =>
  `${WARNINGS[warning.code](warning)}${times(warning.count)}`;

export const leftOutWords = ({ domain, variable, code, cells, firstRow }: LeftOutCells): string =>
  `${domain}.${variable} ${CELL_RULES[code]}: ${cells.toLocaleString('en')} ${cells === 1 ? 'cell' : 'cells'} left out, first in row ${firstRow}`;

export const ruleWords = (faults: readonly FieldFault[]): string =>
  faults.map(({ field, rule }) => `${field} ${rule}`).join('; ');

/** Something of the study did not come in as it was sent. */
export const isFaulty = ({ refused, files, documents }: ImportSummary): boolean =>
  refused > 0 ||
  documents.refused.length > 0 ||
  files.some(({ leftOut, warnings }: ImportedFile) => leftOut !== undefined || warnings !== undefined);
