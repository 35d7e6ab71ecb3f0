import { holidaysFor, holidaysWith } from './holidays.ts';

it('writes equal ones alike, in whatever order they were chosen', () => {
  const there = { country: 'DE', policy: 'skip' } as const;
  const away = holidaysWith(there, { country: 'FR', region: 'ALS', dates: ['2026-12-24'] });
  const back = holidaysWith(away, { country: 'DE', region: undefined, dates: [] });
  expect(JSON.stringify(back)).toBe(JSON.stringify(there));
});

it('takes days of one’s own once, in their order, with a country or without', () => {
  const both = holidaysWith(
    { country: 'DE', region: 'BY', policy: 'skip' },
    { dates: ['2026-12-28', '2026-12-24', '2026-12-28'] },
  );
  expect(both).toEqual({ dates: ['2026-12-24', '2026-12-28'], country: 'DE', region: 'BY', policy: 'skip' });
  expect(holidaysWith(both, { country: undefined })).toEqual({ dates: both.dates, policy: 'skip' });
  expect(holidaysWith(both, { country: undefined, dates: [] })).toEqual({ dates: [], policy: 'skip' });
});

it('leaves a daily report out on holidays, as nothing else can be done about it', () => {
  const holidays = { country: 'DE', region: 'BY', policy: 'next-working-day' } as const;
  const daily = { every: 'day', at: '08:00', timeZone: 'Europe/Berlin' } as const;
  expect(holidaysFor(daily, holidays)).toEqual({ ...holidays, policy: 'skip' });
  expect(holidaysFor({ ...daily, every: 'week', on: 'monday' }, holidays)).toBe(holidays);
});
