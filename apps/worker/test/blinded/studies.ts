/** The sample and the real study as frozen cuts, a week apart, with treatments wherever a study may name them. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { storeCut, storeDocument } from '@rounds/activities-aggregate/testing/cut';
import type { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { readRealStudy } from '@rounds/adapters/testing/real-study';
import { rowDay } from '@rounds/adapters/testing/rows';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { SdtmRow } from '@rounds/contracts/received';
import {
  DATED_DOMAINS,
  OPERATIONAL_DAYS,
  type CutDataset,
  type CutDocument,
  type CutRow,
} from '@rounds/contracts/cut';
import type { Period } from '@rounds/contracts/period';
import type { CutRef } from '@rounds/contracts/run';
import { addDays } from '@rounds/report-types/folds/days';
import { skinPhotograph } from '@rounds/studies/sample/pictures';
import { TITLE } from '@rounds/studies/sample/protocol';
import { withReferenceWeek } from '@rounds/studies/sample/reference-week';
import { dateOf } from '@rounds/studies/sample/row-of';
import { rowsOf } from '@rounds/studies/sample/rows';
import { simulate } from '@rounds/studies/sample/subjects';
import { treatmentsOf } from './needles.ts';

type Rows = Readonly<Record<(typeof DATED_DOMAINS)[number], readonly SdtmRow[]>>;

export interface FrozenStudy {
  readonly period: Period;
  readonly cut: CutRef;
  readonly previousCut: CutRef;
  readonly treatments: ReturnType<typeof treatmentsOf>;
  /** The study's own hashes, which would let a reader try treatments until they fit. */
  readonly testable: readonly string[];
}

const hashOf = (row: SdtmRow): string => sha256Of(canonicalJson(row));

const cutRows = (domain: CutDataset, rows: readonly SdtmRow[]): CutRow[] =>
  rows.map((row, index) => ({
    key: `${String(row.USUBJID ?? '')}|${String(index).padStart(6, '0')}`,
    day: domain in OPERATIONAL_DAYS ? '2013-01-01' : rowDay(domain as (typeof DATED_DOMAINS)[number], row),
    subject: row.USUBJID === undefined ? null : String(row.USUBJID),
    receivedAt: '2013-01-03T00:00:00.000Z',
    hash: hashOf(row),
    row,
  }));

const until = (end: string, rows: readonly CutRow[]): CutRow[] =>
  rows.filter(({ day }) => day !== null && day < end);

/** The row at `index`, otherwise. */
const changedAt = (rows: readonly CutRow[], index: number, variables: SdtmRow): CutRow[] =>
  rows.map((each, at) => {
    if (at !== index) return each;
    const row = { ...each.row, ...variables };
    return { ...each, row, hash: hashOf(row) };
  });

/** What stands in the texts of a study: each arm, drug and dose in the spellings of people. */
const narrative = ({ names, codes, doses }: ReturnType<typeof treatmentsOf>): string =>
  [...names, ...codes, ...doses]
    .flatMap((name) => [
      name,
      name.toUpperCase(),
      name.toLowerCase().replaceAll(' ', '-'),
      name.replaceAll(' ', '_'),
    ])
    .map((name) => `The subject was assigned to arm ${name}, and took ${name}.`)
    .join('\n\n');

const documentsOf = async (
  objects: ReturnType<typeof memoryObjectStore>,
  treatments: ReturnType<typeof treatmentsOf>,
  subject: string,
  period: Period,
): Promise<CutDocument[]> => {
  const [arm = '', drug = ''] = treatments.names;
  const receivedOn = period.start;
  return [
    await storeDocument(objects, Buffer.from(narrative(treatments)), {
      documentId: 'doc_text',
      title: `Narrative: ${arm}`,
      fileName: `${drug}.md`,
      mediaType: 'text/markdown',
      subject,
      receivedOn,
    }),
    await storeDocument(objects, await skinPhotograph('7', 0.5), {
      documentId: 'doc_image',
      kind: 'image',
      title: `Skin, ${arm}`,
      caption: `Under ${drug}, ${treatments.doses.at(-1) ?? ''}`,
      fileName: `${arm.replaceAll(' ', '_')}.jpg`,
      mediaType: 'image/jpeg',
      receivedOn,
    }),
    await storeDocument(objects, Buffer.from('no image'), {
      documentId: 'doc_broken',
      kind: 'image',
      title: `Refused: ${drug}`,
      fileName: `${drug} ${arm}.png`,
      mediaType: 'image/png',
      receivedOn,
    }),
  ];
};

const staff = (
  [arm = '', drug = '']: readonly string[],
  SITEID: string,
): Record<'TRAINING' | 'QUERIES', CutRow[]> => ({
  TRAINING: cutRows('TRAINING', [
    {
      LEARNID: 'L1',
      LEARNER: 'Ada Byron',
      DEPT: `${arm} unit`,
      COURSEID: 'C1',
      COURSE: `How to give ${drug}`,
      TRSTAT: 'COMPLETED',
      ENRLDTC: '2013-01-01',
      COMPDTC: '2013-01-02',
      SITEID,
    },
  ]),
  QUERIES: cutRows('QUERIES', [
    { QUERYID: `Q-${arm}`, SITEID, QDOMAIN: 'EX', QVAR: 'EXDOSE', OPENDTC: '2013-01-01' },
  ]),
});

const freeze = async (
  objects: ReturnType<typeof memoryObjectStore>,
  rows: Rows,
  period: Period,
  studyTitle: string,
): Promise<FrozenStudy> => {
  const treatments = treatmentsOf(rows);
  const [arm = '', drug = ''] = treatments.names;
  const dated = Object.fromEntries(
    DATED_DOMAINS.map((domain) => [domain, until(period.end, cutRows(domain, rows[domain]))]),
  ) as Record<(typeof DATED_DOMAINS)[number], CutRow[]>;
  const [subject] = dated.DM;
  const beside = staff(treatments.names, String(subject?.row.SITEID));
  const within = dated.AE.findIndex(({ day }) => (day ?? '') >= period.start);
  const now = {
    ...dated,
    ...beside,
    AE: changedAt(
      changedAt(
        changedAt(dated.AE, within, {
          AETERM: `${arm} EFFECT`,
          AEDECOD: `${drug} EFFECT`,
          AESER: 'Y',
          AESEV: 'SEVERE',
        }),
        0,
        { AETERM: `${arm} only` },
      ),
      1,
      { AETERM: `RASH ON ${drug}`, AESER: 'Y' },
    ),
    SV: changedAt(dated.SV, dated.SV.length - 1, { VISIT: `${arm} RUN-IN` }),
  };
  const earlier = Object.fromEntries(
    Object.entries(now).map(([domain, list]) => [domain, until(period.start, list)]),
  ) as typeof now;
  const before = {
    ...earlier,
    DM: changedAt(earlier.DM, 0, { ARM: '', ARMCD: '', ACTARM: drug, ACTARMCD: '' }),
    EX: changedAt(earlier.EX, 0, { EXDOSE: 999, EXTRT: arm }),
    AE: changedAt(
      changedAt(
        earlier.AE.filter((_, index) => index !== 2),
        0,
        { AETERM: `${drug} only` },
      ),
      1,
      { AETERM: `RASH ON ${arm}`, AESER: 'N' },
    ),
    TRAINING: changedAt(earlier.TRAINING, 0, { COURSE: `How to give ${arm}`, TRSTAT: 'IN PROGRESS' }),
  };
  const documents = await documentsOf(objects, treatments, subject?.subject ?? '', period);
  const last = { start: addDays(period.start, -7), end: period.start };
  const manifest = {
    ...{ studyTitle: `${studyTitle}: ${arm}, ${drug}`, treatments, studyId: 'STUDY-1' },
    latestDay: period.end,
  };
  const previousCut = await storeCut(objects, {
    rows: before,
    manifest: { ...manifest, runId: 'run-0', period: last },
  });
  const cut = await storeCut(objects, { rows: now, manifest: { ...manifest, period, documents } });
  const files = [...objects.objects.keys()].flatMap((key) => /\.([0-9a-f]{64})\.ndjson/.exec(key)?.[1] ?? []);
  return { period, cut, previousCut, treatments, testable: [...files, sha256Of(narrative(treatments))] };
};

export const sampleStudy = (objects: ReturnType<typeof memoryObjectStore>): Promise<FrozenStudy> => {
  const { subjects, highlights } = withReferenceWeek(simulate({ seed: 1, sites: 5, subjects: 40 }));
  const start = dateOf(highlights.monday);
  const rows = rowsOf(subjects, 40) as unknown as Rows;
  return freeze(objects, rows, { start, end: addDays(start, 7) }, TITLE);
};

/** One site of it, which has every arm. */
export const realStudy = (objects: ReturnType<typeof memoryObjectStore>): Promise<FrozenStudy> => {
  const files = Object.fromEntries(
    DATED_DOMAINS.map((domain) => [domain, readRealStudy(domain)]),
  ) as unknown as Rows;
  const sites = ['701'];
  const subjects = new Set(
    files.DM.filter(({ SITEID }) => sites.includes(String(SITEID))).map(({ USUBJID }) => USUBJID),
  );
  const rows = Object.fromEntries(
    DATED_DOMAINS.map((domain) => [domain, files[domain].filter(({ USUBJID }) => subjects.has(USUBJID))]),
  ) as unknown as Rows;
  return freeze(objects, rows, { start: '2013-09-02', end: '2013-09-09' }, 'A pilot');
};
