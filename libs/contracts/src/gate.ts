/** The gate before sending: what it looks at, and how it says that something is wrong (docs/decisions/0017-gate.md). */
import type { CodeValues } from './saying.ts';

/**
 * `rows`: a listing's or a table's; `documents`: texts; `images`; `figures`: figures and the sentences that hold them;
 * `pages`: blank, numbered wrongly, or drawn over their edge; `glyphs`; `size`: bytes, pages; `files`: whether a file
 * is there, whole, and one that other programs can read; `blinding`: what blinded readers must not learn.
 */
export const CHECKS = [
  ...(['rows', 'documents', 'images', 'figures', 'pages', 'glyphs', 'size', 'files'] as const),
  'blinding',
] as const;

/**
 * One thing that a report lacks or shows wrong. It travels through Temporal histories, mails and the API: ids, names
 * of tables and sections, and counts; never what a row says.
 */
export interface Finding {
  readonly check: Check;
  /** Where: `pdf, table out-of-range`, `xlsx`, `document doc_1`. */
  readonly where: string;
  readonly code: FindingCode;
  readonly values?: CodeValues;
}
export type Check = (typeof CHECKS)[number];

/** What is wrong there. */
export const FINDING_CODES = [
  // The cut and the dataset
  ...(['bytes-gone', 'bytes-changed'] as const),
  /** {rows, expected} */
  'rows-not-as-counted',
  /** {rows}; {figures} */
  ...(['rows-in-no-table', 'figures-in-no-table', 'in-no-section'] as const),
  // A file as such
  ...(['not-made', 'not-in-store', 'not-the-dataset', 'not-in-zip'] as const),
  /** {bytes}; {error}; {bytes, allowed}; {pages}; {files} */
  ...(['not-as-stored', 'unreadable', 'too-large', 'too-many-pages', 'files-unexpected'] as const),
  // Its pages: {pages}, {pieces}, {characters}
  ...(['page-blank', 'pages-misnumbered', 'pages-without-cut', 'pages-without-head'] as const),
  ...([
    'text-in-margins',
    'text-over-edge',
    'text-on-text',
    'glyphs-missing',
    'characters-replaced',
  ] as const),
  // What it holds
  ...([
    'table-not-found',
    'section-not-found',
    'picture-not-found',
    'text-not-found',
    'text-in-doubt',
  ] as const),
  /** {missing, parts}; {missing, rows}, twice; {rows, expected} */
  ...(['parts-not-found', 'rows-not-found', 'rows-differ', 'rows-instead-of'] as const),
  /** {sentences}; {figures}, twice; {notes}; {places}; {lines}, twice */
  ...([
    'sentences-not-found',
    'headline-figures-not-found',
    'figures-not-its-own',
    'notes-not-found',
  ] as const),
  ...(['foreign-text', 'lines-differ', 'lines-not-found'] as const),
  // Blinding: {places}
  ...(['tells-treatment', 'left-out-for-blinded', 'hidden-from-blinded'] as const),
  /** {text}: in the words of an earlier version. */
  'as-told',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** More of a report say no more than that it must be made anew. */
export const MOST_FINDINGS = 50;
