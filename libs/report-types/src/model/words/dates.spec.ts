import { instantWords, periodNouns, periodWords } from './dates.ts';

const period = (start: string, end: string) => ({ start, end });

describe('periodWords', () => {
  it.each([
    ['2013-09-02', '2013-09-09', '2–8 September 2013'],
    ['2013-09-30', '2013-10-07', '30 September – 6 October 2013'],
    ['2013-12-30', '2014-01-06', '30 December 2013 – 5 January 2014'],
    ['2013-09-02', '2013-09-03', '2 September 2013'],
    ['2024-02-01', '2024-03-01', '1–29 February 2024'],
  ])('%s to before %s is %p', (start, end, words) => {
    expect(periodWords(period(start, end))).toBe(words);
  });
});

describe('periodNouns', () => {
  it('knows days, weeks and months', () => {
    expect(periodNouns(period('2013-09-02', '2013-09-09'))).toMatchObject({
      report: 'Weekly report',
      previousShort: 'Last week',
    });
    expect(periodNouns(period('2013-09-02', '2013-09-03'))).toMatchObject({
      report: 'Daily report',
      current: 'on this day',
    });
    expect(periodNouns(period('2013-02-01', '2013-03-01'))).toMatchObject({
      report: 'Monthly report',
      current: 'this month',
    });
    expect(periodNouns(period('2013-02-01', '2013-02-11'))).toMatchObject({
      report: 'Report',
      current: 'in these 10 days',
    });
  });
});

describe('instantWords', () => {
  it('reads the wall clock of the zone', () => {
    expect(instantWords('2026-11-23T07:00:04.000Z', 'Europe/Berlin')).toBe('23 November 2026, 08:00');
    expect(instantWords('2026-11-23T02:30:00.000Z', 'America/New_York')).toBe('22 November 2026, 21:30');
    expect(instantWords('2026-03-29T22:00:00.000Z', 'Europe/Berlin')).toBe('30 March 2026, 00:00');
  });
});
