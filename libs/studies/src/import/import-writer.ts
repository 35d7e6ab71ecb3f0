/**
 * Where an import writes. Rows go under the study's next generation, which nobody sees before `publish` makes it the
 * study's, with everything else that came, in one transaction (docs/decisions/0020-import-generations.md).
 */
import type { Clock } from '@rounds/adapters/clock';
import type { ClientSession, Mongo } from '@rounds/adapters/mongo/client';
import { createAuditRepository } from '@rounds/adapters/mongo/audit.repository';
import { createCutIndexRepository } from '@rounds/adapters/mongo/cut-index.repository';
import { createDocumentsRepository } from '@rounds/adapters/mongo/documents.repository';
import { generationOf } from '@rounds/adapters/mongo/generations';
import { takeImportLease } from '@rounds/adapters/mongo/import-lease';
import { createImportsRepository } from '@rounds/adapters/mongo/imports.repository';
import { createRefusalsRepository, type Refusal } from '@rounds/adapters/mongo/refusals.repository';
import { createRecordsRepository } from '@rounds/adapters/mongo/records.repository';
import { createStudiesRepository } from '@rounds/adapters/mongo/studies.repository';
import type {
  DocumentDocument,
  ImportedDocuments,
  ImportedFile,
  RecordDocument,
  StudyDocument,
} from '@rounds/contracts/collections';
import { RoundsError } from '@rounds/contracts/errors';
import type { FieldFault } from '@rounds/contracts/rules';
import { createTouchedDays } from './touched-days.ts';

export interface Written {
  readonly added: readonly RecordDocument[];
  /** Ids of versions that others replace, or that are gone. */
  readonly ended: readonly string[];
  readonly refusals: readonly Refusal[];
}

export interface Published {
  readonly study: Omit<StudyDocument, 'generation'>;
  readonly files: readonly ImportedFile[];
  /** `readingOf` what it read by. */
  readonly reading: string;
  readonly report: ImportedDocuments;
  /** The metadata of the new and changed ones. */
  readonly documents: readonly DocumentDocument[];
}

/** Each throws RoundsError CONFLICT when another import has taken over. */
export interface ImportWriter {
  readonly importId: string;
  /** Mends what an import left that broke off. @throws RoundsError CONFLICT when one ended since the folder was read */
  begin: () => Promise<void>;
  write: (written: Written) => Promise<void>;
  publish: (published: Published) => Promise<void>;
  /** Keeps why it was refused, and takes back what it wrote. */
  refuse: (files: readonly ImportedFile[], faults: readonly FieldFault[]) => Promise<void>;
  /** It failed: nothing of it will be the study's. */
  breakOff: () => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** Of a dry run: it is read and judged, and nothing is written. */
export const DRY_WRITER: Omit<ImportWriter, 'importId'> = {
  begin: nothing,
  write: nothing,
  publish: nothing,
  refuse: nothing,
  breakOff: nothing,
};

export interface ImportActor {
  /** As entries of the audit trail name it. */
  readonly actorId: string;
  readonly reason?: string;
}

interface Begun {
  readonly studyId: string;
  readonly by: string;
  /** For the audit trail. */
  readonly actor: ImportActor;
  /** The study as the folder was read by it; null when there was none. */
  readonly study: StudyDocument | null;
  readonly at: Date;
}

const endedMeanwhile = (studyId: string): RoundsError =>
  new RoundsError('CONFLICT', `Another import of ${studyId} ended while the files were read; import again.`);

/** @throws RoundsError CONFLICT while another import of the study is under way */
export const openWriter = async (
  mongo: Pick<Mongo, 'collection' | 'client'>,
  { studyId, by, actor, study, at }: Begun,
  now: Clock,
): Promise<ImportWriter> => {
  const records = createRecordsRepository(mongo);
  const imports = createImportsRepository(mongo);
  const refused = createRefusalsRepository(mongo);
  const studies = createStudiesRepository(mongo);
  const audit = createAuditRepository(mongo);
  const visible = generationOf(study);
  const generation = visible + 1;
  const begun = { studyId, by, generation, startedAt: at };
  const touched = createTouchedDays(mongo, { studyId, generation });
  const { importId, guarded, stayAlive } = await takeImportLease(mongo, begun, now);

  /** In the transaction that ends the import. */
  const enter = (
    action: 'study.import' | 'study.refuse-import',
    files: readonly ImportedFile[],
    session: ClientSession,
  ): Promise<void> => {
    const sum = (count: 'rows' | 'inserted' | 'changed' | 'removed' | 'refused'): number =>
      files.reduce((total, file) => total + file[count], 0);
    const counts = { rows: sum('rows'), inserted: sum('inserted'), changed: sum('changed') };
    const details = { importId, ...counts, removed: sum('removed'), refused: sum('refused') };
    const target = { type: 'study', id: studyId };
    return audit.record({ ...actor, action, target, studyId, details }, now(), session);
  };

  const takeBack = () => records.takeBack(studyId, visible, guarded);
  const mend = async (): Promise<void> => {
    await takeBack();
    await guarded((session) => imports.tidied(studyId, visible, session));
  };
  return {
    importId,

    begin: async () => {
      if (generationOf(await studies.find(studyId)) !== visible) throw endedMeanwhile(studyId);
      if (await imports.mayHaveLeft(studyId, visible, importId)) await mend();
      await records.forget(studyId, visible);
    },

    write: async ({ added, ended, refusals }) => {
      if (added.length + ended.length + refusals.length === 0) return stayAlive();
      await guarded(async (session) => {
        await records.write(added, ended, generation, session);
        await refused.add({ importId, studyId, at }, refusals, session);
      });
      touched.add(added);
    },

    publish: async ({ study: published, files, reading, report, documents }) => {
      const days = study === null ? null : await touched.days();
      const { importedAt } = published;
      await guarded(async (session) => {
        await createDocumentsRepository(mongo).saveAll(documents, session);
        await studies.save({ ...published, generation }, session);
        if (study !== null && days !== null)
          await createCutIndexRepository(mongo).touch(
            { _id: importId, studyId, generation, importedAt, before: study.importedAt, days },
            session,
          );
        const done = { finishedAt: now(), files, reading, documents: report };
        await imports.end(studyId, importId, done, session);
        await enter('study.import', files, session);
      });
    },

    refuse: async (files, faults) => {
      await takeBack();
      const refused = { at: now(), faults };
      await guarded(async (session) => {
        await imports.end(studyId, importId, { files, refused }, session);
        await imports.tidied(studyId, visible, session);
        await enter('study.refuse-import', files, session);
      });
    },

    breakOff: () => guarded((session) => imports.end(studyId, importId, { brokeOffAt: now() }, session)),
  };
};
