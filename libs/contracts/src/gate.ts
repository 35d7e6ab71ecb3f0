/** The gate before sending: what it looks at, and how it says that something is wrong (docs/decisions/0017-gate.md). */

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
  /** A sentence for people: `3 of 250 rows were not found.` */
  readonly message: string;
}
export type Check = (typeof CHECKS)[number];

/** More of a report say no more than that it must be made anew. */
export const MOST_FINDINGS = 50;
