import { knownOf } from '../terms/known.ts';
import { PERIOD, foldRows, subjectRows } from '../testing/fold-rows.ts';
import { foldOfNoPart } from './of-no-part.ts';

const ending = { DSCAT: 'DISPOSITION EVENT', DSDECOD: 'COMPLETED' };
const rows = subjectRows('S1', {
  DS: [{}, ending, { ...ending, DSSCAT: 'STUDY TREATMENT' }, { ...ending, EPOCH: 'FOLLOW-UP' }],
});
const told = (...filled: string[]) => {
  const columns = { DS: { filled: ['DSCAT', 'DSDECOD', ...filled], numericFlags: [] } };
  return foldRows(foldOfNoPart('enrolment.toDate', knownOf({ columns, latestDay: PERIOD.end })), rows);
};

describe('dispositions that tell of no part of the study', () => {
  const named = { code: 'dispositions-of-no-part', values: { rows: 1 } };

  it('are named where others do', () => {
    expect(told('DSSCAT', 'EPOCH')).toEqual([{ figure: 'enrolment.toDate.ongoing', ...named }]);
  });

  it('are named at the screen failures where nobody is known to have left otherwise', () => {
    expect(told('EPOCH')).toEqual([{ figure: 'enrolment.toDate.screenFailures', ...named }]);
  });

  it('are the rule where none does', () => {
    expect(told()).toEqual([]);
  });
});
