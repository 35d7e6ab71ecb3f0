/** The pages of a picture that are shown, and the names of their JPEGs. */
import type { ImageEntry, ShownPage } from '@rounds/contracts/dataset';

/** In their order; none where the picture cannot be shown. */
export const shownPages = (derived: ImageEntry['derived']): ShownPage[] =>
  derived === undefined ? [] : [derived, ...(derived.further ?? [])];

/** @param sha256 of the original; @param page of those shown, counted from 0 */
export const pictureKey = (sha256: string, page: number): string =>
  page === 0 ? sha256 : `${sha256}-${String(page + 1)}`;
