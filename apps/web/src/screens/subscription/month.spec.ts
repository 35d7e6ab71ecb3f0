import { plusMonths, weekdaysOf, weeksOf } from './month.ts';

it.each([
  ['en-GB', [0, 1, 2, 3, 4, 5, 6], '2026-11-30', '2027-01-03'],
  ['ja-JP', [6, 0, 1, 2, 3, 4, 5], '2026-11-29', '2027-01-02'],
])('begins the week where readers of %s do', (locale, weekdays, first, last) => {
  const weeks = weeksOf('2026-12', locale);
  expect(weekdaysOf(locale)).toEqual(weekdays);
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([first, last]);
});

it.each([
  ['summer time begins', '2027-03'],
  ['it ends', '2027-10'],
  ['a day is added', '2028-02'],
])('has each day once in the month in which %s', (_what, month) => {
  const days = weeksOf(month, 'de-DE').flat();
  expect(new Set(days).size).toBe(days.length);
  expect(days.length % 7).toBe(0);
  expect(days.filter((day) => day.startsWith(month))).toHaveLength(month.endsWith('02') ? 29 : 31);
});

it('goes over the year', () => {
  expect([plusMonths('2026-12', 1), plusMonths('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
});
