import fc from 'fast-check';
import {
  firstPossibleDay,
  formatSdtmDate,
  isPartialDate,
  lastPossibleDay,
  parseSdtmDate,
} from './sdtm-date.ts';

describe('SDTM dates', () => {
  it.each([
    ['2013-08-21', '2013-08-21', '2013-08-21', false],
    ['2013-08-21T10:30', '2013-08-21', '2013-08-21', false],
    ['2013-08-21T10:30:59.125', '2013-08-21', '2013-08-21', false],
    ['2013-08-21T10', '2013-08-21', '2013-08-21', false],
    ['2013-08-21T10:30Z', '2013-08-21', '2013-08-21', false],
    ['2013-08-21T23:30-05:00', '2013-08-21', '2013-08-21', false],
    ['2013-08-21T-:30', '2013-08-21', '2013-08-21', false],
    ['2013-08', '2013-08-01', '2013-08-31', true],
    ['2012-02', '2012-02-01', '2012-02-29', true],
    ['2013', '2013-01-01', '2013-12-31', true],
    ['2013---15', '2013-01-15', '2013-12-15', true],
    ['--12-15', null, null, true],
    ['--02-29', null, null, true],
    ['-----T07:15', null, null, true],
    ['2013-08-21/2013-09-02', '2013-08-21', '2013-08-21', false],
    ['2013-08/2013-09-02T10:00', '2013-08-01', '2013-08-31', true],
  ])('%s may mean %s to %s', (text, first, last, partial) => {
    const date = parseSdtmDate(text);
    expect(date).not.toBeNull();
    if (date === null) return;
    expect(firstPossibleDay(date)).toBe(first);
    expect(lastPossibleDay(date)).toBe(last);
    expect(isPartialDate(date)).toBe(partial);
    expect(formatSdtmDate(date)).toBe(text.split('/')[0]);
  });

  it.each([
    ...['', '-', '--', '---', '13-08-21', '2013-8-21', '2013-08-21 10:30', '20130821', '21AUG2013', 'UNK'],
    ...['2013-13', '2013-00', '2013-02-30', '2013-02-29', '2013-04-31', '2013-08-00', '2013---32', '--13-01'],
    ...[
      '2013-08-',
      '2013--',
      '2013-08--',
      '2013-08-21T',
      '2013-08-21T25:00',
      '2013-08-21T10:60',
      '2013-08T10:00',
    ],
    ...['2013-08-21/', '/2013', '2013/2014/2015', '2013-08-21/x', ' 2013-08-21', '2013-08-21T10:30+5'],
  ])('%j is none', (text) => {
    expect(parseSdtmDate(text)).toBeNull();
  });

  it('takes every day of the calendar and no other', () => {
    const part = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(part, ([year, month, day]) => {
        const text = [
          String(year).padStart(4, '0'),
          ...[month, day].map((n) => String(n).padStart(2, '0')),
        ].join('-');
        const real = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
        expect(parseSdtmDate(text) !== null).toBe(exists);
      }),
    );
  });
});
