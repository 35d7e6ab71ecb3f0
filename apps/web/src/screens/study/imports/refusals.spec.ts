import { toCsv, type Refusal } from './refusals.ts';

const row = (
  at: number,
  domain: string | null,
  ...faults: [field: string, rule: string | null][]
): Refusal => ({
  ...{ file: 'ae.xpt', row: at, domain },
  faults: faults.map(([field, rule]) => ({ field, rule })),
});

it('writes a line a fault, quotes what needs it, and no formula', () => {
  const csv = toCsv([
    { ...row(7, 'AE', ['AETERM', 'must not be "x", or so'], ['A', null]), file: '=1+1.csv' },
  ]);
  expect(csv).toBe(
    `\uFEFFfile,row,domain,field,rule\r\n'=1+1.csv,7,AE,AETERM,"must not be ""x"", or so"\r\n'=1+1.csv,7,AE,A,\r\n`,
  );
});
