import type { SegmentIndexDocument, StoredRange } from '@rounds/contracts/cut-index';
import type { LocalDate } from '@rounds/contracts/period';
import fc from 'fast-check';
import { ALL_DAYS, EVER, isStored, partsOf, planOf, type DayCount, type Stretch } from './ranges.ts';

const MOST = 8;

const dayOf = (index: number): LocalDate => `2024-01-${String(index + 1).padStart(2, '0')}`;

const counts = fc
  .uniqueArray(fc.integer({ min: 0, max: 27 }), { maxLength: 20 })
  .chain((days) =>
    fc.tuple(
      ...days
        .sort((a, b) => a - b)
        .map((day) => fc.tuple(fc.constant(dayOf(day)), fc.integer({ min: 1, max: 12 }))),
    ),
  )
  .map((all) => all.map(([day, rows]): DayCount => ({ day, rows })));

const rowsIn = ({ start, end }: Stretch, all: readonly DayCount[]) =>
  all.filter(({ day }) => day !== null && day >= start && (end === null || day < end));
const total = (all: readonly DayCount[]): number => all.reduce((sum, { rows }) => sum + rows, 0);

const range = (start: LocalDate, rows: number): StoredRange => ({
  start,
  expected: rows,
  segments: [{ key: start, address: start, rows, first: start, last: start, receivedAt: '' }],
});
const indexOf = (...ranges: StoredRange[]): Pick<SegmentIndexDocument, 'ranges' | 'undated'> => ({
  ranges,
  undated: { start: EVER, segments: [], expected: 0 },
});

describe('the parts of a stretch of days', () => {
  it('hold each day once, and no more rows than a range may have unless they are of one day', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const parts = partsOf({ start: EVER, end: null }, all, MOST);
        expect([parts[0]?.start, parts.at(-1)?.end]).toEqual([EVER, null]);
        for (const [index, { end }] of parts.slice(0, -1).entries())
          expect(parts[index + 1]?.start).toBe(end);
        expect(parts.flatMap((part) => rowsIn(part, all))).toEqual(all);
        for (const part of parts) {
          const own = rowsIn(part, all);
          if (own.length > 1) expect(total(own)).toBeLessThanOrEqual(MOST);
        }
      }),
    );
  });

  it('are nearly equal, and one where that is enough', () => {
    const days = (count: number) => Array.from({ length: count }, (_, day) => ({ day: dayOf(day), rows: 1 }));
    const sizes = (all: readonly DayCount[]) =>
      partsOf({ start: EVER, end: null }, all, MOST).map((part) => total(rowsIn(part, all)));
    expect(sizes(days(8))).toEqual([8]);
    expect(sizes(days(9))).toEqual([5, 4]);
    expect(sizes(days(26))).toEqual([6, 5, 5, 5, 5]);
    expect(sizes([])).toEqual([0]);
  });
});

describe('what is read again', () => {
  const three = () => indexOf(range(EVER, 8), range(dayOf(5), 8), range(dayOf(9), 8));
  const stretches = (...touched: (LocalDate | null)[]) =>
    planOf(three(), new Set(touched), MOST).days.filter((part) => !isStored(part));

  it('is the range of each day that was touched, of any day whatever', () => {
    expect(stretches()).toEqual([]);
    expect(stretches(dayOf(6))).toEqual([{ start: dayOf(5), end: dayOf(9) }]);
    expect(stretches('0000-01-01', dayOf(8))).toEqual([{ start: EVER, end: dayOf(9) }]);
    expect(stretches('0000-01-01', '2206-01-01')).toEqual([
      { start: EVER, end: dayOf(5) },
      { start: dayOf(9), end: null },
    ]);
  });

  it('is beside them the rows without a day, where such a row was touched', () => {
    expect(planOf(three(), new Set([null]), MOST)).toEqual({ days: three().ranges, undated: 'read' });
    expect(planOf(three(), new Set([dayOf(1)]), MOST).undated).toEqual(three().undated);
  });

  it('takes a neighbour where few rows are left', () => {
    const small = indexOf(range(EVER, 8), range(dayOf(5), 1), range(dayOf(9), 1));
    expect(planOf(small, new Set([dayOf(5)]), MOST).days).toEqual([
      small.ranges[0],
      { start: dayOf(5), end: null },
    ]);
    expect(planOf(small, new Set([dayOf(9)]), MOST).days).toEqual([
      small.ranges[0],
      { start: dayOf(5), end: null },
    ]);
    const one = indexOf(range(EVER, 1));
    expect(planOf(one, new Set([dayOf(9)]), MOST).days).toEqual(ALL_DAYS.days);
  });

  it('leaves no day out, whatever was touched', () => {
    const touched = fc.uniqueArray(fc.integer({ min: 0, max: 27 }), { maxLength: 5 });
    const starts = fc.uniqueArray(fc.integer({ min: 1, max: 27 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        starts,
        touched,
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 7 }),
        (all, days, rows) => {
          const sorted = [EVER, ...all.sort((a, b) => a - b).map(dayOf)];
          const known = indexOf(...sorted.map((start, index) => range(start, rows[index] ?? 0)));
          const plan = planOf(known, new Set(days.map(dayOf)), MOST);
          const [first] = plan.days;
          expect(first?.start).toBe(EVER);
          const ends = plan.days.map((part) =>
            isStored(part) ? (sorted[sorted.indexOf(part.start) + 1] ?? null) : part.end,
          );
          expect(ends).toEqual([...plan.days.slice(1).map(({ start }) => start), null]);
          const read = (day: LocalDate) =>
            plan.days.some(
              (part) => !isStored(part) && part.start <= day && (part.end === null || day < part.end),
            );
          for (const day of days) expect(read(dayOf(day))).toBe(true);
        },
      ),
    );
  });
});
