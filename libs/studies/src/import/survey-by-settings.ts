/** The first reading, by the settings of the study, of what is not as it was at its newest delivery. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type {
  ImportDocument,
  ImportedFile,
  StudyDocument,
  StudySettings,
} from '@rounds/contracts/collections';
import type { ReadingRules } from '../readers/reading-rules.ts';
import { readSettings, rulesOf } from '../settings/study-settings.ts';
import { survey, type HashedPath, type KnownStudyId, type ReportRows, type Survey } from './survey.ts';
import { readingOf, unchangedFiles } from './unchanged-files.ts';

export interface SettledSurvey extends Survey {
  /** As it is stored; null before its first import. */
  readonly study: StudyDocument | null;
  /** Of the folder's own file; absent without one. */
  readonly settings?: StudySettings;
  readonly rules: ReadingRules;
  /** Files that need not be read again. */
  readonly unchanged: readonly ImportedFile[];
}

/** What the database knows of a study before it is imported again. */
export interface EarlierImports {
  readonly find: (studyId: string) => Promise<StudyDocument | null>;
  /** The study that had one of these files last, and the imports of its newest deliveries. */
  readonly ofFiles: (
    hashes: readonly string[],
  ) => Promise<{ readonly study: StudyDocument; readonly imports: readonly ImportDocument[] } | null>;
}

interface Files {
  readonly folder: string;
  readonly paths: readonly string[];
  /** Of this import alone. */
  readonly encoding: string | undefined;
  readonly shiftToToday: boolean;
  /** Whether files that are as they were need not be read again. */
  readonly sparesUnchanged: boolean;
  readonly earlier: EarlierImports;
  readonly report: ReportRows;
}

const hashed = async (path: string): Promise<HashedPath> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { path, sha256: hash.digest('hex') };
};

type Settled = Omit<SettledSurvey, keyof Survey>;

/** Null where no file may be spared: all are read then. */
const sparing = async (
  files: Files,
  paths: readonly HashedPath[],
  own: StudySettings | null,
): Promise<(Settled & { readonly study: StudyDocument }) | null> => {
  const { encoding, shiftToToday, earlier } = files;
  const found = await earlier.ofFiles(paths.map(({ sha256 }) => sha256));
  if (found === null) return null;
  const { study, imports } = found;
  const shiftDays = shiftToToday ? study.shiftDays : 0;
  if (shiftDays === undefined) return null;
  const rules = rulesOf(own ?? study.settings ?? {}, encoding);
  const named = paths.map(({ path, sha256 }) => ({ file: basename(path), sha256 }));
  const unchanged = unchangedFiles(named, study, imports, readingOf(rules, shiftDays));
  if (unchanged.length === 0) return null;
  return { study, rules, unchanged, ...(own === null ? {} : { settings: own }) };
};

/** Null where the rest of the folder belongs to what was to be spared, or to another study: all is read then. */
const surveyRest = async (
  { report }: Files,
  paths: readonly HashedPath[],
  spared: Settled & { readonly study: StudyDocument },
): Promise<SettledSurvey | null> => {
  const { study, rules, unchanged } = spared;
  const files = unchanged.map(({ file }) => file);
  const rest = paths.filter(({ path }) => !files.includes(basename(path)));
  const from = unchanged.find(({ domains }) => domains.includes('DM')) ?? unchanged[0];
  const known: KnownStudyId = { studyId: study._id, studyFrom: from?.file ?? '' };
  const surveyed = await survey(rest, report, rules, known);
  const taken = new Set(unchanged.flatMap(({ domains }) => domains));
  const overlaps = surveyed.files.some(({ domains }) => [...domains].some((domain) => taken.has(domain)));
  return overlaps || surveyed.studyId !== study._id ? null : { ...surveyed, ...spared };
};

/**
 * A folder without settings is read by those that the study has. Whose study it is, its files say first: where that
 * has settings, they are read once more.
 */
const surveyAll = async (
  { encoding, earlier, report }: Files,
  paths: readonly HashedPath[],
  own: StudySettings | null,
): Promise<SettledSurvey> => {
  const first = rulesOf(own ?? {}, encoding);
  const surveyed = await survey(paths, report, first);
  const study = await earlier.find(surveyed.studyId);
  const settled = { study, rules: first, unchanged: [] };
  if (own !== null) return { ...surveyed, ...settled, settings: own };
  if (study?.settings === undefined) return { ...surveyed, ...settled };
  const rules = rulesOf(study.settings, encoding);
  return { ...(await survey(paths, report, rules)), ...settled, rules };
};

export const surveyBySettings = async (files: Files): Promise<SettledSurvey> => {
  const own = await readSettings(files.folder);
  const paths: HashedPath[] = [];
  for (const path of files.paths) paths.push(await hashed(path));
  const spared = files.sparesUnchanged ? await sparing(files, paths, own) : null;
  const rest = spared === null ? null : await surveyRest(files, paths, spared);
  return rest ?? surveyAll(files, paths, own);
};
