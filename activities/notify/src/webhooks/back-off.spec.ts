import { askedMs, backOffMs } from './back-off.ts';

it('waits from five seconds to an hour, half of it by chance', () => {
  expect([1, 2, 3].map((attempt) => backOffMs(attempt, 1))).toEqual([5_000, 10_000, 20_000]);
  expect(backOffMs(1, 0)).toBe(2_500);
  expect(backOffMs(40, 1)).toBe(3_600_000);
  expect(backOffMs(4_000, 0)).toBe(1_800_000);
});

it('tries a call often enough in a day', () => {
  let waited = 0;
  let attempts = 1;
  while (waited < 86_400_000) waited += backOffMs(attempts++, 1);
  expect(attempts).toBeGreaterThan(30);
});

it.each([
  ['120', 120_000],
  ['Mon, 23 Nov 2026 08:00:30 GMT', 30_000],
  ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
  ['999999999', 21_600_000],
  ['soon', null],
  [undefined, null],
])('a receiver that asks %p is given %p', (header, expected) => {
  expect(askedMs(header, Date.parse('2026-11-23T08:00:00Z'))).toBe(expected);
});
