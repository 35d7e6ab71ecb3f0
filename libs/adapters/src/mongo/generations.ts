/**
 * Which rows are the study's. An import writes versions of rows under a new generation, and one switch in the study's
 * document makes them visible (docs/decisions/0020-import-generations.md): who reads `records` says as of which.
 */
import type { RecordDocument, StudyDocument } from '@rounds/contracts/collections';
import type { Filter } from 'mongodb';

export const generationOf = (study: Pick<StudyDocument, 'generation'> | null): number =>
  study?.generation ?? 0;

export const visibleAt = (generation: number): Required<Pick<Filter<RecordDocument>, 'from' | 'until'>> => ({
  from: { $lte: generation },
  until: { $not: { $lte: generation } },
});
