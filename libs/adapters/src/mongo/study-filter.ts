/**
 * Which studies a query may see. Every function that reads or changes a study's data demands one, so that no
 * query can forget it; `every` is for the processes themselves and for operators, and reads as what it is.
 */
export type Studies = readonly string[] | 'every';

export const within = (studies: Studies): { studyId?: { $in: string[] } } =>
  studies === 'every' ? {} : { studyId: { $in: [...studies] } };

/** Of those studies only this one. One that is not among them leaves none, as one that does not exist does. */
export const narrow = (studies: Studies, studyId: string | undefined): Studies => {
  if (studyId === undefined) return studies;
  return studies === 'every' || studies.includes(studyId) ? [studyId] : [];
};
