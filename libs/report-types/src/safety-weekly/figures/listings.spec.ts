import { NOTHING_KNOWN } from '../../testing/known.ts';
import { PERIOD, foldRows, subjectRows } from '../../testing/fold-rows.ts';
import { foldEventListings } from './listings.ts';

/** Sex and age of whoever had the one serious event, by the rows of DM. */
const toldBy = (...DM: NonNullable<Parameters<typeof subjectRows>[1]['DM']>) => {
  const rows = subjectRows('S1', { DM, AE: [{ AESER: 'Y' }] });
  const { serious } = foldRows(foldEventListings(PERIOD, { minimum: 'SEVERE', known: NOTHING_KNOWN }), rows);
  return serious.map(({ sex, age }) => [sex, age]);
};

describe('who had a serious event', () => {
  it('is told by the row of DM that tells it, also where another one does not', () => {
    expect(toldBy({ SEX: 'F', AGE: 62 }, { SEX: undefined, AGE: undefined })).toEqual([['F', 62]]);
  });

  it('is not told where the rows differ', () => {
    expect(toldBy({ SEX: 'F', AGE: 62 }, { SEX: 'M', AGE: 26 })).toEqual([['', null]]);
  });
});
