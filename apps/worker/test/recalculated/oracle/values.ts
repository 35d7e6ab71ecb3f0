/** Numbers, dates and codes as docs/studies.md says that they are understood. */

/** A part of an hour is nothing here: days are texts, and compare as such. */
export type Day = string;

/** Exact: `top` ÷ `bottom`, which is positive. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** "with a decimal point, perhaps an exponent, blanks around them or commas between thousands in the strict form" */
export const understoodNumber = (cell: string | number, decimalSign: '.' | ',' = '.'): string | null => {
  if (typeof cell === 'number') return String(cell);
  let text = cell.trim();
  if (decimalSign === ',') text = text.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) text = text.replace(/,/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)) return null;
  return String(Number(text));
};

export const fraction = (number: string): Fraction => {
  const [digits = '', exponent = '0'] = number.split('e');
  const [whole = '', decimals = ''] = digits.split('.');
  const power = Number(exponent) - decimals.length;
  const all = BigInt(whole + decimals);
  return power >= 0
    ? { top: all * 10n ** BigInt(power), bottom: 1n }
    : { top: all, bottom: 10n ** BigInt(-power) };
};

const plus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const times = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});
export const dividedBy = (a: Fraction, b: Fraction): Fraction => times(a, { top: b.bottom, bottom: b.top });
export const isAtLeast = (a: Fraction, b: Fraction): boolean => a.top * b.bottom >= b.top * a.bottom;
const NOTHING: Fraction = { top: 0n, bottom: 1n };

/** To two decimals, a half away from zero. */
export const rounded = ({ top, bottom }: Fraction): number => {
  const isBelow = top < 0n;
  const size = isBelow ? -top : top;
  const hundredths = (size * 100n) / bottom + (((size * 100n) % bottom) * 2n >= bottom ? 1n : 0n);
  return hundredths === 0n
    ? 0
    : Number(`${isBelow ? '-' : ''}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`);
};

export const sumOf = (fractions: readonly Fraction[]): Fraction => fractions.reduce(plus, NOTHING);

/** Null of none. */
export const meanOf = (fractions: readonly Fraction[]): number | null =>
  fractions.length === 0 ? null : rounded(dividedBy(sumOf(fractions), fraction(String(fractions.length))));

export interface PartialDate {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const isOfCalendar = ({ year, month, day }: PartialDate): boolean => {
  if (month !== null && (Number(month) < 1 || Number(month) > 12)) return false;
  if (day === null) return true;
  const most = month === null ? 31 : (DAYS[Number(month) - 1] ?? 0);
  const isFebruary29 = month === '02' && day === '29';
  if (isFebruary29 && year !== null && !isLeap(Number(year))) return false;
  return Number(day) >= 1 && Number(day) <= most;
};

const FORMS = [
  /^(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d\d)$/,
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(T\d\d(:\d\d(:\d\d)?)?)?$/,
  /^(?<year>\d{4})---(?<day>\d\d)$/,
  /^--(?<month>\d\d)-(?<day>\d\d)$/,
];

const oneDate = (text: string): PartialDate | null => {
  for (const form of FORMS) {
    const { year = null, month = null, day = null } = form.exec(text)?.groups ?? {};
    const date = { year, month, day };
    if (form.test(text)) return isOfCalendar(date) ? date : null;
  }
  return null;
};

/** ISO 8601, perhaps partial; of an interval its start. Null: it is none. */
export const dateOf = (text: string): PartialDate | null => {
  const [start = '', end, ...more] = text.trim().split('/');
  if (more.length > 0 || (end !== undefined && oneDate(end) === null)) return null;
  return oneDate(start);
};

/** "A partial date counts at its first possible day"; one without its year at none. */
export const firstDay = ({ year, month, day }: PartialDate): Day | null =>
  year === null ? null : `${year}-${month ?? '01'}-${day ?? '01'}`;

export const isPartial = ({ year, month, day }: PartialDate): boolean =>
  year === null || month === null || day === null;

const MILLISECONDS = 86_400_000;
export const daysFrom = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / MILLISECONDS;
export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10);
/** Of an instant. */
export const localDay = (instant: string, timeZone: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
