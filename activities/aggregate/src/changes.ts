/** What differs from the cut last delivered: rows matched by key. */
import type { CutDataset } from '@rounds/contracts/cut';
import { compareBytes } from '@rounds/contracts/byte-order';
import {
  ROW_CHANGES,
  type Changes,
  type Counts,
  type DomainChanges,
  type RowChange,
} from '@rounds/contracts/dataset';
import type { LocalDate } from '@rounds/contracts/period';
import type { ComparedFigure } from '@rounds/report-types/compared';
import type { Label } from '@rounds/report-types/folds/study-row';
import type { Known } from '@rounds/report-types/terms/known';
import { entryOf, sortedRecord, tallyCounts } from '@rounds/report-types/folds/tally';
import { changedVariables, isSame, rowChange, type Pair } from './changed-row.ts';
import { isTreatmentDomain, isTreatmentVariable } from './hidden-variables.ts';
import { foldMoves } from './moves.ts';

/** Rows that a dataset lists; more are counted. A dataset is one object in memory. */
export const MOST_ROWS = 100_000;

export interface ChangesContext {
  /** Rows that are new and of a day before this are late. */
  readonly start: LocalDate;
  readonly unblinded: boolean;
  /** Hides treatments. */
  readonly label: Label;
  /** Whether the last cut could have held the row; false where there is none. */
  readonly couldHold: (domain: CutDataset, siteId: string | null) => boolean;
  readonly compared: readonly ComparedFigure[];
  /** What is known of either cut, by which its rows are counted. */
  readonly known: Readonly<Record<keyof Pair, Known>>;
  readonly mostRows?: number;
}

export interface ComparedRows {
  readonly byDomain: Changes['byDomain'];
  readonly rows: readonly RowChange[];
  readonly rowsLeftOut: Counts;
  readonly moves: ReturnType<ReturnType<typeof foldMoves>['result']>;
}

const none = (): { -readonly [Key in keyof DomainChanges]: number } => ({
  added: 0,
  late: 0,
  changed: 0,
  removed: 0,
});

type Difference = Pick<RowChange, 'kind' | 'variables'>;

const differenceOf = (
  domain: CutDataset,
  { current, previous }: Pair,
  { start, unblinded, label, couldHold }: ChangesContext,
): Difference | undefined => {
  if (!unblinded && isTreatmentDomain(domain)) return undefined;
  if (current === undefined) return previous === undefined ? undefined : { kind: 'removed' };
  if (previous === undefined)
    return {
      kind:
        current.day !== null && current.day < start && couldHold(domain, current.siteId) ? 'late' : 'added',
    };
  if (isSame(current, previous)) return undefined;
  const isHidden = unblinded ? () => false : isTreatmentVariable;
  const variables = changedVariables(previous.row, current.row, label, isHidden);
  // For the blinded, a row that differs in what they may not see is the same row.
  return variables.length === 0 && !unblinded ? undefined : { kind: 'changed', variables };
};

interface Listed {
  readonly row: RowChange;
  readonly key: string;
  /** Of its dataset among those that were told. */
  readonly place: number;
}

const inOrder = (a: Listed, b: Listed): number => a.place - b.place || compareBytes(a.key, b.key);

/** Of one kind, in the order of datasets and keys: the first of them, and what becomes of the others. */
const firstOf = (most: number, onLeftOut: (row: RowChange) => void) => {
  let listed: Listed[] = [];
  const shorten = (): void => {
    listed.sort(inOrder);
    for (const { row } of listed.slice(most)) onLeftOut(row);
    listed = listed.slice(0, most);
  };
  return {
    add: (one: Listed): void => {
      listed.push(one);
      if (listed.length > 2 * most) shorten();
    },
    result: (): readonly RowChange[] => {
      shorten();
      return listed.map(({ row }) => row);
    },
  };
};

/** In the order of ROW_CHANGES: where there are too many, those that are merely new are left out first. */
const listOf = (most: number) => {
  const kinds = new Map<RowChange['kind'], ReturnType<typeof firstOf>>();
  const leftOut = tallyCounts();
  const leaveOut = ({ domain }: RowChange) => {
    leftOut.add(domain);
  };
  const datasets: string[] = [];
  return {
    add: (row: RowChange, key: string): void => {
      if (datasets.at(-1) !== row.domain) datasets.push(row.domain);
      entryOf(kinds, row.kind, () => firstOf(most, leaveOut)).add({ row, key, place: datasets.length });
    },
    result: () => {
      const rows = ROW_CHANGES.flatMap((kind) => kinds.get(kind)?.result() ?? []);
      rows.slice(most).forEach(leaveOut);
      return { rows: rows.slice(0, most), rowsLeftOut: leftOut.result() };
    },
  };
};

/** Told each pair of a dataset once, in any order, dataset after dataset. */
export const foldChanges = (context: ChangesContext) => {
  const domains = new Map<string, ReturnType<typeof none>>();
  const list = listOf(context.mostRows ?? MOST_ROWS);
  const moves = foldMoves(context.compared, context.known);
  return {
    add: (domain: CutDataset, pair: Pair): void => {
      const difference = differenceOf(domain, pair, context);
      if (difference === undefined) return;
      const { kind } = difference;
      const counts = entryOf(domains, domain, none);
      counts[kind] += 1;
      if (kind === 'late') counts.added += 1;
      const row = rowChange(domain, kind, pair, { ...difference, ...moves.add(domain, kind, pair) });
      if (row !== undefined) list.add(row, (pair.current ?? pair.previous)?.key ?? '');
    },
    result: (): ComparedRows => ({
      byDomain: sortedRecord(domains, (counts) => counts),
      ...list.result(),
      moves: moves.result(),
    }),
  };
};
