/**
 * How the rows of a dataset are parted by their days. A range is read anew as a whole when an import touched one of
 * its days, and grows until it is parted; those between which nothing was touched stay as they are.
 */
import { rowsIn } from '@rounds/contracts/cut';
import type { SegmentIndexDocument, StoredRange } from '@rounds/contracts/cut-index';
import type { LocalDate } from '@rounds/contracts/period';

export interface DayCount {
  /** Null: of rows without one. */
  readonly day: LocalDate | null;
  readonly rows: number;
}

/** More rows are parted: so many are in memory at once, on the way in and on the way out. */
export const MOST_ROWS = 8_000;

/** Of the most: a range that was parted has less than it may have, so that the next row does not part it again. */
const USUAL = 3 / 4;

/** Likewise: one that has become smaller is read together with one beside it. */
const FEW = 1 / 8;

/** Before every day. */
export const EVER = '';

/** Days from `start` until before `end`; null: of no end. */
export interface Stretch {
  readonly start: LocalDate;
  readonly end: LocalDate | null;
}

/** Ranges that stay, and stretches of days to be read, in the order of days; and whether the rows without a day are. */
export interface Plan {
  readonly days: readonly (StoredRange | Stretch)[];
  readonly undated: StoredRange | 'read';
}

export const ALL_DAYS: Plan = { days: [{ start: EVER, end: null }], undated: 'read' };

export const isStored = (part: StoredRange | Stretch): part is StoredRange => 'segments' in part;

/** The last range that begins on the day or before. */
const indexOf = (ranges: readonly StoredRange[], day: LocalDate): number =>
  ranges.findLastIndex(({ start }) => start <= day);

/** Small ones bring one beside them, so that the two can become one. */
const withNeighbours = (
  ranges: readonly StoredRange[],
  touched: ReadonlySet<number>,
  most: number,
): ReadonlySet<number> => {
  const all = new Set(touched);
  for (const index of touched) {
    const range = ranges[index];
    if (range === undefined || rowsIn(range.segments) > most * FEW) continue;
    if (ranges.length > index + 1) all.add(index + 1);
    else if (index > 0) all.add(index - 1);
  }
  return all;
};

/**
 * @param index whose ranges follow each other, the first from EVER on
 * @param touched days; null: rows without one
 * @param most rows of a range
 */
export const planOf = (
  { ranges, undated }: Pick<SegmentIndexDocument, 'ranges' | 'undated'>,
  touched: ReadonlySet<LocalDate | null>,
  most = MOST_ROWS,
): Plan => {
  const days = [...touched].filter((day) => day !== null);
  const read = withNeighbours(ranges, new Set(days.map((day) => indexOf(ranges, day))), most);
  const parts: (StoredRange | Stretch)[] = [];
  for (const [index, range] of ranges.entries()) {
    const last = parts.at(-1);
    const end = ranges[index + 1]?.start ?? null;
    if (!read.has(index)) parts.push(range);
    else if (last === undefined || isStored(last)) parts.push({ start: range.start, end });
    else parts[parts.length - 1] = { start: last.start, end };
  }
  return { days: parts, undated: touched.has(null) ? 'read' : undated };
};

/** The stretch in parts that are nearly equal, none of more rows than a range may have unless they are of one day. */
export const partsOf = (
  { start, end }: Stretch,
  counts: readonly DayCount[],
  most = MOST_ROWS,
): Stretch[] => {
  const total = rowsIn(counts);
  const parts = total <= most ? 1 : Math.ceil(total / (most * USUAL));
  const starts = [start];
  let [before, rows] = [0, 0];
  for (const count of counts) {
    const isFull = before + rows >= (total * starts.length) / parts || rows + count.rows > most;
    if (rows > 0 && isFull) {
      starts.push(count.day ?? start);
      before += rows;
      rows = 0;
    }
    rows += count.rows;
  }
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end }));
};
