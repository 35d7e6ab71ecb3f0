/** What is said of a document: of whom it is, who sees it, how large it is. */
import { studyOf } from '../parts.ts';
import type { Me } from '../../../model/study.ts';
import type { Voice } from '../../../words/voice.ts';
import type { StudyDocument } from './documents.queries.ts';

export type Place = Pick<StudyDocument, 'siteId' | 'subject'>;

export const placeWords = ({ say }: Voice, { siteId, subject }: Place): string => {
  if (subject !== null) return say('document.of-the-subject', { subject });
  return siteId === null ? say('document.of-the-study') : say('document.of-the-site', { site: siteId });
};

/** A subject's document goes with the subject, wherever that is. */
export const seenByWords = ({ say }: Voice, { siteId, subject }: Place): string => {
  if (siteId !== null) return say('document.seen-by-site', { site: siteId });
  return subject === null ? say('document.seen-by-all') : say('document.seen-by-subject');
};

/** Blinded readers are told no titles: then its kind and whose it is say which it is. */
export const nameOf = (voice: Voice, document: StudyDocument): string =>
  document.title ?? `${voice.say(`document.kind.${document.kind}`)} · ${placeWords(voice, document)}`;

/** Who manages the study removes what is of their own sites alone. */
export const mayRemove = (me: Me, studyId: string, { siteId }: Place): boolean => {
  const study = studyOf(me, studyId);
  if (study === undefined) return false;
  if (me.roles.includes('operator')) return true;
  return study.manages && (study.sites === 'all' || (siteId !== null && study.sites.includes(siteId)));
};
