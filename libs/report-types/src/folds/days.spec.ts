import { addDays, daysBetween, periodBefore } from './days.ts';

describe('days', () => {
  it('count across months, leap days and changes of the clock', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2024-03-31', -7)).toBe('2024-03-24');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it.each([
    ['a week', '2024-03-04', '2024-03-11', '2024-02-26'],
    ['a day', '2024-03-01', '2024-03-02', '2024-02-29'],
    ['a month', '2024-03-01', '2024-04-01', '2024-02-01'],
    ['ten days', '2024-03-01', '2024-03-11', '2024-02-20'],
  ])('before %s comes another', (_what, start, end, before) => {
    expect(periodBefore({ start, end })).toEqual({ start: before, end: start });
  });
});
