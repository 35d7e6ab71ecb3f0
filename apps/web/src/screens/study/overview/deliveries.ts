/** What came last of each domain, and what is doubtful of it. */
import type { components } from '@rounds/client/generated/api';

export type Import = components['schemas']['Import'];
export type ImportDetails = components['schemas']['ImportDetails'];

export type Delivery = Import['domains'][number] & Pick<Import, 'id' | 'startedAt' | 'by'>;

/** @param imports newest first; those that were refused or broke off delivered nothing */
export const lastDeliveries = (imports: readonly Import[]): Delivery[] => {
  const newest = new Map<string, Delivery>();
  for (const { domains, status, id, startedAt, by } of imports) {
    if (status !== 'completed') continue;
    for (const counts of domains)
      if (!newest.has(counts.domain)) newest.set(counts.domain, { ...counts, id, startedAt, by });
  }
  return [...newest.values()].toSorted((a, b) => a.domain.localeCompare(b.domain));
};

export const newestCompleted = (imports: readonly Import[]): Import | undefined =>
  imports.find(({ status }) => status === 'completed');

export interface Doubts {
  /** Rows that were not taken. */
  readonly rows: number;
  /** Left out of rows that were kept. Null for whoever sees some sites alone. */
  readonly cells: number | null;
  /** Files of which something is doubtful. */
  readonly files: number;
  readonly documents: number;
}

export const doubtsOf = ({ refused, files, documents }: ImportDetails): Doubts => ({
  rows: refused,
  cells: files.some(({ leftOut }) => leftOut === null)
    ? null
    : files.flatMap(({ leftOut }) => leftOut ?? []).reduce((sum, { cells }) => sum + cells, 0),
  files: files.filter(({ warnings }) => warnings.length > 0).length,
  documents: documents?.refused ?? 0,
});

export const hasDoubts = (doubts: Doubts): boolean =>
  Object.values(doubts).some((count) => count !== null && count > 0);
