/**
 * A dataset on its way to a drawing thread: as the bytes that were stored, in memory that threads share. Whoever
 * sends it neither parses nor copies it, which would hold up the heartbeat of a large report.
 */
import type { Dataset, ImageEntry } from '@rounds/contracts/dataset';
import type { Scope } from '@rounds/contracts/scope';
import { showsArms } from '@rounds/contracts/shows-arms';

export interface StoredDataset {
  /** Of the bytes, hex. */
  readonly sha256: string;
  readonly json: Uint8Array;
  /** Instead of those in the bytes: how each is shown, or why it is not. */
  readonly images?: readonly ImageEntry[];
}

/** What tells whether it is the dataset that was asked for, and what must be made ready before it is drawn. */
export interface Outline {
  readonly studyId: string;
  readonly scope: Scope;
  readonly showsArms: boolean;
  readonly images: readonly ImageEntry[];
}

export const shared = (bytes: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
};

export const withImages = (dataset: Dataset, images: readonly ImageEntry[]): Dataset => ({
  ...dataset,
  documents: { ...dataset.documents, images },
});

/** Else what one format does to it would be in the next. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

/** The last one, since each format is drawn and inspected from the same; as stored and, by its images, completed. */
let last:
  | { readonly sha256: string; readonly dataset: Dataset; completed?: readonly [images: string, Dataset] }
  | undefined;

const parsed = ({ sha256, json }: StoredDataset): Dataset => {
  if (last?.sha256 === sha256) return last.dataset;
  // Let go before the next is read: there may not be memory for both.
  last = undefined;
  // Written by the aggregate stage alone, and proven so by its hash.
  const text = Buffer.from(json.buffer, json.byteOffset, json.length).toString();
  const dataset = frozen(JSON.parse(text) as Dataset);
  last = { sha256, dataset };
  return dataset;
};

/** Call it in the thread. */
export const datasetOf = (stored: StoredDataset): Dataset => {
  const dataset = parsed(stored);
  if (stored.images === undefined || last === undefined) return dataset;
  const images = JSON.stringify(stored.images);
  if (last.completed?.[0] !== images) last.completed = [images, frozen(withImages(dataset, stored.images))];
  return last.completed[1];
};

/** Call it in the thread. */
export const outlineOf = (stored: StoredDataset): Outline => {
  const dataset = parsed(stored);
  return {
    studyId: dataset.study.studyId,
    scope: dataset.scope,
    showsArms: showsArms(dataset),
    images: dataset.documents.images,
  };
};
