import { localMoment } from './local-moment.ts';

it.each([
  [
    'an hour that the clock skips, as its end',
    'Europe/Berlin',
    '2027-03-28T02:30',
    '2027-03-28T03:00:00+02:00',
    'skipped',
  ],
  [
    'an hour that comes twice, as the first',
    'Europe/Berlin',
    '2027-10-31T02:30',
    '2027-10-31T02:30:00+02:00',
    'twice',
  ],
  ['the hour before the gap', 'Europe/Berlin', '2027-03-28T01:59', '2027-03-28T01:59:00+01:00', 'usual'],
  ['the hour after the gap', 'Europe/Berlin', '2027-03-28T03:00', '2027-03-28T03:00:00+02:00', 'usual'],
  ['the hour after the two', 'Europe/Berlin', '2027-10-31T03:00', '2027-10-31T03:00:00+01:00', 'usual'],
  ['America’s gap', 'America/New_York', '2027-03-14T02:00', '2027-03-14T03:00:00-04:00', 'skipped'],
  [
    'a gap of half an hour',
    'Australia/Lord_Howe',
    '2027-10-03T02:15',
    '2027-10-03T02:30:00+11:00',
    'skipped',
  ],
  ['a day that a zone left out', 'Pacific/Apia', '2011-12-30T08:00', '2011-12-31T00:00:00+14:00', 'skipped'],
  ['a zone without changes', 'Asia/Tokyo', '2027-03-28T02:30', '2027-03-28T02:30:00+09:00', 'usual'],
  ['an offset of 45 minutes', 'Asia/Kathmandu', '2027-03-28T02:30', '2027-03-28T02:30:00+05:45', 'usual'],
])('tells %s', (_what, zone, local, at, clock) => {
  expect(localMoment(local, zone)).toEqual({ at, clock });
});
