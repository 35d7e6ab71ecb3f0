/** What is known of a study's rows as of a generation, from which cuts are made without reading them again. */
import type { CutDataset, CutObject, CutSegment, CutTreatments } from './cut.ts';
import type { CutHoldDocument, CutMakingDocument } from './cut-making.ts';
import type { LocalDate } from './period.ts';

/** Rows from a day until before the start of the next range. */
export interface StoredRange {
  /** Empty: from the first day on. */
  readonly start: LocalDate;
  /** Several where one day has too many rows for one; none where there are no rows. */
  readonly segments: readonly CutSegment[];
  /** Rows that the database counted in the same snapshot. */
  readonly expected: number;
}

/** Where it belongs: a database that was restored, or a study that was deleted, counts the same generations again. */
interface OfGeneration {
  readonly studyId: string;
  readonly generation: number;
  /** `importedAt` of the study then. */
  readonly importedAt: Date;
  readonly at: Date;
}

/** The rows of a dataset as of a generation. */
export interface SegmentIndexDocument extends OfGeneration {
  /** `<studyId>|<dataset>|<generation>|<importedAt, epoch ms>` */
  readonly _id: string;
  readonly dataset: CutDataset;
  /** In the order of days, the first from the first day on. */
  readonly ranges: readonly StoredRange[];
  /** Rows without a day. */
  readonly undated: StoredRange;
}

/** What else a cut tells of the whole study. */
export interface StudyIndexDocument extends OfGeneration {
  /** `<studyId>|<generation>|<importedAt, epoch ms>` */
  readonly _id: string;
  readonly subjects: CutObject;
  readonly treatments: CutTreatments;
}

/** Of which days an import brought, changed or ended rows: only what is of them is read again. */
export interface TouchedDaysDocument {
  /** The import's. */
  readonly _id: string;
  readonly studyId: string;
  /** That it brought. */
  readonly generation: number;
  /** `importedAt` of the study since, and before. */
  readonly importedAt: Date;
  readonly before: Date;
  /** By domain; null: rows without a day. */
  readonly days: Readonly<Record<string, readonly (LocalDate | null)[]>>;
}

/** The key of a study's addresses: whoever has none cannot try which rows an address is of. */
export interface StudyKeyDocument {
  /** STUDYID. */
  readonly _id: string;
  /** 32 bytes, hex. */
  readonly key: string;
}

export interface CutCollections {
  cuts: CutMakingDocument;
  cutHolds: CutHoldDocument;
  segmentIndexes: SegmentIndexDocument;
  studyIndexes: StudyIndexDocument;
  studyKeys: StudyKeyDocument;
  touchedDays: TouchedDaysDocument;
}
