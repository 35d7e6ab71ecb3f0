/** Files that are as they were at the newest delivery of their domains: they are delivered anew and not read again. */
import { createHash } from 'node:crypto';
import type { ImportDocument, ImportedFile, StudyDocument } from '@rounds/contracts/collections';
import { FLAG_VARIABLES, isOperational } from '@rounds/contracts/cut';
import type { ReadingRules } from '../readers/reading-rules.ts';

/** Raise it with every change after which the same file gives other rows: of readers, mappings, keys or days. */
const CODE_VERSION = 1;

/** Of all that decides, beside the file, what is read from it; hex. */
export const readingOf = ({ decimalSign, missing, encoding }: ReadingRules, shiftDays: number): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        [CODE_VERSION, FLAG_VARIABLES],
        [decimalSign, [...missing].sort(), encoding ?? null, shiftDays],
      ]),
    )
    .digest('hex');

export interface HashedFile {
  readonly file: string;
  /** Of its bytes, hex. */
  readonly sha256: string;
}

interface Earlier {
  readonly file: ImportedFile;
  readonly by: ImportDocument;
}

const isSame = ({ file, sha256 }: HashedFile, earlier: ImportedFile): boolean =>
  earlier.file === file && earlier.sha256 === sha256;

/** The rows of operational datasets are judged by the study's subjects too, and are few. */
const isComparable = ({ domains }: ImportedFile): boolean =>
  domains.length > 0 && !domains.some(isOperational);

const asNow = ({ file, by }: Earlier): ImportedFile => ({
  ...file,
  ...{ inserted: 0, changed: 0, unchanged: file.rows - file.refused, removed: 0 },
  readBy: file.readBy ?? by._id,
});

/**
 * @param files of the folder
 * @param imports those that brought the study's newest deliveries
 * @returns the files that need not be read, as this import's
 */
export const unchangedFiles = (
  files: readonly HashedFile[],
  { deliveries }: Pick<StudyDocument, 'deliveries'>,
  imports: readonly ImportDocument[],
  reading: string,
): ImportedFile[] => {
  const newest = imports
    .filter((by) => by.reading === reading)
    .flatMap((by) => by.files.map((file): Earlier => ({ file, by })))
    .filter(({ file, by }) => file.domains.some((domain) => deliveries[domain]?.importId === by._id));
  let same = newest.filter(({ file }) => isComparable(file) && files.some((each) => isSame(each, file)));
  // Of a domain that is split, each part must be there as it was, and so must all that came with such a part.
  const isWhole = (domain: string, by: ImportDocument): boolean =>
    deliveries[domain]?.importId === by._id &&
    by.files.every((file) => !file.domains.includes(domain) || same.some((each) => each.file === file));
  for (let before = -1; before !== same.length;) {
    before = same.length;
    same = same.filter(({ file, by }) => file.domains.every((domain) => isWhole(domain, by)));
  }
  return same.map(asNow);
};
