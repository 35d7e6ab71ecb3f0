import { foldRows, subjectRows, together } from '../testing/fold-rows.ts';
import { PERIOD } from '../testing/cut.ts';
import { foldDataQuality } from './data-quality.ts';

const quality = (rows: Parameters<typeof foldRows>[1], unblinded = true) =>
  foldRows(foldDataQuality({ period: PERIOD, unblinded }), rows);

describe('data quality', () => {
  it('counts partial dates by variable, also those that did not decide the day', () => {
    const rows = subjectRows('S1', {
      DM: [{}],
      AE: [
        { AEDTC: '2024-03-05', AESTDTC: '2024-03' },
        { AEDTC: '2024', AESTDTC: '2024-03-05T10:30' },
        { AEDTC: undefined, AESTDTC: '2024---15' },
      ],
      LB: [{ LBDTC: '2024-03' }],
    });
    expect(quality(rows).partialDates).toEqual({ 'AE.AEDTC': 1, 'AE.AESTDTC': 2, 'LB.LBDTC': 1 });
  });

  it('tells which rows a figure had to leave out', () => {
    const rows = subjectRows('S1', {
      DM: [{}],
      LB: [
        { LBTESTCD: 'ALT', LBSTNRHI: undefined },
        { LBTESTCD: 'AST', LBSTRESN: undefined },
        { LBTESTCD: 'ALB', LBSTRESN: undefined },
      ],
      VS: [
        { VSTESTCD: 'PULSE', VSSTRESN: undefined, VSDTC: '2024-03-05' },
        { VSTESTCD: 'PULSE', VSSTRESN: undefined, VSDTC: '2024-01-05' },
      ],
    });
    expect(quality(rows).notComputed).toEqual([
      {
        figure: 'laboratory.toDate.altOrAst3xUln',
        reason: '2 rows of ALT or AST to date without a numeric result or an upper limit: left out.',
      },
      {
        figure: 'vitalSigns.inPeriod.pulse',
        reason: '1 row of the period without a numeric result: left out.',
      },
    ]);
  });

  it('tells which subjects DM does not place', () => {
    const rows = together(
      subjectRows('S1', { AE: [{}] }),
      subjectRows('S2', { DM: [{ ARM: undefined }], DS: [{}] }),
    );
    expect(quality(rows).notComputed.map(({ figure }) => figure)).toEqual([
      'enrolment.bySite',
      'adverseEvents.byArm',
    ]);
    expect(quality(rows, false).notComputed.map(({ figure }) => figure)).toEqual(['enrolment.bySite']);
  });
});
