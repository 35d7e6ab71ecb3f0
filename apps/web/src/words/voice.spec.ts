import { makeVoice } from './voice.ts';

const { moment, fromNow, monthName, weekdayShort } = makeVoice('en', { '@@locale': 'en-GB' }, () =>
  Promise.resolve({}),
);

it.each([
  ['summer time begins', '2027-03-22T08:00:00+01:00', 'Mon, 22 Mar 2027, 08:00 CET', '03:00 GMT-4'],
  // America has changed its clocks two weeks before: for these the reports come at three, then at two again.
  ['it has begun in Berlin too', '2027-03-29T08:00:00+02:00', 'Mon, 29 Mar 2027, 08:00 CEST', '02:00 GMT-4'],
  ['it ends', '2027-10-25T08:00:00+02:00', 'Mon, 25 Oct 2027, 08:00 CEST', '02:00 GMT-4'],
  ['it has ended in Berlin alone', '2027-11-01T08:00:00+01:00', 'Mon, 1 Nov 2027, 08:00 CET', '03:00 GMT-4'],
  ['it has ended', '2027-11-08T08:00:00+01:00', 'Mon, 8 Nov 2027, 08:00 CET', '02:00 GMT-5'],
])('says a moment with its zone, here and on another clock, when %s', (_what, at, berlin, newYork) => {
  expect(moment(at, 'Europe/Berlin')).toBe(berlin);
  expect(moment(at, 'America/New_York')).toMatch(newYork);
});

it('counts no hour less to a moment behind a change of the clock', () => {
  const now = new Date('2027-03-28T00:30:00+01:00');
  expect(fromNow('2027-03-28T03:30:00+02:00', now)).toBe('in 2 hours');
});

it('names months and weekdays as the reader does', () => {
  expect([monthName('2027-03'), weekdayShort(0)]).toEqual(['March 2027', 'Mon']);
});
