import type { ImportedFile } from '@rounds/contracts/collections';
import { judge, type Consent, type Removals } from './judge.ts';

const removals = (changes: Partial<Removals>): Removals => ({
  ...{ domain: 'AE', present: 40, removed: 0, rows: 40 },
  ...changes,
});
const file = (rows: number, refused: number): ImportedFile => ({
  ...{ file: 'ae.xpt', domains: ['AE'], sha256: '', rows, refused },
  ...{ inserted: 0, changed: 0, unchanged: rows - refused, removed: 0 },
});
const rulesOf = (consent: Consent, ...all: Removals[]) => judge([], all, consent).map(({ field }) => field);

describe('rows that would be gone', () => {
  it('are a fifth of their domain at most', () => {
    expect(rulesOf({}, removals({ removed: 8 }))).toEqual([]);
    expect(rulesOf({}, removals({ removed: 9 }))).toEqual(['AE']);
    expect(rulesOf({}, removals({ present: 0, rows: 0 }))).toEqual([]);
    expect(rulesOf({}, removals({ present: 1, removed: 1 }), removals({ domain: 'LB' }))).toEqual(['AE']);
  });

  it('may be more with consent, to all domains or to theirs', () => {
    const most = removals({ removed: 30, rows: 10 });
    expect(rulesOf({ acceptRemovals: true }, most)).toEqual([]);
    expect(rulesOf({ acceptRemovals: ['AE'] }, most)).toEqual([]);
    expect(rulesOf({ acceptRemovals: ['LB'] }, most)).toEqual(['AE']);
  });

  it('are told with their number and what to say', () => {
    expect(judge([], [removals({ present: 4_000, removed: 3_000, rows: 1_000 })], {})[0]?.rule).toBe(
      'must not lose 3,000 of its 4,000 rows without consent: give --accept-removals AE if it is meant',
    );
    expect(judge([], [removals({ removed: 40, rows: 0 })], {})[0]?.rule).toContain(', or --empty AE if');
  });

  it('are all of a domain that is said to be empty, and is', () => {
    expect(rulesOf({ empty: ['AE'] }, removals({ removed: 40, rows: 0 }))).toEqual([]);
    expect(rulesOf({ empty: ['AE'] }, removals({ removed: 30, rows: 10 }))).toEqual(['AE']);
  });
});

describe('rows that are refused', () => {
  it.each<[Consent['maxRefused'], number, boolean]>([
    [undefined, 100, true],
    [{ rows: 2 }, 2, true],
    [{ rows: 2 }, 3, false],
    [{ rows: 0 }, 1, false],
    [{ share: 0.01 }, 1, true],
    [{ share: 0.01 }, 2, false],
  ])('are no more than %j: %d of 100', (maxRefused, refused, isAllowed) => {
    const consent = maxRefused === undefined ? {} : { maxRefused };
    expect(judge([file(100, refused)], [], consent)).toHaveLength(isAllowed ? 0 : 1);
  });

  it('are counted over all files', () => {
    const [fault] = judge([file(100, 0), file(100, 3)], [], { maxRefused: { share: 0.01 } });
    expect(fault).toEqual({ field: 'rows', rule: 'must be refused 1 % at most, and 3 of 200 are' });
  });
});
