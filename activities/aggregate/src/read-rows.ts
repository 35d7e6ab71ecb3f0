/** One pass over the cut, each row handed to the report type's figures and compared with the row last delivered. */
import {
  isOperational,
  isWithinSites,
  type CutDataset,
  type CutDocument,
  type CutRow,
} from '@rounds/contracts/cut';
import type { Counts } from '@rounds/contracts/dataset';
import type { LocalDate } from '@rounds/contracts/period';
import { RoundsError } from '@rounds/contracts/errors';
import type { Scope } from '@rounds/contracts/scope';
import type { Aggregator, Made, Reading, WithPrevious } from '@rounds/report-types/aggregator';
import { combine, feed, until, type Fold } from '@rounds/report-types/folds/fold';
import { foldPartialDates } from '@rounds/report-types/folds/partial-dates';
import type { SubjectRow } from '@rounds/report-types/folds/study-row';
import { tallyCounts } from '@rounds/report-types/folds/tally';
import { knownOf } from '@rounds/report-types/terms/known';
import { foldChanges, type ComparedRows } from './changes.ts';
import type { Pair } from './changed-row.ts';
import type { Cut } from './cut-reader.ts';
import { readDayless, type DaylessRows } from './dayless-rows.ts';
import type { StageInput } from './stage-input.ts';
import { isOperationalWithin } from './operational-scope.ts';
import { pairedRows } from './paired-rows.ts';

const BEAT_EVERY_ROWS = 2_000;

export interface ReadRows<Content> {
  readonly made: Made<Content>;
  /** What the last report knew, of its own period; absent where nothing, or not all of it, can be compared. */
  readonly last?: Content;
  /** Absent where nothing was delivered before, or is no longer kept. */
  readonly compared?: ComparedRows;
  readonly partialDates: Counts;
  /** Those of the scope, by dataset. */
  readonly rows: Counts;
  readonly dayless: DaylessRows;
}

/** The rows of the dataset that the scope may see, in the order of their keys. */
async function* rowsInScope(cut: Cut, name: CutDataset, sites: Scope['sites']): AsyncGenerator<SubjectRow> {
  const show = isOperational(name) ? operationalRow : subjectRow;
  for await (const row of cut.rows(name)) {
    const shown = show(row, cut, sites);
    if (shown !== undefined) yield shown;
  }
}

/** Only a row of DM is there without a day. */
const subjectRow = (row: CutRow, cut: Cut, sites: Scope['sites']): SubjectRow | undefined => {
  const { subject } = row;
  if (subject === null || !isWithinSites(sites, { siteId: null, subject }, cut.siteOf)) return undefined;
  return { ...row, subject, siteId: cut.siteOf(subject) ?? null };
};

const operationalRow = (row: CutRow, cut: Cut, sites: Scope['sites']): SubjectRow | undefined => {
  const { subject, day } = row;
  if (day === null || !isOperationalWithin(sites, row, cut)) return undefined;
  const { SITEID } = row.row;
  return { ...row, subject: subject ?? '', day, siteId: SITEID === undefined ? null : String(SITEID) };
};

async function* noRows(): AsyncGenerator<SubjectRow> {
  // An empty file to pair with: nothing was delivered before.
}

/** A cut of another report type, or of this type before it read the dataset, does not hold it. */
const earlierRows = (
  previous: StageInput['previous'],
  name: CutDataset,
  sites: Scope['sites'],
): AsyncGenerator<SubjectRow> =>
  typeof previous === 'string' || !previous.holds(name) ? noRows() : rowsInScope(previous, name, sites);

/**
 * A cut holds each row of DM whatever its day. Rows are compared as of the ends of the two periods, so one of a later day
 * is in neither report yet; one without a day of its own is in both.
 */
const comparedPair = ({ current, previous }: Pair, ends: Readonly<Record<keyof Pair, LocalDate>>): Pair => {
  const isThere = (row: SubjectRow | undefined, end: LocalDate) =>
    row !== undefined && (row.day === null || row.day < end) ? row : undefined;
  return {
    current: isThere(current, ends.current),
    previous: isThere(previous, ends.previous),
  };
};

/** The last report's figures are computed anew from its cut, in the same pass: by today's definitions. */
const foldLast = <Content extends WithPrevious>(
  aggregator: Aggregator<Content>,
  reading: Reading,
  previous: StageInput['previous'],
): Fold<Made<Content>> | undefined => {
  if (typeof previous === 'string' || !aggregator.domains.every(previous.holds)) return undefined;
  const { period, plannedSubjects } = previous.manifest;
  const planned = reading.scope.sites === 'all' ? plannedSubjects : null;
  try {
    return aggregator.fold({ ...reading, period, planned, known: knownOf(previous.manifest) });
  } catch (error) {
    // Today's parameters may not fit the days of then: a range that begins after them.
    if (error instanceof RoundsError && error.code === 'INVALID_INPUT') return undefined;
    throw error;
  }
};

const compareWith = (
  { compared }: Pick<Aggregator, 'compared'>,
  { period, scope, label, known }: Reading,
  previous: StageInput['previous'],
) => {
  if (typeof previous === 'string') return undefined;
  const { sites } = previous.manifest;
  return foldChanges({
    start: period.start,
    unblinded: scope.unblinded,
    label,
    couldHold: (domain, siteId) =>
      previous.holds(domain) && (sites === 'all' || (siteId !== null && sites.includes(siteId))),
    compared,
    known: { current: known, previous: knownOf(previous.manifest) },
  });
};

export const readRows = async <Content extends WithPrevious>(
  aggregator: Aggregator<Content>,
  reading: Reading,
  { cut, previous, beat }: Pick<StageInput, 'cut' | 'previous' | 'beat'>,
): Promise<ReadRows<Content>> => {
  const { sites } = reading.scope;
  const report = combine({
    made: aggregator.fold(reading),
    partialDates: until(reading.period.end, foldPartialDates(reading.period.end)),
  });
  const last = foldLast(aggregator, reading, previous);
  const changes = compareWith(aggregator, reading, previous);
  const ends = {
    current: reading.period.end,
    previous: typeof previous === 'string' ? '' : previous.manifest.period.end,
  };
  const counts = tallyCounts();
  for (const domain of aggregator.domains) {
    let rows = 0;
    const earlier = earlierRows(previous, domain, sites);
    for await (const pair of pairedRows(rowsInScope(cut, domain, sites), earlier)) {
      if (rows % BEAT_EVERY_ROWS === 0) beat({ domain, rows });
      rows += 1;
      changes?.add(domain, domain === 'DM' ? comparedPair(pair, ends) : pair);
      if (pair.previous !== undefined && last !== undefined) feed(last, domain, pair.previous);
      if (pair.current === undefined) continue;
      counts.add(domain);
      feed(report, domain, pair.current);
    }
  }
  const { made, partialDates } = report.result();
  return {
    made,
    ...(last && { last: last.result().content }),
    ...(changes && { compared: changes.result() }),
    partialDates,
    rows: counts.result(),
    dayless: await readDayless(aggregator, reading, cut),
  };
};

/** Those of the cut within the scope: the report may show fewer. */
export const visibleDocuments = (cut: Cut, { sites }: Scope): readonly CutDocument[] =>
  cut.manifest.documents.filter((document) => isWithinSites(sites, document, cut.siteOf));
