/** Small. */
import { asIs } from '../../folds/study-row.ts';
import { voiceOf } from '../../model/words/voice.ts';
import { foldRows, subjectRows } from '../../testing/fold-rows.ts';
import { emptyDataset } from '../testing/dataset.ts';
import { visitTables } from '../page/tables/visits.ts';
import { foldVisitOrder } from './visits.ts';

const orderOf = (
  ...visits: readonly (readonly [visit: string | undefined, number: number | string | undefined])[]
) =>
  foldRows(
    foldVisitOrder(asIs),
    subjectRows('S1', {
      DM: [{}],
      SV: visits.map(([VISIT, VISITNUM]) => ({ VISIT, VISITNUM, SVSTDTC: '2024-03-06' })),
    }),
  );

describe('the order of visits', () => {
  it('is that of VISITNUM, not of names; unscheduled ones stand between, those without a number last', () => {
    expect(
      orderOf(
        ['WEEK 2', 4],
        ['UNSCHEDULED 3.1', 3.1],
        ['EARLY TERMINATION', undefined],
        ['BASELINE', 3],
        ['WEEK 12', '9'],
        ['SCREENING 1', 1],
        ['AE FOLLOW-UP', undefined],
      ),
    ).toEqual([
      ...['SCREENING 1', 'BASELINE', 'UNSCHEDULED 3.1', 'WEEK 2', 'WEEK 12'],
      ...['AE FOLLOW-UP', 'EARLY TERMINATION'],
    ]);
  });

  it('takes the smallest number of a visit that has several, and names those without a name', () => {
    expect(orderOf(['UNSCHEDULED', 9.1], ['WEEK 2', 4], ['UNSCHEDULED', 3.2], [undefined, 5])).toEqual([
      'UNSCHEDULED',
      'WEEK 2',
      'NOT GIVEN',
    ]);
  });

  const visitsOf = (visitOrder: readonly string[]) => {
    const dataset = emptyDataset();
    const [table] = visitTables(
      {
        ...dataset,
        visits: { inPeriod: 3, byVisit: { 'AE VISIT': 1, 'WEEK 12': 1, 'WEEK 2': 1 } },
        previous: { ...dataset.previous, visits: { inPeriod: 1, byVisit: { BASELINE: 1 } } },
        visitOrder,
      },
      voiceOf('en'),
    );
    return table?.rows.map(([visit]) => visit);
  };

  it('is that of the table, which lists those of either period', () => {
    expect(visitsOf(['SCREENING 1', 'BASELINE', 'WEEK 2', 'WEEK 12', 'AE VISIT'])).toEqual([
      ...['BASELINE', 'WEEK 2', 'WEEK 12', 'AE VISIT'],
    ]);
  });
});
