import { anyDays } from '../any-day.mjs';

const on = (now: string) =>
  Object.fromEntries(
    Object.entries(anyDays(Date.parse(now))).map(([name, at]) => [
      name,
      new Date(at).toISOString().slice(0, 16),
    ]),
  );

/** Hours east of Greenwich. */
const hoursInBerlin = (at: number) =>
  new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })
    .format(at)
    .slice(-'GMT+01:00'.length);

describe('the days on which the suite is tried', () => {
  it('are the next of each', () => {
    expect(on('2026-11-24T00:00:00Z')).toEqual({
      'leap-day': '2028-02-29T12:00',
      'summer-time': '2027-03-28T00:55',
      'winter-time': '2027-10-31T00:55',
      'year-end': '2026-12-31T22:55',
      'two-years': '2028-11-24T00:00',
    });
  });

  it('are never past: not in the afternoon of a leap day, nor over a century that has none', () => {
    expect(on('2028-02-29T13:00:00Z')).toMatchObject({ 'leap-day': '2032-02-29T12:00' });
    expect(on('2096-03-01T00:00:00Z')).toMatchObject({ 'leap-day': '2104-02-29T12:00' });
    expect(on('2026-12-31T23:00:00Z')).toMatchObject({ 'year-end': '2027-12-31T22:55' });
  });

  it('see the clocks change within ten minutes', () => {
    const { 'summer-time': spring = 0, 'winter-time': autumn = 0 } = anyDays(Date.parse('2026-11-24'));
    const around = (at: number) => [at, at + 10 * 60_000].map(hoursInBerlin);
    expect(around(spring)).toEqual(['GMT+01:00', 'GMT+02:00']);
    expect(around(autumn)).toEqual(['GMT+02:00', 'GMT+01:00']);
  });
});
