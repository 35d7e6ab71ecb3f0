import type { StudyDocument } from './collections.ts';
import type { Scope } from './scope.ts';

/**
 * The title of a study as it may leave Rounds: a title may name the drug, or what it is compared with.
 *
 * @param scope of whoever reads it; without a membership nobody is unblinded
 */
export const titleFor = (
  { _id, title, blindedTitle = _id }: Pick<StudyDocument, '_id' | 'title' | 'blindedTitle'>,
  { unblinded }: Pick<Scope, 'unblinded'>,
): string => (unblinded ? title : blindedTitle);
