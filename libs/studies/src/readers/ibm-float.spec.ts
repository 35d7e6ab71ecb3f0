import fc from 'fast-check';
import { readIbmFloat, writeIbmFloat } from './ibm-float.ts';

const roundTrip = (value: number | null): number | null => {
  const bytes = Buffer.alloc(8);
  writeIbmFloat(value, bytes, 0);
  return readIbmFloat(bytes, 0, 8);
};

const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');

describe('IBM floating-point numbers', () => {
  it.each([
    ['4110000000000000', 1],
    ['c110000000000000', -1],
    ['41c8000000000000', 12.5],
    ['4064000000000000', 0.390625],
    ['4253333333333334', 83.2],
    ['0000000000000000', 0],
    ['8000000000000000', 0],
  ])('reads %s as %d', (hex, value) => {
    expect(readIbmFloat(bytesOf(hex), 0, 8)).toBe(value);
  });

  it.each(['.', '_', 'A', 'Q', 'Z'])('reads the missing value %s as null', (letter) => {
    const bytes = Buffer.alloc(8);
    bytes.write(letter, 0, 'latin1');
    expect(readIbmFloat(bytes, 0, 8)).toBeNull();
  });

  it.each([
    ['41', '4153', 5.1875],
    ['three bytes', '415333', 5.199951171875],
    ['four bytes', '4227000f', 39.00022888183594],
    ['five bytes', '4253333333', 83.19999998807907],
  ])('reads a number that was cut to %s', (_name, hex, value) => {
    expect(readIbmFloat(bytesOf(hex), 0, hex.length / 2)).toBeCloseTo(value, 10);
  });

  it('rounds a longer fraction once, to the nearest double', () => {
    // Half a unit above 1 + 2^-52 × 2: a tie, which goes to the even neighbour.
    expect(readIbmFloat(bytesOf('4110000000000008'), 0, 8)).toBe(1 + 2 ** -49);
    expect(readIbmFloat(bytesOf('41fffffffffffffc'), 0, 8)).toBe(16);
    expect(readIbmFloat(bytesOf('41fffffffffffffb'), 0, 8)).toBeLessThan(16);
  });

  it.each([
    5.2,
    0.1,
    1 / 3,
    -37.9,
    1e15,
    123456789.123,
    2 ** -200,
    7.2e75,
    16,
    256,
    0.0625,
    15.999999999999998,
  ])('gives %d back', (value) => {
    expect(roundTrip(value)).toBe(value);
  });

  it('gives every double of its range back', () => {
    const range = fc
      .double({ min: -1e75, max: 1e75, noNaN: true })
      .filter((n) => Math.abs(n) > 1e-78 || n === 0);
    fc.assert(
      fc.property(range, (value) => {
        expect(roundTrip(value)).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([1e76, -1e80, 1e-80, Number.POSITIVE_INFINITY])('refuses to write %d', (value) => {
    expect(() => roundTrip(value)).toThrow(RangeError);
  });

  it('writes null as the missing value', () => {
    expect(roundTrip(null)).toBeNull();
  });
});
