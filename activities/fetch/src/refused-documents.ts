/** What a cut tells of documents that were refused at import. */
import type { RefusedFile } from '@rounds/contracts/collections';
import type { CutManifest } from '@rounds/contracts/cut';
import type { Scope } from '@rounds/contracts/scope';

/** By file name, and without it in cuts of some sites, whose readers may not see what it names. */
export const refusedWithin = (
  refused: readonly RefusedFile[],
  sites: Scope['sites'],
): Pick<CutManifest, 'refusedDocuments'> => {
  if (refused.length === 0) return {};
  const sorted = refused.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const named = sites === 'all';
  return {
    refusedDocuments: sorted.map(({ file, code }) => ({
      ...(named ? { fileName: file } : {}),
      code,
    })),
  };
};
