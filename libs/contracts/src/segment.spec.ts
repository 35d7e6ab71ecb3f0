import fc from 'fast-check';
import type { CutRow } from './cut.ts';
import { segmentRows, segmentText } from './segment.ts';

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'null', '1', '\u0000', '\ud800'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
);
const name = fc.oneof(
  fc.constantFrom('A', 'B', 'AETERM', 'constructor', 'key'),
  fc.stringMatching(/^[A-Z]{1,8}$/),
);
const fault = fc.constant({ variable: 'AESTDTC', rule: 'must be a date' });

const row = fc.record({
  key: fc.string({ unit: 'binary' }),
  day: fc.option(fc.constantFrom('2024-01-02', '0000-01-01', '2206-12-31')),
  subject: fc.option(fc.string({ unit: 'binary' })),
  receivedAt: fc.constantFrom('2024-01-03T00:00:00.000Z', '2024-01-10T00:00:00.000Z'),
  row: fc.dictionary(name, value, { noNullPrototype: true }),
});
const faulty = fc
  .tuple(row, fc.array(fault, { minLength: 1, maxLength: 2 }))
  .map(([plain, faults]) => ({ ...plain, faults: faults as unknown as NonNullable<CutRow['faults']> }));
const rows = fc.array<CutRow>(fc.oneof(row, faulty), { maxLength: 40 });

describe('the rows of a segment', () => {
  it('are read as they were written, whatever is in them', () => {
    fc.assert(
      fc.property(rows, (written) => {
        expect(segmentRows(segmentText(written))).toEqual(written);
      }),
    );
  });

  it('have equal text where they are equal, though their variables were in another order', () => {
    const one: CutRow = { key: 'a', day: null, subject: null, receivedAt: '', row: { A: 1, B: '2' } };
    expect(segmentText([one, one])).toBe(segmentText([one, { ...one }]));
    expect(segmentText([{ ...one, row: { A: 1, B: 2 } }])).not.toBe(segmentText([one]));
  });

  it('may have as many values as there are rows', () => {
    const many = Array.from({ length: 20_000 }, (_, index): CutRow => ({
      ...{ key: String(index), day: null, subject: `S${String(index)}`, receivedAt: '' },
      row: { LBSEQ: index },
    }));
    expect(segmentRows(segmentText(many))).toEqual(many);
  });
});
