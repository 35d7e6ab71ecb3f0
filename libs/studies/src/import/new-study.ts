/** The study's document as an import leaves it. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { joinTreatments, readTreatments } from '@rounds/adapters/mongo/treatments';
import type { StudyDocument, StudySettings } from '@rounds/contracts/collections';
import type { CutTreatments } from '@rounds/contracts/cut';
import { blindedTitle } from './blinded-title.ts';
import type { ImportedDomains } from './imported-domains.ts';
import { trialSummary } from './trial-summary.ts';

interface Imported {
  readonly studyId: string;
  readonly study: StudyDocument | null;
  readonly importId: string;
  readonly at: Date;
  readonly by: string;
  readonly shiftDays: number | null;
  /** Of the folder's own file; absent without one. */
  readonly settings?: StudySettings | undefined;
  readonly domains: ImportedDomains;
}

/** Of rows that are gone, or go by this import: the next one deletes them. */
const formerTreatments = async (
  mongo: Pick<Mongo, 'collection'>,
  { studyId, study }: Imported,
): Promise<CutTreatments> =>
  joinTreatments(
    await readTreatments(mongo.collection('records'), studyId, {}, { until: { $exists: true } }),
    study?.formerTreatments,
  );

export const newStudy = async (
  mongo: Pick<Mongo, 'collection'>,
  imported: Imported,
): Promise<StudyDocument> => {
  const { studyId, study, importId, at, by, shiftDays, settings, domains } = imported;
  const former = await formerTreatments(mongo, imported);
  const treatments = joinTreatments(await readTreatments(mongo.collection('records'), studyId), former);
  const summary = trialSummary(studyId, await domains.rowsOf('TS'));
  return {
    _id: studyId,
    ...summary,
    ...blindedTitle(summary.title, treatments),
    importedAt: at,
    deliveries: { ...study?.deliveries, ...domains.deliveries({ importId, at, by }) },
    formerTreatments: former,
    ...(shiftDays === null ? {} : { shiftDays }),
    ...(settings === undefined ? {} : { settings }),
  };
};
