/** Whole numbers below a million and decimals as English words, without spaces: `eightyone`, `twopointfive`. */
const BELOW_TWENTY = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = 'x ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const below = (n: number): string[] => {
  if (n < 20) return [BELOW_TWENTY[n] ?? ''];
  if (n < 100)
    return [`${TENS[Math.floor(n / 10)] ?? ''}${n % 10 === 0 ? '' : (BELOW_TWENTY[n % 10] ?? '')}`];
  const [size, name] = n < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const heads = below(Math.floor(n / size));
  if (n % size === 0) return heads.map((head) => `${head}${name}`);
  return heads.flatMap((head) =>
    below(n % size).flatMap((tail) => [`${head}${name}${tail}`, `${head}${name}and${tail}`]),
  );
};

/** Every spelling of an amount such as `81` or `2.5`; none for what nobody would write in words. */
export const inWords = (amount: string): string[] => {
  const [whole = '', decimals] = amount.split('.');
  if (whole.length > 6) return [];
  const heads = below(Number(whole));
  if (decimals === undefined) return heads;
  const tail = Array.from(decimals, (digit) => BELOW_TWENTY[Number(digit)] ?? '').join('');
  return heads.map((head) => `${head}point${tail}`);
};

/** What before a number in words makes it another one: `sixty-four` is not four. */
export const GOES_ON =
  /(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundredand|thousand|point)$/;
