/** What a study's folder holds, read to its end before anything is written. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RoundsError } from '@rounds/contracts/errors';
import { asTold } from '@rounds/contracts/rules';
import { readDocuments, type DocumentFolder } from '../documents/read-documents.ts';
import { isDatasetFile } from '../readers/open-dataset.ts';
import { isSettingsFile } from '../settings/study-settings.ts';
import { surveyBySettings, type EarlierImports, type SettledSurvey } from './survey-by-settings.ts';
import type { ReportRows } from './survey.ts';

export interface StudyFolder extends SettledSurvey {
  readonly documents: DocumentFolder;
  /** Files that are neither datasets nor documents, by their extension. */
  readonly skipped: readonly string[];
}

interface Wanted {
  readonly folder: string;
  readonly encoding?: string | undefined;
  readonly shiftToToday: boolean;
  readonly sparesUnchanged: boolean;
  readonly earlier: EarlierImports;
  readonly report: ReportRows;
}

const invalidFolder = (folder: string, rule: string, cause?: unknown): RoundsError =>
  new RoundsError('INVALID_INPUT', `The folder ${folder} ${rule}.`, {
    fields: [asTold('folder', rule)],
    cause,
  });

const listFolder = async (folder: string): Promise<{ datasets: string[]; skipped: string[] }> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw invalidFolder(folder, 'must be a folder that can be read', error);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => !isSettingsFile(name))
    .sort();
  const datasets = names.filter(isDatasetFile);
  if (datasets.length === 0)
    throw invalidFolder(folder, 'must hold at least one dataset (.json, .ndjson, .dsjc or .xpt)');
  return { datasets, skipped: names.filter((name) => !isDatasetFile(name)) };
};

/**
 * @throws RoundsError NOT_A_DATASET or INVALID_INPUT when a file of the folder cannot be read to its end, when two
 * files hold one dataset, or when `documents/index.json` is wrong.
 */
export const readStudyFolder = async (wanted: Wanted): Promise<StudyFolder> => {
  const { folder, encoding, ...rest } = wanted;
  const { datasets, skipped } = await listFolder(folder);
  const documents = await readDocuments(join(folder, 'documents'));
  const paths = datasets.map((name) => join(folder, name));
  return { ...(await surveyBySettings({ folder, paths, encoding, ...rest })), documents, skipped };
};
