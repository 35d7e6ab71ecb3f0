import type { StudyDocument } from '@rounds/contracts/collections';
import { systemClock } from '../clock.ts';

/** A study after its first import. */
export const studyDocument = (_id: string, changes: Partial<StudyDocument> = {}): StudyDocument => ({
  _id,
  title: 'A study',
  plannedSubjects: null,
  importedAt: systemClock(),
  generation: 1,
  deliveries: {},
  formerTreatments: { names: [], codes: [], doses: [] },
  ...changes,
});
