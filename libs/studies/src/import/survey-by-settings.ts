/** The first reading, by the settings of the study. */
import type { StudyDocument, StudySettings } from '@rounds/contracts/collections';
import { readSettings, rulesOf } from '../settings/study-settings.ts';
import { survey, type ReportRows, type Survey } from './survey.ts';

export interface SettledSurvey extends Survey {
  /** As it is stored; null before its first import. */
  readonly study: StudyDocument | null;
  /** Of the folder's own file; absent without one. */
  readonly settings?: StudySettings;
}

interface Files {
  readonly folder: string;
  readonly paths: readonly string[];
  /** Of this import alone. */
  readonly encoding: string | undefined;
  readonly find: (studyId: string) => Promise<StudyDocument | null>;
  readonly report: ReportRows;
}

/**
 * A folder without settings is read by those that the study has. Whose study it is, its files say first: where that
 * has settings, they are read once more.
 */
export const surveyBySettings = async (files: Files): Promise<SettledSurvey> => {
  const { folder, paths, encoding, find, report } = files;
  const own = await readSettings(folder);
  const surveyed = await survey(paths, report, rulesOf(own ?? {}, encoding));
  const study = await find(surveyed.studyId);
  if (own !== null) return { ...surveyed, study, settings: own };
  const kept = study?.settings;
  if (kept === undefined) return { ...surveyed, study };
  return { ...(await survey(paths, report, rulesOf(kept, encoding))), study };
};
