/** One pass over the cut, each row told to the report type's figures and compared with the row last delivered. */
import { isWithinSites, type CutDocument, type CutRow, type DatedDomain } from '@rounds/contracts/cut';
import type { Changes, Counts } from '@rounds/contracts/dataset';
import type { Scope } from '@rounds/contracts/scope';
import type { Aggregator, Made, Reading } from '@rounds/report-types/aggregator';
import { combine, until } from '@rounds/report-types/folds/fold';
import { foldPartialDates } from '@rounds/report-types/folds/partial-dates';
import type { StudyRow } from '@rounds/report-types/folds/study-row';
import { tallyCounts } from '@rounds/report-types/folds/tally';
import { foldChanges } from './changes.ts';
import type { Cut } from './cut-reader.ts';
import type { StageInput } from './make-dataset.ts';
import { pairedRows } from './paired-rows.ts';

const BEAT_EVERY_ROWS = 2_000;

export interface ReadRows<Content> {
  readonly made: Made<Content>;
  readonly changes: Changes['byDomain'];
  readonly partialDates: Counts;
  readonly undated: Counts;
}

/** The rows of the domain whose subjects the scope may see, in the order of their keys. */
async function* rowsInScope(cut: Cut, domain: DatedDomain, sites: Scope['sites']): AsyncGenerator<StudyRow> {
  for await (const row of cut.rows(domain)) if (isStudyRow(row, cut, sites)) yield withSite(row, cut);
}

type DatedRow = CutRow & Pick<StudyRow, 'day' | 'subject'>;

const isStudyRow = (row: CutRow, cut: Cut, sites: Scope['sites']): row is DatedRow =>
  row.subject !== null &&
  row.day !== null &&
  isWithinSites(sites, { siteId: null, subject: row.subject }, cut.siteOf);

const withSite = (row: DatedRow, cut: Cut): StudyRow => ({
  ...row,
  siteId: cut.siteOf(row.subject) ?? null,
});

async function* noRows(): AsyncGenerator<StudyRow> {
  // An empty file to pair with: nothing was delivered before.
}

const undatedRows = async (cut: Cut, sites: Scope['sites']): Promise<Counts> => {
  const tally = tallyCounts();
  for await (const { domain, subject } of cut.undated())
    if (isWithinSites(sites, { siteId: null, subject }, cut.siteOf)) tally.add(domain);
  return tally.result();
};

export const readRows = async <Content extends object>(
  aggregator: Aggregator<Content>,
  reading: Reading,
  { cut, previous, beat }: Pick<StageInput, 'cut' | 'previous' | 'beat'>,
): Promise<ReadRows<Content>> => {
  const { sites } = reading.scope;
  const report = combine({
    made: aggregator.fold(reading),
    partialDates: until(reading.period.end, foldPartialDates()),
  });
  const changes = foldChanges();
  for (const domain of aggregator.domains) {
    let rows = 0;
    const earlier = typeof previous === 'string' ? noRows() : rowsInScope(previous, domain, sites);
    for await (const pair of pairedRows(rowsInScope(cut, domain, sites), earlier)) {
      if (rows % BEAT_EVERY_ROWS === 0) beat({ domain, rows });
      rows += 1;
      changes.add(domain, pair);
      if (pair.current !== undefined) report.on[domain]?.(pair.current);
    }
  }
  const { made, partialDates } = report.result();
  return { made, partialDates, changes: changes.result(), undated: await undatedRows(cut, sites) };
};

/** Those of the cut within the scope: the report may show fewer. */
export const visibleDocuments = (cut: Cut, { sites }: Scope): readonly CutDocument[] =>
  cut.manifest.documents.filter((document) => isWithinSites(sites, document, cut.siteOf));
