import { createMask } from '@rounds/blinding/mask';
import type { StudyDocument } from '@rounds/contracts/collections';
import type { CutTreatments } from '@rounds/contracts/cut';

/** Nothing where no row tells a treatment: then nobody knows what of the title is to be hidden. */
export const blindedTitle = (
  title: string,
  treatments: CutTreatments,
): Pick<StudyDocument, 'blindedTitle'> => {
  const isTold = treatments.names.length > 0 || treatments.codes.length > 0;
  return isTold ? { blindedTitle: createMask(treatments)(title) } : {};
};
