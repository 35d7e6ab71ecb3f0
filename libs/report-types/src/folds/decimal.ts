/**
 * Exact arithmetic on decimals as they were collected. In binary, 3 × 34.2 is more than 102.6 and a mean of
 * 1.005 rounds down: both would give another figure than the one a reader computes by hand.
 */

/** `digits` × 10^−`scale`. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** A number's shortest decimal writing, which is the one that was collected. */
const decimal = (value: number): Decimal => {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
};

const at = ({ digits, scale }: Decimal, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale);

const add = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  return { digits: at(a, scale) + at(b, scale), scale };
};

/** numerator ÷ denominator (> 0) to two decimals, a half away from zero. */
const dividedToTwoDecimals = (numerator: bigint, denominator: bigint): number => {
  const negative = numerator < 0n;
  const hundredths = ((negative ? -numerator : numerator) * 200n + denominator) / (denominator * 2n);
  // Read as text: a quotient of two numbers would round twice where they are large. Never minus zero.
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return negative && hundredths > 0n ? -Number(text) : Number(text);
};

/** Whether value ≥ times × limit. */
export const isAtLeastTimes = (value: number, times: number, limit: number): boolean => {
  const [left, right] = [decimal(value), decimal(limit)];
  const scale = Math.max(left.scale, right.scale);
  return at(left, scale) >= at(right, scale) * BigInt(times);
};

/** value ÷ limit (> 0) to two decimals, a half away from zero. */
export const ratio = (value: number, limit: number): number => {
  const [left, right] = [decimal(value), decimal(limit)];
  const scale = Math.max(left.scale, right.scale);
  return dividedToTwoDecimals(at(left, scale), at(right, scale));
};

export interface Mean {
  readonly n: number;
  /** Two decimals; null when n is 0. */
  readonly mean: number | null;
}

/** An exact factor, as numerator and denominator (> 0): 1 kPa is so many mmHg. */
export interface Factor {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** value × factor ≥ limit, exactly. */
export const isAtLeast = (value: number, { numerator, denominator }: Factor, limit: number): boolean => {
  const [left, right] = [decimal(value), decimal(limit)];
  const scale = Math.max(left.scale, right.scale);
  return at(left, scale) * numerator >= at(right, scale) * denominator;
};

/** A running mean that keeps only the exact sum, as a fraction. */
export const foldMean = () => {
  let n = 0;
  let [sum, whole]: [Decimal, bigint] = [{ digits: 0n, scale: 0 }, 1n];
  return {
    add: (value: number, factor?: Factor) => {
      n += 1;
      const { digits, scale } = decimal(value);
      const { numerator, denominator } = factor ?? { numerator: 1n, denominator: 1n };
      // One denominator for all: there is one factor for each unit, and few units.
      const isWhole = whole % denominator === 0n;
      const more = { digits: digits * numerator * (isWhole ? whole / denominator : whole), scale };
      sum = add(isWhole ? sum : { ...sum, digits: sum.digits * denominator }, more);
      if (!isWhole) whole *= denominator;
    },
    result: (): Mean => ({
      n,
      mean: n === 0 ? null : dividedToTwoDecimals(sum.digits, BigInt(n) * whole * 10n ** BigInt(sum.scale)),
    }),
  };
};
