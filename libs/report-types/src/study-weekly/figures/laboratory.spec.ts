import { foldFigures } from '../../figures/fold.ts';
import { readingOf } from '../../testing/reading.ts';
import { foldRows, subjectRows, together, type Rows } from '../../testing/fold-rows.ts';
import { LABORATORY } from './laboratory.ts';

const laboratory = (...subjects: Rows[]) =>
  foldRows(foldFigures(LABORATORY, readingOf({})), together(...subjects)).laboratory;

const result = (LBTESTCD: string, LBSTRESN: number | undefined, LBSTNRHI: number | string | undefined) => ({
  LBTESTCD,
  LBSTRESN,
  LBSTNRHI,
});

describe('laboratory results of the period', () => {
  it('are out of range by LBNRIND alone', () => {
    const within = '2024-03-10T23:59';
    const { inPeriod } = laboratory(
      subjectRows('S1', {
        DM: [{}],
        LB: [
          { LBDTC: within, LBNRIND: 'HIGH' },
          { LBDTC: within, LBNRIND: 'LOW' },
          { LBDTC: within, LBTESTCD: 'ANISO', LBNRIND: 'ABNORMAL' },
          { LBDTC: within, LBNRIND: 'NORMAL', LBSTRESN: 999 },
          { LBDTC: within, LBNRIND: undefined },
          { LBDTC: '2024-03-11', LBNRIND: 'HIGH' },
          { LBDTC: '2024-03-03', LBNRIND: 'HIGH' },
        ],
      }),
    );
    expect(inPeriod).toEqual({
      results: 5,
      outOfRange: 3,
      byTest: { ALT: { high: 1, low: 1, abnormal: 0 }, ANISO: { high: 0, low: 0, abnormal: 1 } },
    });
  });
});

describe('liver criteria to date', () => {
  it('are met at exactly 3 × and 2 × the upper limit of normal', () => {
    const { toDate } = laboratory(
      subjectRows('S1', { DM: [{}], LB: [result('ALT', 102.6, 34.2), result('BILI', 42, 21)] }),
      subjectRows('S2', { DM: [{}], LB: [result('AST', 102.59, 34.2), result('BILI', 41.99, 21)] }),
      subjectRows('S3', { DM: [{}], LB: [result('AST', 120, 40), result('ALT', 200, 40)] }),
    );
    expect(toDate).toEqual({ altOrAst3xUln: 2, bilirubin2xUln: 1, hysLawCandidates: ['S1'] });
  });

  it("name Hy's law candidates in order, though the results are weeks apart", () => {
    const meets = [
      { ...result('ALT', 300, 40), LBDTC: '2023-01-01' },
      { ...result('BILI', 99, 21), LBDTC: '2024-03-01' },
    ];
    const { toDate } = laboratory(
      subjectRows('S2', { DM: [{}], LB: meets }),
      subjectRows('S1', { DM: [{}], LB: meets }),
    );
    expect(toDate.hysLawCandidates).toEqual(['S1', 'S2']);
  });

  it('read a limit that was written as text', () => {
    const { toDate } = laboratory(subjectRows('S1', { DM: [{}], LB: [result('ALT', 300, ' 40.0 ')] }));
    expect(toDate.altOrAst3xUln).toBe(1);
  });

  it.each([
    ['no result', result('ALT', undefined, 40)],
    ['no upper limit', result('ALT', 300, undefined)],
    ['an upper limit of zero', result('ALT', 300, 0)],
    ['an upper limit that is no number', result('ALT', 300, '<40')],
    ['another test', result('ALP', 300, 40)],
  ])('do not count a row with %s', (_what, row) => {
    const { toDate } = laboratory(subjectRows('S1', { DM: [{}], LB: [row] }));
    expect(toDate.altOrAst3xUln).toBe(0);
  });
});
