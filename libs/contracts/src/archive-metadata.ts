/**
 * What an archived PDF says of itself: the same values in its XMP metadata and in its information dictionary, so that
 * an archive can index it, and `rounds verify` knows of which data cut a file claims to be (docs/archive.md).
 */
import { defined } from './defined.ts';

/** XMP asks for an address that ends in `/` or `#`; nothing is to be found there. */
export const ARCHIVE_NAMESPACE = 'urn:rounds:report:1.0/';
export const ARCHIVE_PREFIX = 'rounds';

/** Property and what it holds: the description stands in each PDF, because PDF/A demands one of every schema. */
export const ARCHIVE_PROPERTIES = {
  studyId: 'STUDYID of the study',
  reportType: 'Report type',
  period: 'First local day of the period and the day after its last, ISO 8601',
  cut: 'SHA-256 of the manifest of the data cut, hex',
  scope: 'Sites and blinding that the report was made for',
  language: 'Language of the pages',
  completeness: 'whole, or partial where the first page names what is lacking',
  template: 'Template and its version',
  codeVersion: 'Version of Rounds that made the report',
} as const;
export type ArchiveProperty = keyof typeof ARCHIVE_PROPERTIES;

export type ArchiveFacts = Readonly<Record<ArchiveProperty, string>>;

const LONGEST_CLAIM = 200;

const claimed = (file: string, property: string): string | undefined => {
  const element = `${ARCHIVE_PREFIX}:${property}>`;
  const start = file.lastIndexOf(`<${element}`);
  if (start === -1) return undefined;
  const from = start + element.length + 1;
  const end = file.indexOf('<', from);
  return end > from && end - from <= LONGEST_CLAIM ? file.slice(from, end) : undefined;
};

/** Anybody can write them into a file: claims, no proofs. */
export interface Claims {
  /** SHA-256 of the data cut, hex. */
  readonly cut?: string;
  /** Only files of earlier editions name their run: since, runs share files. */
  readonly runId?: string;
}

/**
 * Of which cut, and which run, a PDF says that it is.
 *
 * @param file its bytes as Latin-1; the metadata stand in it as they are, neither packed nor encrypted
 */
export const claimsOf = (file: string): Claims =>
  defined({ cut: claimed(file, 'cut'), runId: claimed(file, 'runId') });
