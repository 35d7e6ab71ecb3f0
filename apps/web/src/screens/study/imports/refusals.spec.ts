import { facetsOf, matching, toCsv, type Refusal } from './refusals.ts';

const row = (
  at: number,
  domain: string | null,
  ...faults: [field: string, rule: string | null][]
): Refusal => ({
  ...{ file: 'ae.xpt', row: at, domain },
  faults: faults.map(([field, rule]) => ({ field, rule })),
});

const ROWS = [
  row(1, 'AE', ['AESTDTC', 'must be a date'], ['AESEQ', 'must be a number']),
  row(2, 'AE', ['AESEQ', 'must be a number']),
  row(3, 'LB', ['LBSEQ', 'must be a number']),
  row(4, null, ['', 'has more values than columns']),
];

it('finds rows by any of their faults, and by all filters on one fault', () => {
  const found = (filters: object) => matching(ROWS, filters).map(({ row: at }) => at);
  expect(found({})).toEqual([1, 2, 3, 4]);
  expect(found({ rule: 'must be a number' })).toEqual([1, 2, 3]);
  expect(found({ field: 'AESEQ', rule: 'must be a date' })).toEqual([]);
  expect(found({ domain: '–' })).toEqual([4]);
});

it('offers what the other filters leave, the most frequent first', () => {
  expect(facetsOf(ROWS, 'domain', { rule: 'must be a number' })).toEqual([
    { value: 'AE', rows: 2 },
    { value: 'LB', rows: 1 },
  ]);
  expect(facetsOf(ROWS, 'field', { field: 'LBSEQ', domain: 'AE' })).toEqual([
    { value: 'AESEQ', rows: 2 },
    { value: 'AESTDTC', rows: 1 },
  ]);
});

it('offers no rule to whoever is blinded, who is told none', () => {
  expect(facetsOf([row(1, 'AE', ['AESEQ', null])], 'rule', {})).toEqual([]);
});

it('writes a line a fault, quotes what needs it, and no formula', () => {
  const csv = toCsv([
    { ...row(7, 'AE', ['AETERM', 'must not be "x", or so'], ['A', null]), file: '=1+1.csv' },
  ]);
  expect(csv).toBe(
    `\uFEFFfile,row,domain,field,rule\r\n'=1+1.csv,7,AE,AETERM,"must not be ""x"", or so"\r\n'=1+1.csv,7,AE,A,\r\n`,
  );
});
