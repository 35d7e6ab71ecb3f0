import { rhythmOf } from './rhythm.ts';

it.each([
  ['2026-12-06', '2026-12-07', 'day'],
  ['2026-11-30', '2026-12-07', 'week'],
  ['2026-02-01', '2026-03-01', 'month'],
  ['2026-11-24', '2026-11-27', undefined],
])('from %s until before %s is of a %s', (start, end, every) => {
  expect(rhythmOf({ start, end })).toBe(every);
});
