/** One pass over the cut, each row handed to the report type's figures and compared with the row last delivered. */
import { isWithinSites, type CutDataset, type CutDocument, type CutRow } from '@rounds/contracts/cut';
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
import type { Part } from './cut-rows.ts';
import { foldDayless, type DaylessRows } from './dayless-rows.ts';
import { takePast } from './past-parts.ts';
import { readDataset, type Side } from './read-dataset.ts';
import type { StageInput } from './stage-input.ts';
import { viewOf } from './visible-rows.ts';

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

/** A cut of another report type, or of this type before it read the dataset, does not hold it. */
const earlierOf = (
  previous: StageInput['previous'],
  name: CutDataset,
  sites: Scope['sites'],
): Side | undefined => {
  if (typeof previous === 'string') return undefined;
  return previous.holds(name)
    ? { parts: previous.parts(name), view: viewOf(previous, name, sites) }
    : { parts: [], view: () => undefined };
};

export const readRows = async <Content extends WithPrevious>(
  aggregator: Aggregator<Content>,
  reading: Reading,
  { cut, previous, beat, pasts }: Pick<StageInput, 'cut' | 'previous' | 'beat' | 'pasts'>,
): Promise<ReadRows<Content>> => {
  const { sites } = reading.scope;
  const figuresOf = (of: Reading) =>
    combine({
      made: aggregator.fold(of),
      partialDates: until(of.period.end, foldPartialDates(of.period.end)),
    });
  const report = figuresOf(reading);
  const last = foldLast(aggregator, reading, previous);
  const take =
    pasts &&
    takePast({
      ...{ aggregator, reading, cut, previous, pasts, fold: figuresOf },
      absorb: (saved) => {
        report.absorb(saved);
        last?.absorb((saved as { readonly made: unknown }).made);
      },
    });
  const changes = compareWith(aggregator, reading, previous);
  const dayless = foldDayless(aggregator, reading, cut);
  const counts = tallyCounts();
  const ends = {
    current: reading.period.end,
    previous: typeof previous === 'string' ? '' : previous.manifest.period.end,
  };

  const tellDayless = (domain: CutDataset) => {
    const placeOf = cut.placeOf(domain);
    return ({ subject, day, row }: CutRow): void => {
      const place = placeOf(day);
      if (place === 'undated' || place === 'implausible') dayless.add({ domain, subject, day, row });
    };
  };

  const readOne = async (domain: CutDataset): Promise<void> => {
    let rows = 0;
    const tell = (pair: Pair): void => {
      changes?.add(domain, domain === 'DM' ? comparedPair(pair, ends) : pair);
      if (pair.previous !== undefined && last !== undefined) feed(last, domain, pair.previous);
      if (pair.current === undefined) return;
      rows += 1;
      feed(report, domain, pair.current);
    };
    const now = { parts: cut.parts(domain), view: viewOf(cut, domain, sites) };
    const tellPart = async (part: Part): Promise<boolean> => {
      const taken = (await take?.(domain, part)) ?? null;
      rows += taken ?? 0;
      return taken !== null;
    };
    await readDataset(earlierOf(previous, domain, sites), now, {
      ...{ tell, tellEach: tellDayless(domain), tellPart: take && tellPart },
      onPart: () => {
        beat({ domain, rows });
      },
    });
    counts.add(domain, rows);
  };

  for (const domain of aggregator.domains) await readOne(domain);
  for (const line of (await cut.dayless?.()) ?? []) dayless.add(line);
  const { made, partialDates } = report.result();
  return {
    made,
    ...(last && { last: last.result().content }),
    ...(changes && { compared: changes.result() }),
    partialDates,
    rows: counts.result(),
    dayless: dayless.result(),
  };
};

/** Those of the cut within the scope: the report may show fewer. */
export const visibleDocuments = (cut: Cut, { sites }: Scope): readonly CutDocument[] =>
  cut.manifest.documents.filter((document) => isWithinSites(sites, document, cut.siteOf));
