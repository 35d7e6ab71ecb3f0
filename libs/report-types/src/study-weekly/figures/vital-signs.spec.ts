import { foldFigures } from '../../figures/fold.ts';
import { readingOf } from '../../testing/reading.ts';
import { foldRows, subjectRows } from '../../testing/fold-rows.ts';
import { VITAL_SIGNS } from './vital-signs.ts';

const VSDTC = '2024-03-06';
const vitalSigns = (rows: Parameters<typeof subjectRows>[1]['VS']) =>
  foldRows(foldFigures(VITAL_SIGNS, readingOf({})), subjectRows('S1', { DM: [{}], VS: rows ?? [] }))
    .vitalSigns.inPeriod;

const values = (VSTESTCD: string, ...numbers: (number | undefined)[]) =>
  numbers.map((VSSTRESN) => ({
    ...{ VSTESTCD, VSSTRESN, VSDTC },
    VSSTRESU: VSTESTCD === 'PULSE' ? 'BEATS/MIN' : 'mmHg',
  }));

describe('vital signs of the period', () => {
  it('count values at and beyond their limits', () => {
    const signs = vitalSigns([
      ...values('SYSBP', 160, 159, 90, 89),
      ...values('DIABP', 100, 99),
      ...values('PULSE', 120, 119, 50, 49),
    ]);
    expect(signs).toEqual({
      results: 10,
      systolic: { n: 4, mean: 124.5, atLeast160: 1, below90: 1 },
      diastolic: { n: 2, mean: 99.5, atLeast100: 1 },
      pulse: { n: 4, mean: 84.5, atLeast120: 1, below50: 1 },
    });
  });

  it('have no mean where nothing was measured', () => {
    const signs = vitalSigns([...values('TEMP', 36.6), ...values('SYSBP', undefined)]);
    expect(signs).toMatchObject({ results: 2, systolic: { n: 0, mean: null }, pulse: { n: 0, mean: null } });
  });

  it('are those of the period alone', () => {
    const outside = [{ VSDTC: '2024-03-03' }, { VSDTC: '2024-03-11' }];
    expect(vitalSigns(outside).results).toBe(0);
  });
});
