import fc from 'fast-check';
import { parseNumber } from './number-text.ts';

describe('a number as text', () => {
  it.each([
    ['120', 120],
    ['1,234.5', 1234.5],
    ['1,234', 1234],
    ['1,234,567.8', 1_234_567.8],
    ['-1,234', -1234],
    [' 130', 130],
    ['130 ', 130],
    ['\u00a0130', 130],
    ['-5', -5],
    ['.5', 0.5],
    ['5.', 5],
    ['+7', 7],
    ['007', 7],
    ['1e2', 100],
    ['1.000000000000000e+02', 100],
    ['120.0000000000000000001', 120],
    ['0', 0],
    ['0.000e5', 0],
  ])('%j is %d', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it.each([
    '35,5',
    '4,7',
    '12,34',
    '1,2,3',
    '0,123',
    '1,23,456',
    '1234,567',
    '1,234e2',
    ',234',
    '1.234,5',
    '0x78',
    '0b11',
    '0o17',
    '1_000',
    'NA',
    '.',
    '-',
    'e5',
    '',
    ' ',
    '1 234',
    '1 5',
    '٣',
    '１２',
    '1e999',
    '1e-999',
    'Infinity',
    '-Infinity',
    'NaN',
    '<5',
    '5 mg',
    '1.2.3',
    '--5',
    '5-',
  ])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it.each([
    ['35,5', 35.5],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['120', 120],
    [',5', 0.5],
    ['1,5e2', 150],
    ['35.5', null],
    ['1,234.5', null],
    ['1,2,3', null],
  ])('%j with a decimal comma is %s', (text, number) => {
    expect(parseNumber(text, ',')).toBe(number);
  });

  it('gives back every number that was written, with each sign', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = String(number);
        const expected = number === 0 ? 0 : number;
        expect(parseNumber(text)).toBe(expected);
        expect(parseNumber(text.replace('.', ','), ',')).toBe(expected);
      }),
    );
  });

  it('reads thousands as every country writes them for itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
        expect(parseNumber(number.toLocaleString('en-US'))).toBe(number);
        expect(parseNumber(number.toLocaleString('de-DE'), ',')).toBe(number);
      }),
    );
  });
});
