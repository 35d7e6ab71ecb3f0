import { foldPartialDates } from '../../folds/partial-dates.ts';
import { foldNotComputed } from './data-quality.ts';
import { readingOf } from '../../testing/reading.ts';
import { PERIOD, type Rows, foldRows, subjectRows, together } from '../../testing/fold-rows.ts';

const notComputed = (rows: Rows, unblinded = true) =>
  foldRows(foldNotComputed(readingOf({ scope: { sites: 'all', unblinded } })), rows);

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
    expect(foldRows(foldPartialDates(PERIOD.end), rows)).toEqual({
      'AE.AEDTC': 1,
      'AE.AESTDTC': 2,
      'LB.LBDTC': 1,
    });
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
    expect(notComputed(rows)).toEqual([
      {
        figure: 'laboratory.toDate.altOrAst3xUln',
        code: 'results-not-comparable',
        values: { tests: 'ALT, AST', rows: 2 },
      },
      {
        figure: 'vitalSigns.inPeriod.pulse',
        code: 'results-without-number',
        values: { rows: 1 },
      },
    ]);
  });

  it('tells which subjects DM does not place', () => {
    const rows = together(
      subjectRows('S1', { AE: [{}] }),
      subjectRows('S2', { DM: [{ ARM: undefined }], DS: [{}] }),
    );
    expect(notComputed(rows).map(({ figure }) => figure)).toEqual([
      'enrolment.bySite',
      'adverseEvents.byArm',
    ]);
    expect(notComputed(rows, false).map(({ figure }) => figure)).toEqual(['enrolment.bySite']);
  });
});
