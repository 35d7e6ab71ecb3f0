/** The study's document as an import leaves it. */
import type { Mongo } from '@rounds/adapters/mongo/client';
import { joinTreatments, readTreatments } from '@rounds/adapters/mongo/treatments';
import type {
  ImportedFile,
  StoredDelivery,
  StudyDocument,
  StudySettings,
} from '@rounds/contracts/collections';
import type { CutTreatments } from '@rounds/contracts/cut';
import { defined } from '@rounds/contracts/defined';
import { blindedTitle } from './blinded-title.ts';
import type { ImportedDomains } from './imported-domains.ts';
import type { TrialSummary } from './trial-summary.ts';

interface Imported {
  readonly studyId: string;
  readonly study: StudyDocument | null;
  readonly delivery: Pick<StoredDelivery, 'importId' | 'at' | 'by'>;
  readonly shiftDays: number | null;
  /** Of the folder's own file; absent without one. */
  readonly settings?: StudySettings | undefined;
  readonly trial: TrialSummary;
  readonly domains: ImportedDomains;
  readonly unchanged: readonly ImportedFile[];
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

/** They came again, as they were. */
const deliveredAgain = ({ study, unchanged, delivery }: Imported): Record<string, StoredDelivery> => {
  const names = new Set(unchanged.flatMap(({ domains }) => domains));
  const before = Object.entries(study?.deliveries ?? {}).filter(([name]) => names.has(name));
  return Object.fromEntries(before.map(([name, earlier]) => [name, { ...earlier, ...delivery }]));
};

export const newStudy = async (
  mongo: Pick<Mongo, 'collection'>,
  imported: Imported,
): Promise<Omit<StudyDocument, 'generation'>> => {
  const { studyId, study, delivery, shiftDays, settings, trial, domains } = imported;
  const former = await formerTreatments(mongo, imported);
  const treatments = joinTreatments(await readTreatments(mongo.collection('records'), studyId), former);
  return {
    _id: studyId,
    ...trial,
    ...blindedTitle(trial.title, treatments),
    importedAt: delivery.at,
    deliveries: {
      ...study?.deliveries,
      ...deliveredAgain(imported),
      ...domains.deliveries(delivery),
    },
    formerTreatments: former,
    ...(shiftDays === null ? {} : { shiftDays }),
    ...defined({ settings }),
  };
};
