import { dayIn, periodsOf } from './day.ts';

it('knows the day where the reader is', () => {
  const at = new Date('2026-12-06T23:30:00Z');
  expect(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'].map((zone) => dayIn(zone, at))).toEqual([
    '2026-12-06',
    '2026-12-07',
    '2026-12-06',
    '2026-12-07',
  ]);
});

it('takes days that follow each other as one, over the end of the year too', () => {
  expect(periodsOf(['2026-12-24', '2026-12-30', '2026-12-31', '2027-01-01', '2027-05-03'])).toEqual([
    { start: '2026-12-24', end: '2026-12-25' },
    { start: '2026-12-30', end: '2027-01-02' },
    { start: '2027-05-03', end: '2027-05-04' },
  ]);
  expect(periodsOf([])).toEqual([]);
});
