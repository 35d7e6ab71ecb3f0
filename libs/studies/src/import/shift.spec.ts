import fc from 'fast-check';
import { firstPossibleDay, lastPossibleDay, parseSdtmDate } from '@rounds/contracts/sdtm-date';
import { addDays, medianDay, shiftDate, shiftRow, wholeWeeks } from './shift.ts';

const first = (text: string): string => {
  const date = parseSdtmDate(text);
  return (date === null ? null : firstPossibleDay(date)) ?? '';
};

const last = (text: string): string => {
  const date = parseSdtmDate(text);
  return (date === null ? null : lastPossibleDay(date)) ?? '';
};

describe('shifting a study', () => {
  it('brings the week of one day onto that of another, by whole weeks', () => {
    // Wednesday onto the week of Sunday 2026-11-22, which began on Monday 16.
    const days = wholeWeeks('2013-08-21', '2026-11-22');
    expect(days % 7).toBe(0);
    expect(addDays('2013-08-21', days)).toBe('2026-11-18');
    expect(wholeWeeks('2013-08-21', '2026-11-16')).toBe(days);
    expect(wholeWeeks('2013-08-21', '2026-11-23')).toBe(days + 7);
    expect(wholeWeeks('2026-11-22', '2026-11-22')).toBe(0);
    expect(wholeWeeks('2026-11-22', '2026-11-01')).toBe(-21);
    expect(wholeWeeks('1969-12-30', '1970-01-02')).toBe(0);
  });

  it('finds the day on which half of the rows are there', () => {
    expect(medianDay(new Map())).toBeNull();
    expect(medianDay(new Map([['2013-03-01', 5]]))).toBe('2013-03-01');
    const rows = new Map([
      ['2013-05-01', 4],
      ['2013-01-01', 1],
      ['2013-03-01', 3],
    ]);
    expect(medianDay(rows)).toBe('2013-03-01');
  });

  it.each([
    ['2013-08-21', '2013-09-04'],
    ['2013-08-21T10:30', '2013-09-04T10:30'],
    ['2013-08-21T-:30Z', '2013-09-04T-:30Z'],
    ['2013-12-25', '2014-01-08'],
    ['2013-08', '2013-08'],
    ['2013', '2013'],
    ['2013---15', '2013---15'],
    ['--12-15', '--12-15'],
    ['-----T07:15', '-----T07:15'],
    ['2013-08-21/2013-08-25', '2013-09-04/2013-09-08'],
    ['UNKNOWN', 'UNKNOWN'],
  ])('moves %s by two weeks to %s', (text, moved) => {
    expect(shiftDate(text, 14)).toBe(moved);
  });

  it('moves a partial date as its first day moves, the end of something as its last', () => {
    expect(shiftDate('2013-08', 4851)).toBe('2026-11');
    expect(shiftDate('2013-08', 4851, true)).toBe('2026-12');
    expect(shiftDate('2013', 4851)).toBe('2026');
    expect(shiftDate('2013', 4851, true)).toBe('2027');
    expect(shiftDate('2013---15', 4851)).toBe('2026---15');
  });

  it('keeps what began before it ended in that order, however partial', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    const partial = fc
      .tuple(day, fc.constantFrom(4, 7, 10))
      .map(([date, length]) => date.toISOString().slice(0, length));
    fc.assert(
      fc.property(partial, partial, fc.integer({ min: -900, max: 900 }), (start, end, weeks) => {
        fc.pre(first(start) <= last(end));
        const [movedStart, movedEnd] = [shiftDate(start, weeks * 7), shiftDate(end, weeks * 7, true)];
        expect(first(movedStart) <= last(movedEnd)).toBe(true);
      }),
    );
  });

  it('moves the dates of a row and nothing else', () => {
    const row = {
      AEDTC: '2013-08-21',
      AEENDTC: '2013-08',
      AESTDY: 5,
      AETERM: '2013-08-21',
      RFPENDTC: '2013-08-21T10:00',
      VISIT: 'WEEK 2',
    };
    expect(shiftRow(row, 4851)).toEqual({
      ...row,
      AEDTC: '2026-12-02',
      AEENDTC: '2026-12',
      RFPENDTC: '2026-12-02T10:00',
    });
  });

  it('moves the dates among trial parameters and supplemental qualifiers', () => {
    expect(shiftRow({ TSPARMCD: 'SSTDTC', TSVAL: '2013-08-21' }, 7).TSVAL).toBe('2013-08-28');
    expect(shiftRow({ TSPARMCD: 'TITLE', TSVAL: '2013-08-21' }, 7).TSVAL).toBe('2013-08-21');
    expect(shiftRow({ QNAM: 'AESDTC', QVAL: '2013-08-21' }, 7).QVAL).toBe('2013-08-28');
    expect(shiftRow({ QNAM: 'RACEOTH', QVAL: '2013' }, 70000).QVAL).toBe('2013');
  });
});
