/** Parts that lie before every window of the report, and of the one before: what was kept of them stands for their rows. */
import type { CutDataset, CutRow } from '@rounds/contracts/cut';
import { canonicalJson } from '@rounds/contracts/canonical-json';
import type { Aggregator, Reading, WithPrevious } from '@rounds/report-types/aggregator';
import { feed, type Fold } from '@rounds/report-types/folds/fold';
import { asIs, type SubjectRow } from '@rounds/report-types/folds/study-row';
import { entryOf } from '@rounds/report-types/folds/tally';
import { windowsStart } from '@rounds/report-types/folds/weeks';
import type { Cut } from './cut-reader.ts';
import type { Part } from './cut-rows.ts';
import type { EarlierCut } from './earlier-cut.ts';
import type { KeptOfSite, KeptPast, KeptPasts } from './kept-past.ts';
import { viewOf } from './visible-rows.ts';

/** How much of it is within the scope. @returns null where the rows have to be told */
export type TakePart = (domain: CutDataset, part: Part) => Promise<number | null>;

export interface Past<Content extends WithPrevious> {
  readonly aggregator: Aggregator<Content>;
  readonly reading: Reading;
  readonly cut: Cut;
  readonly previous: EarlierCut;
  readonly pasts: KeptPasts;
  /** Like the report's, told nothing yet. */
  readonly fold: (reading: Reading) => Fold<unknown>;
  /** Takes up what was kept. */
  readonly absorb: (saved: unknown) => void;
}

type Placed = Pick<Cut, 'siteOf'>;

const isInPlace = ({ places }: KeptPast, { siteOf }: Placed): boolean =>
  places.every(([subject, siteId]) => (siteOf(subject) ?? null) === siteId);

const bySite = (rows: readonly SubjectRow[]): ReadonlyMap<string, readonly SubjectRow[]> => {
  const sites = new Map<string, SubjectRow[]>();
  for (const row of rows) entryOf(sites, row.siteId ?? '', () => []).push(row);
  return sites;
};

/** Serves every reader: of whatever sites, and whatever is hidden from them. */
const forEverybody = (reading: Reading): Reading => ({
  ...reading,
  scope: { ...reading.scope, sites: 'all' },
  label: asIs,
});

const keptOf = <Content extends WithPrevious>(
  { fold, reading, cut }: Past<Content>,
  domain: CutDataset,
  rows: readonly CutRow[],
): KeptPast => {
  const view = viewOf(cut, domain, 'all');
  const seen = rows.flatMap((row) => view(row) ?? []);
  const sites = [...bySite(seen)].map(([siteId, own]): [string, KeptOfSite] => {
    const figures = fold(forEverybody(reading));
    for (const row of own) feed(figures, domain, row);
    return [siteId, { rows: own.length, saved: figures.save() }];
  });
  const places = new Map(seen.map(({ subject, siteId }) => [subject, siteId]));
  return { places: [...places], sites: Object.fromEntries(sites) };
};

/** Both cuts know of the coded values in their rows by their columns as a whole. */
const areReadAlike = (cut: Cut, previous: Cut): boolean =>
  canonicalJson(cut.manifest.columns) === canonicalJson(previous.manifest.columns);

/** Undefined where every row has to be told. */
export const takePast = <Content extends WithPrevious>(past: Past<Content>): TakePart | undefined => {
  const { aggregator, reading, cut, previous, pasts, absorb } = past;
  const earlier = typeof previous === 'string' ? [] : [previous];
  if (earlier.some((each) => !areReadAlike(cut, each))) return undefined;
  const cuts = [cut, ...earlier];
  const [start = ''] = [reading.period, ...earlier.map(({ manifest }) => manifest.period)]
    .map(windowsStart)
    .sort();
  const { keeps = [], asksWhenReceived = false } = aggregator;

  const isPast = (domain: CutDataset, { first, last, receivedAt }: Part): boolean => {
    if (first === null || last === null || receivedAt === undefined || last >= start) return false;
    if (asksWhenReceived && receivedAt >= start) return false;
    return cuts.every(({ placeOf }) => [first, last].every((day) => placeOf(domain)(day) === 'in'));
  };
  const take = ({ sites }: KeptPast): number => {
    const { sites: scope } = reading.scope;
    let rows = 0;
    for (const [siteId, kept] of Object.entries(sites)) {
      if (scope !== 'all' && !scope.includes(siteId)) continue;
      rows += kept.rows;
      absorb(kept.saved);
    }
    return rows;
  };
  return async (domain, part) => {
    if (!(keeps as readonly CutDataset[]).includes(domain) || !isPast(domain, part)) return null;
    let kept = await pasts.find(part.name);
    if (kept === null || !isInPlace(kept, cut)) {
      kept = keptOf(past, domain, await part.read());
      await pasts.keep(part.name, kept);
    }
    // Of a subject that has moved since, the report before knew the rows elsewhere.
    return earlier.every((each) => isInPlace(kept, each)) ? take(kept) : null;
  };
};
