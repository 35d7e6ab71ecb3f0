import { addDays } from '../../folds/days.ts';
import { until } from '../../folds/fold.ts';
import { NOTHING_KNOWN } from '../../testing/known.ts';
import { PERIOD, foldRows, subjectRows } from '../../testing/fold-rows.ts';
import { foldTrends } from './trends.ts';

const trendsOf = (rows: Parameters<typeof foldRows>[1]) =>
  foldRows(until(PERIOD.end, foldTrends(PERIOD.end, NOTHING_KNOWN)), rows).weeks;

describe('trends', () => {
  it('have one week where there is nothing', () => {
    expect(trendsOf({})).toHaveLength(1);
  });

  it('begin with the first week that has a row', () => {
    const weeks = trendsOf(subjectRows('S1', { DM: [{ DMDTC: '2024-02-18' }] }));
    expect(weeks.map(({ start, end, screenedToDate }) => [start, end, screenedToDate])).toEqual([
      ['2024-02-12', '2024-02-19', 1],
      ['2024-02-19', '2024-02-26', 1],
      ['2024-02-26', '2024-03-04', 1],
      ['2024-03-04', '2024-03-11', 1],
    ]);
  });

  it('go back 26 weeks at most, and still count who came before', () => {
    const weeks = trendsOf(
      subjectRows('S1', {
        DM: [{ DMDTC: '2022-01-01' }],
        DS: [{ DSSTDTC: '2022-02-01' }],
        AE: [{ AEDTC: '2022-03-01' }],
      }),
    );
    expect(weeks).toHaveLength(26);
    expect(weeks[0]).toMatchObject({
      start: addDays(PERIOD.end, -182),
      screenedToDate: 1,
      randomisedToDate: 1,
    });
    expect(weeks.every(({ adverseEvents }) => adverseEvents === 0)).toBe(true);
  });

  it('put each day in its week', () => {
    const week = (day: string) => subjectRows('S1', { DM: [{ DMDTC: '2024-02-26' }], AE: [{ AEDTC: day }] });
    expect(trendsOf(week('2024-03-03')).map(({ adverseEvents }) => adverseEvents)).toEqual([1, 0]);
    expect(trendsOf(week('2024-03-04')).map(({ adverseEvents }) => adverseEvents)).toEqual([0, 1]);
    expect(trendsOf(week('2024-03-10')).map(({ adverseEvents }) => adverseEvents)).toEqual([0, 1]);
  });
});
