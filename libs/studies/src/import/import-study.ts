/**
 * One reading of one folder into the database: the rows of its datasets, then the documents beside them. It is all or
 * nothing: what it writes is the study's once its last write is done, and an import that broke off before is mended by
 * importing again.
 */
import { createImportsRepository } from '@rounds/adapters/mongo/imports.repository';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { createStudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import { importFolder, type ImportDependencies } from './import-folder.ts';
import type { ImportOptions } from './import-options.ts';
import { ImportRefused, type ImportSummary } from './import-summary.ts';
import { DRY_WRITER, openWriter } from './import-writer.ts';
import { readStudyFolder, type StudyFolder } from './study-folder.ts';
import type { EarlierImports } from './survey-by-settings.ts';

const UNKNOWN = 'unknown';

const earlierImports = (mongo: Pick<Mongo, 'collection'>): EarlierImports => {
  const { find } = createStudiesRepository(mongo);
  const { ofFiles, byIds } = createImportsRepository(mongo);
  return {
    find,
    ofFiles: async (hashes) => {
      const newest = await ofFiles(hashes);
      const study = newest === null ? null : await find(newest.studyId);
      if (study === null) return null;
      const ids = Object.values(study.deliveries).map(({ importId }) => importId);
      return { study, imports: await byIds(study._id, ids) };
    },
  };
};

const readFolder = (options: ImportOptions, mongo: Pick<Mongo, 'collection'>): Promise<StudyFolder> => {
  const { folder, encoding, shiftToToday = false, empty = [], onProgress } = options;
  return readStudyFolder({
    folder,
    encoding,
    shiftToToday,
    // What is said to be empty must be seen to be.
    sparesUnchanged: empty.length === 0,
    earlier: earlierImports(mongo),
    report: (file, rows) => onProgress?.(`${file}: ${rows.toLocaleString('en')} rows checked`),
  });
};

/**
 * @throws RoundsError NOT_A_DATASET or INVALID_INPUT, before anything is written, when a file of the folder cannot
 * be read to its end, when two files hold one dataset, or when `documents/index.json` is wrong; CONFLICT while another
 * import of the study is under way; ImportRefused when more rows would go, or be refused, than was allowed.
 */
export const importStudy = async (
  options: ImportOptions,
  dependencies: ImportDependencies & { readonly mongo: Pick<Mongo, 'collection' | 'client'> },
): Promise<ImportSummary> => {
  const { by = UNKNOWN, actor = { actorId: UNKNOWN }, dryRun = false } = options;
  const { mongo, now } = dependencies;
  const folder = await readFolder(options, mongo);
  const begun = { folder, by, at: now() };
  if (dryRun) return importFolder(options, { ...begun, importId: null, writer: DRY_WRITER }, dependencies);
  const writer = await openWriter(
    mongo,
    { ...begun, actor, studyId: folder.studyId, study: folder.study },
    now,
  );
  try {
    return await importFolder(options, { ...begun, importId: writer.importId, writer }, dependencies);
  } catch (error) {
    // Where that fails too, the next import finds out by itself.
    if (!(error instanceof ImportRefused)) await writer.breakOff().catch(() => undefined);
    throw error;
  }
};
