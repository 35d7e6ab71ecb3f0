/** One pass over the cut, each row told to every figure and compared with the row last delivered. */
import {
  DATED_DOMAINS,
  isWithinSites,
  type CutDocument,
  type CutRow,
  type DatedDomain,
} from '@rounds/contracts/cut';
import type { Changes, Counts } from '@rounds/contracts/dataset';
import type { Scope } from '@rounds/contracts/scope';
import type { AggregatorInput } from '../aggregator.ts';
import type { Cut } from '../cut-reader.ts';
import { foldLabSignals, foldLastActivity, foldNewDeaths } from './attention.ts';
import { foldChanges } from './changes.ts';
import { foldDataQuality } from './data-quality.ts';
import { periodBefore } from './days.ts';
import { foldFigures, type FiguresContext } from './figures.ts';
import { combine, until, type Fold } from './fold.ts';
import { foldListings } from './listings.ts';
import { remembered } from './mask.ts';
import { pairedRows } from './paired-rows.ts';
import type { StudyRow } from './study-row.ts';
import { tallyCounts } from './tally.ts';
import { foldTrends } from './trends.ts';

const BEAT_EVERY_ROWS = 2_000;

const foldReport = (context: FiguresContext) => {
  const { period, unblinded } = context;
  return until(
    period.end,
    combine({
      figures: foldFigures(context),
      previous: foldFigures({ ...context, period: periodBefore(period) }),
      trends: foldTrends(period.end),
      listings: foldListings(period),
      quality: foldDataQuality({ period, unblinded }),
      labSignals: foldLabSignals(period),
      lastActivity: foldLastActivity(),
      newDeaths: foldNewDeaths(period),
    }),
  );
};

type Report = ReturnType<typeof foldReport> extends Fold<infer Result> ? Result : never;

export type ReadRows = Report & { readonly changes: Changes['byDomain']; readonly undated: Counts };

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

/** @param context how figures are shown and what they are compared with; the period is the cut's. */
export const readRows = async (
  { cut, previous, scope, beat }: AggregatorInput,
  { planned, label }: Pick<FiguresContext, 'planned' | 'label'>,
): Promise<ReadRows> => {
  const { period } = cut.manifest;
  const report = foldReport({ period, planned, unblinded: scope.unblinded, label: remembered(label) });
  const changes = foldChanges();
  for (const domain of DATED_DOMAINS) {
    let rows = 0;
    const earlier = typeof previous === 'string' ? noRows() : rowsInScope(previous, domain, scope.sites);
    for await (const pair of pairedRows(rowsInScope(cut, domain, scope.sites), earlier)) {
      if (rows % BEAT_EVERY_ROWS === 0) beat({ domain, rows });
      rows += 1;
      changes.add(domain, pair);
      if (pair.current !== undefined) report.on[domain]?.(pair.current);
    }
  }
  return { ...report.result(), changes: changes.result(), undated: await undatedRows(cut, scope.sites) };
};

export const visibleDocuments = (cut: Cut, { sites }: Scope): readonly CutDocument[] =>
  cut.manifest.documents.filter((document) => isWithinSites(sites, document, cut.siteOf));
