/** What a cut tells of documents that were refused at import. */
import type { RefusedFile } from '@rounds/contracts/collections';
import type { CutManifest } from '@rounds/contracts/cut';

/** By file name, which readers of some sites are not shown. */
export const refusedDocuments = (refused: readonly RefusedFile[]): Pick<CutManifest, 'refusedDocuments'> => {
  if (refused.length === 0) return {};
  const sorted = refused.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return { refusedDocuments: sorted.map(({ file, code }) => ({ fileName: file, code })) };
};
