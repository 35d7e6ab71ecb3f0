/** Numbers that travel as text. What cannot be understood for certain is none: `35,5` is not 355. */

export const DECIMAL_SIGNS = ['.', ','] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

interface Notation {
  readonly plain: RegExp;
  /** With a sign between thousands, in its strict form: every group but the first has three digits. */
  readonly grouped: RegExp;
  readonly thousands: string;
}

const NOTATIONS: Readonly<Record<DecimalSign, Notation>> = {
  '.': {
    plain: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/,
    grouped: /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/,
    thousands: ',',
  },
  ',': {
    plain: /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d{1,3})?$/,
    grouped: /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/,
    thousands: '.',
  },
};

const NOT_ZERO = /^[^eE]*[1-9]/;

/**
 * @param text perhaps with blanks around it; with an exponent, as programs write it (`1.5e+02`)
 * @returns null for what is no decimal number, or none that a double can hold
 */
export const parseNumber = (text: string, sign: DecimalSign = '.'): number | null => {
  const { plain, grouped, thousands } = NOTATIONS[sign];
  const bare = text.trim();
  const digits = grouped.test(bare) ? bare.replaceAll(thousands, '') : bare;
  if (digits === bare && !plain.test(bare)) return null;
  const dotted = digits.replace(',', '.');
  const number = Number(dotted);
  return Number.isFinite(number) && (number !== 0 || !NOT_ZERO.test(dotted)) ? number : null;
};
