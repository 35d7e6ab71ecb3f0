/** A percentage stands only where the numerator is part of the whole; where it is not, the note says why. */
import type { Voice } from '../words/voice.ts';

/** @param isMissing whether some line has no percentage of the randomised */
export const withReason = (note: string, isMissing: boolean, { say, sentences }: Voice): string =>
  isMissing ? sentences([note, say('no-share-of-not-randomised')]) : note;
