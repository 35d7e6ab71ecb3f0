import fc from 'fast-check';
import { foldMean, isAtLeastTimes, ratio } from './decimal.ts';

const meanOf = (values: readonly number[]) => {
  const mean = foldMean();
  for (const value of values) mean.add(value);
  return mean.result();
};

/** Numbers as a laboratory writes them: at most three decimals. */
const thousandths = fc.integer({ min: -9_000_000, max: 9_000_000 });

describe('the mean', () => {
  it('is null of nothing', () => {
    expect(meanOf([])).toEqual({ n: 0, mean: null });
  });

  it.each([
    // In binary 1.005 is a little less than 1.005, and 2.675 a little less than 2.675.
    [[1.005], 1.01],
    [[2.675], 2.68],
    [[-1.005], -1.01],
    [[0.1, 0.2], 0.15],
    [[1.01, 1.02], 1.02],
    [[-1.01, -1.02], -1.02],
    [[-0.001], 0],
    [[1e21, 1e21], 1e21],
    [[1e-7, 0.01], 0.01],
    [[133, 134, 134], 133.67],
  ])('of %j is %d', (values, mean) => {
    expect(meanOf(values)).toEqual({ n: values.length, mean });
  });

  it('is what integer arithmetic gives, a half away from zero', () => {
    fc.assert(
      fc.property(fc.array(thousandths, { minLength: 1, maxLength: 40 }), (integers) => {
        const { mean } = meanOf(integers.map((integer) => integer / 1000));
        const sum = BigInt(integers.reduce((total, integer) => total + integer, 0));
        const hundredths = BigInt(Math.round((mean ?? 0) * 100));
        // |sum ÷ (1000 n) − hundredths ÷ 100| × 2 ≤ 0.01, and at a tie the one farther from zero.
        const n = BigInt(integers.length);
        const error = sum - hundredths * 10n * n;
        const away = sum < 0n ? -error : error;
        expect(away * 2n >= -10n * n && away * 2n < 10n * n).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })),
        (values) => {
          expect(meanOf([...values].reverse())).toEqual(meanOf(values));
        },
      ),
    );
  });
});

describe('multiples of a limit', () => {
  it.each([
    // 3 × 34.2 is 102.60000000000001 in binary.
    [102.6, 3, 34.2, true],
    [102.59, 3, 34.2, false],
    [0.3, 3, 0.1, true],
    [42, 2, 21, true],
    [41.999, 2, 21, false],
  ])('%d reaches %d × %d: %s', (value, times, limit, expected) => {
    expect(isAtLeastTimes(value, times, limit)).toBe(expected);
  });

  it('are reached exactly by the multiple itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(2, 3), (limit, times) => {
        expect(isAtLeastTimes((limit * times) / 1000, times, limit / 1000)).toBe(true);
        expect(isAtLeastTimes((limit * times - 1) / 1000, times, limit / 1000)).toBe(false);
      }),
    );
  });

  it('have a ratio of two decimals', () => {
    expect(ratio(121, 34)).toBe(3.56);
    expect(ratio(1.005, 1)).toBe(1.01);
  });
});
