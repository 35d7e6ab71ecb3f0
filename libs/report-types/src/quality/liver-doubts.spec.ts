import { NOTHING_KNOWN } from '../testing/known.ts';
import { foldStudyRows, PERIOD, studyRows, subjectRows } from '../testing/fold-rows.ts';
import { isGraveResult } from './grave.ts';
import { foldLiverDoubts } from './liver-doubts.ts';

const known = NOTHING_KNOWN;
const result = { LBTESTCD: 'ALT', LBDTC: '2024-03-05', LBSTRESN: 200, LBSTNRHI: undefined };

/** Of one result of the period without a limit, whose cells of these variables could not be read. */
const doubtsWith = (...unreadable: readonly string[]) => {
  const rows = studyRows(subjectRows('S1', { LB: [result] })).map(({ domain, row }) => {
    const faults = unreadable.map((variable) => ({ variable, code: 'not-a-number' as const }));
    return { domain, row: { ...row, faults } };
  });
  return foldStudyRows(foldLiverDoubts(PERIOD, known), rows);
};

describe('a liver result without a limit', () => {
  const told = [{ code: 'results-not-comparable', values: { rows: 1 } }];

  it('leaves a signal in doubt, whatever else of its row could not be read', () => {
    expect(doubtsWith()).toEqual(told);
    expect(doubtsWith('LBSTNRLO')).toEqual(told);
  });

  it('is told as the cell that could not be read', () => {
    expect(doubtsWith('LBSTNRHI')).toEqual([]);
  });
});

describe('a liver result without a day', () => {
  const isGrave = (LBSPEC: string | undefined, LBSTRESN: number) => {
    const row = { LBTESTCD: 'ALT', LBSTNRHI: 40, LBSTRESN, ...(LBSPEC === undefined ? {} : { LBSPEC }) };
    return isGraveResult(row, known);
  };

  it.each([
    [undefined, 120, true],
    ['SERUM', 120, true],
    ['URINE', 120, false],
    ['*', 120, true],
    ['*', 119, false],
  ])('of the specimen %p that is %d could be shown: %p', (specimen, value, grave) => {
    expect(isGrave(specimen, value)).toBe(grave);
  });
});
