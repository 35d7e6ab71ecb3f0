import { plannedOf, skippedOf } from './subscription.ts';

const AT = '2026-12-28T08:00:00+01:00';
const MOVED = '2026-12-22T17:30:00+01:00';
const exception = { scheduledFor: AT, holiday: null };

it('knows a report by the day on which the schedule has it, wherever it was moved', () => {
  const exceptions = [{ ...exception, due: '2026-12-21', change: 'moved' as const, at: MOVED }];
  expect(plannedOf({ nextRuns: [MOVED, AT], exceptions })).toEqual([
    { due: '2026-12-21', at: MOVED, isMoved: true },
    { due: '2026-12-28', at: AT, isMoved: false },
  ]);
});

it('offers to bring back what somebody skipped, and not what a holiday did', () => {
  const skipped = { ...exception, change: 'skipped' as const, at: null };
  const exceptions = [
    { ...skipped, due: '2026-12-14' },
    { ...skipped, due: '2026-12-25', holiday: 'Christmas Day' },
  ];
  expect(skippedOf({ nextRuns: [], exceptions }).map(({ due }) => due)).toEqual(['2026-12-14']);
});
