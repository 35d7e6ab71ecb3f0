/** What an import tells of itself at its end, whatever that was. */
import type { Refusal } from '@rounds/adapters/mongo/refusals.repository';
import type { ImportedDocuments, ImportedFile } from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import { asTold, type FieldFault } from '@rounds/contracts/rules';

export interface ImportSummary {
  /** Null of a dry run, of which nothing is kept. */
  readonly importId: string | null;
  readonly studyId: string;
  readonly title: string;
  readonly plannedSubjects: number | null;
  /** Days by which dates were moved; null when they were not. */
  readonly shiftDays: number | null;
  /** Over all files. */
  readonly rows: number;
  readonly refused: number;
  readonly files: readonly ImportedFile[];
  /** The first 10,000 refused rows, of which the database has all; of a dry run all. */
  readonly refusals: readonly Refusal[];
  readonly documents: ImportedDocuments;
  /** Files of the folder that are neither datasets nor documents, by their extension. */
  readonly skipped: readonly string[];
  /** Why nothing of it became the study's, or would; absent where it did. */
  readonly refusedBecause?: readonly FieldFault[];
}

/** The import would have done what nobody allowed: nothing of it is the study's. Code INVALID_INPUT. */
export class ImportRefused extends RoundsError {
  /** Its counts are of what would have been. */
  readonly summary: ImportSummary;

  constructor(faults: readonly FieldFault[], summary: ImportSummary) {
    const list = faults.map(({ field, rule }) => `${field} ${rule}`).join('; ');
    super('INVALID_INPUT', `Nothing was imported: ${list}.`, {
      fields: faults.map(({ field, rule }) => asTold(field, rule)),
    });
    this.summary = { ...summary, refusedBecause: faults };
  }
}
