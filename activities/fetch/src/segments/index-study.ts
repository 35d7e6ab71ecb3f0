/**
 * What a cut names of the study's rows: of what no import touched since the last cut, what that one named; the rest is
 * read anew. Who makes another cut of the same generation finds it done.
 */
import {
  rowsIn,
  type CutDataset,
  type CutRow,
  type CutSegment,
  type CutSubject,
} from '@rounds/contracts/cut';
import type { SegmentIndexDocument, StoredRange, StudyIndexDocument } from '@rounds/contracts/cut-index';
import type { SubjectSites } from '@rounds/contracts/subject-sites';
import type { AsOf, CutIndexRepository } from '@rounds/adapters/mongo/cut-index.repository';
import { joinTreatments } from '@rounds/adapters/mongo/treatments';
import type { Beat } from '@rounds/adapters/temporal/heartbeat';
import type { Days, SnapshotRow, StudySnapshot } from '../study-snapshot.ts';
import { ALL_DAYS, EVER, isStored, partsOf, planOf, type DayCount, type Stretch } from './ranges.ts';
import type { SegmentStore } from './store-segment.ts';
import type { TouchedDays, TouchedSince } from './touched-days.ts';

export interface Indexing {
  readonly snapshot: StudySnapshot;
  readonly index: CutIndexRepository;
  readonly touchedSince: TouchedSince;
  readonly store: SegmentStore;
  readonly beat: Beat;
  /** Rows of a segment at most. */
  readonly segmentRows: number;
  /** @throws RoundsError PAYLOAD_TOO_LARGE when these rows, with those before, are too many */
  readonly takeRows: (rows: number) => void;
}

const cutRow = ({ key, day, subject, receivedAt, row, faults }: SnapshotRow): CutRow => {
  const plain = { key, day, subject, receivedAt: receivedAt.toISOString(), row };
  return faults === undefined ? plain : { ...plain, faults };
};

/** `AsOf` of the study that is read. */
export const asOf = ({ study }: StudySnapshot): AsOf => ({
  studyId: study._id,
  generation: study.generation,
  importedAt: study.importedAt,
});

const readSegments = async (
  { snapshot, store, beat, segmentRows }: Indexing,
  dataset: CutDataset,
  days: Days,
): Promise<CutSegment[]> => {
  const segments: CutSegment[] = [];
  let rows: CutRow[] = [];
  for await (const batch of snapshot.rows(dataset, days)) {
    beat({ dataset, rows: rows.length });
    for (const row of batch) {
      if (rows.length === segmentRows) {
        segments.push(await store.rows(rows));
        rows = [];
      }
      rows.push(cutRow(row));
    }
  }
  if (rows.length > 0) segments.push(await store.rows(rows));
  return segments;
};

const isWithin = ({ start, end }: Stretch, { day }: DayCount): boolean =>
  day !== null && day >= start && (end === null || day < end);

const readDays = async (
  indexing: Indexing,
  dataset: CutDataset,
  stretch: Stretch,
): Promise<StoredRange[]> => {
  const counts = await indexing.snapshot.countDays(dataset, stretch);
  indexing.takeRows(rowsIn(counts));
  const ranges: StoredRange[] = [];
  for (const part of partsOf(stretch, counts, indexing.segmentRows)) {
    const segments = await readSegments(indexing, dataset, part);
    // Counted by itself: a cursor that ended early would not say so.
    const expected = rowsIn(counts.filter((count) => isWithin(part, count)));
    ranges.push({ start: part.start, segments, expected });
  }
  return ranges;
};

const readUndated = async (indexing: Indexing, dataset: CutDataset): Promise<StoredRange> => {
  const expected = rowsIn(await indexing.snapshot.countDays(dataset, 'none'));
  indexing.takeRows(expected);
  return { start: EVER, segments: await readSegments(indexing, dataset, 'none'), expected };
};

const takeOver = ({ takeRows }: Indexing, range: StoredRange): StoredRange => {
  takeRows(rowsIn(range.segments));
  return range;
};

/** The rows of a dataset at the generation of the snapshot. */
export const indexDataset = async (
  indexing: Indexing,
  dataset: CutDataset,
): Promise<SegmentIndexDocument> => {
  const { snapshot, index, store, touchedSince } = indexing;
  const at = asOf(snapshot);
  const known = await index.segments(at, dataset);
  const touched = known && (await touchedSince(known));
  const plan = known && touched ? planOf(known, touched(dataset), indexing.segmentRows) : ALL_DAYS;
  const ranges: StoredRange[] = [];
  for (const part of plan.days)
    if (isStored(part)) ranges.push(takeOver(indexing, part));
    else ranges.push(...(await readDays(indexing, dataset, part)));
  const undated =
    plan.undated === 'read' ? await readUndated(indexing, dataset) : takeOver(indexing, plan.undated);
  if (known !== null && touched !== null && known.generation === at.generation) return known;
  await store.settled();
  return index.keepSegments({ ...at, at: snapshot.at, dataset, ranges, undated });
};

const bySubject = (a: CutSubject, b: CutSubject): number => (a.subject < b.subject ? -1 : 1);

const subjectsOf = ({ siteOf, uncertain }: SubjectSites): readonly CutSubject[] =>
  [
    ...[...siteOf].map(([subject, siteId]) => ({ subject, siteId })),
    ...[...uncertain].map(([subject, sites]) => ({ subject, siteId: null, sites })),
  ].sort(bySubject);

/** Domains whose rows tell treatments. */
const TELLING = ['DM', 'EX', 'TA', 'TS'];

const treatmentsOf = async (
  { snapshot }: Indexing,
  known: StudyIndexDocument | null,
  touched: TouchedDays | null,
): Promise<StudyIndexDocument['treatments']> => {
  if (known === null || touched === null) return snapshot.treatments();
  const days = [...new Set(TELLING.flatMap((domain) => [...touched(domain)]))];
  // What is gone since is still told: a text may name it.
  const { formerTreatments } = snapshot.study;
  const before = joinTreatments(known.treatments, formerTreatments);
  return days.length === 0
    ? before
    : joinTreatments(before, await snapshot.treatments({ day: { $in: days } }));
};

/** Where subjects are, and the treatments, at the generation of the snapshot. */
export const indexStudy = async (indexing: Indexing): Promise<StudyIndexDocument> => {
  const { snapshot, index, store, touchedSince } = indexing;
  const at = asOf(snapshot);
  const known = await index.study(at);
  const touched = known && (await touchedSince(known));
  if (known !== null && touched !== null && known.generation === at.generation) return known;
  const read = async () => {
    const subjects = subjectsOf(await snapshot.sites());
    return store.text(JSON.stringify(subjects), subjects.length);
  };
  const subjects =
    known === null || touched === null || touched('DM').size > 0 ? await read() : known.subjects;
  const treatments = await treatmentsOf(indexing, known, touched);
  await store.settled();
  return index.keepStudy({ ...at, at: snapshot.at, subjects, treatments });
};
