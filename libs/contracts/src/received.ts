/** What a study's delivery holds, as it was received: rows, and what of rows and documents was not taken. */

export type SdtmValue = string | number;
export type SdtmRow = Readonly<Record<string, SdtmValue>>;

/** A cell that could not be read, and so is not in its row. What it held is kept nowhere: it may be anything. */
export interface CellFault {
  readonly variable: string;
  readonly code: 'not-a-number' | 'not-a-date' | 'not-text';
}

/**
 * Why a document was not taken: neither text nor image by its name, or by its bytes; empty or not to be read; a folder,
 * or only an entry of the index; of no site or subject of the study, or of two that do not belong together.
 */
export type DocumentRefusal =
  | 'unknown-kind'
  | 'other-kind'
  | 'empty'
  | 'unreadable'
  | 'folder'
  | 'not-there'
  | 'unknown-place';
