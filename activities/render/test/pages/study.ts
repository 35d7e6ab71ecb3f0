/** From the rows of a study to what the render stage is given, without a server and without a cut. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { Changes, Dataset, Documents } from '@rounds/contracts/dataset';
import type { Period } from '@rounds/contracts/period';
import { AGGREGATORS } from '@rounds/report-types/aggregators';
import { REPORT_TYPES, type ReportTypeId } from '@rounds/report-types/catalogue';
import { addDays } from '@rounds/report-types/folds/days';
import { datasetOf } from '@rounds/report-types/testing/dataset-of';
import type { ToldRow } from '@rounds/report-types/testing/fold-rows';
import { completeImages } from '../../src/dataset.ts';
import type { DrawTask } from '../../src/draw.ts';
import { deriveImage, type Derivation } from '../../src/images/derive-image.ts';
import { withImages } from '../../src/stored-dataset.ts';

export interface Study {
  readonly study: Dataset['study'];
  readonly period: Period;
  readonly planned: number | null;
  readonly rows: readonly ToldRow[];
  readonly changes: Changes;
  readonly documents: Documents;
  /** Bytes of the images by their SHA-256. */
  readonly bytes: ReadonlyMap<string, Buffer>;
}

export const weekFrom = (start: string): Period => ({ start, end: addDays(start, 7) });

/** As if each row had come two days after its day. */
export const received = ({ domain, row }: ToldRow): ToldRow => ({
  domain,
  row: { ...row, receivedAt: `${addDays(row.day ?? '2000-01-01', 2)}T09:00:00.000Z` },
});

const filesOf = (rows: readonly ToldRow[]): Dataset['manifest']['files'] => {
  const names = [...new Set(rows.map(({ domain }) => domain))];
  return names.map((name) => {
    const own = rows.filter(({ domain }) => domain === name).map(({ row }) => row.row);
    const hash = sha256Of(JSON.stringify(own));
    return { name, key: `cuts/run-1/${name}.${hash}.ndjson.gz`, sha256: hash, rows: own.length };
  });
};

const documentsOf = ({ texts, images }: Documents): Dataset['manifest']['documents'] =>
  [...texts, ...images].map(({ documentId, title, sha256: hash }, index) => ({
    documentId,
    title,
    sha256: hash,
    bytes: 4_096 + 1_237 * index,
  }));

const showsDocuments = (type: ReportTypeId): boolean =>
  REPORT_TYPES[type].sections.some(({ id }) => id === 'documents' || id === 'narratives');

const nothing: Documents = { texts: [], images: [] };

/** What the type reads and compares of them. */
const changesFor = (type: ReportTypeId, { changes }: Study): Changes => {
  const { domains, compared } = AGGREGATORS[type];
  const isRead = (domain: string) => domains.some((each) => each === domain);
  return {
    ...changes,
    byDomain: Object.fromEntries(Object.entries(changes.byDomain).filter(([domain]) => isRead(domain))),
    figures: (changes.figures ?? []).filter(({ figure }) => compared.some(({ path }) => path === figure)),
    rows: (changes.rows ?? []).filter(({ domain }) => isRead(domain)),
  };
};

const datasetFor = (type: ReportTypeId, study: Study): Dataset => {
  const own = study.rows.filter(({ domain }) => AGGREGATORS[type].domains.includes(domain));
  const documents = showsDocuments(type) ? study.documents : nothing;
  const dataset = datasetOf(REPORT_TYPES[type], AGGREGATORS[type], {
    rows: own,
    period: study.period,
    planned: study.planned,
    envelope: { study: study.study, changes: changesFor(type, study), documents },
  });
  return {
    ...dataset,
    manifest: { ...dataset.manifest, files: filesOf(own), documents: documentsOf(documents) },
  };
};

const noHeic = () => Promise.reject(new Error('The sample holds no HEIC.'));

/** What is drawn as this type's PDF. */
export const taskFor = async (type: ReportTypeId, study: Study): Promise<DrawTask> => {
  const dataset = datasetFor(type, study);
  const derivations = new Map<string, Derivation>();
  for (const { sha256: hash } of dataset.documents.images) {
    const bytes = study.bytes.get(hash);
    if (bytes !== undefined) derivations.set(hash, await deriveImage(bytes, noHeic));
  }
  const { images, pictures } = completeImages(dataset.documents.images, derivations);
  return { format: 'pdf', dataset: withImages(dataset, images), pictures };
};
