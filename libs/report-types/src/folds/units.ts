/** The one unit in which the means and limits of a vital sign are, and what is converted into it. */
import type { Factor } from './decimal.ts';

export interface SignUnit {
  /** CDISC's codelist UNIT. */
  readonly unit: string;
  /** How it is written, in lower case and without blanks: CDISC's synonyms. */
  readonly written: readonly string[];
  /** Other units, written likewise. */
  readonly converted: Readonly<Record<string, Factor>>;
}

const PRESSURE: SignUnit = {
  unit: 'mmHg',
  written: ['mmhg', 'mm[hg]'],
  // 1 mmHg is 133.322387415 Pa by its definition (13.5951 × 9.80665 Pa).
  converted: { kpa: { numerator: 1_000_000_000_000n, denominator: 133_322_387_415n } },
};

const RATE: SignUnit = { unit: 'beats/min', written: ['beats/min', 'bpm', 'beatsperminute'], converted: {} };

export const SIGN_UNITS = { SYSBP: PRESSURE, DIABP: PRESSURE, PULSE: RATE } as const;
export type Sign = keyof typeof SIGN_UNITS;

export const isSign = (testCode: string): testCode is Sign => Object.hasOwn(SIGN_UNITS, testCode);

export const NO_CONVERSION: Factor = { numerator: 1n, denominator: 1n };

/** From the unit as collected into that of the sign; undefined where it cannot be, or where none is given. */
export const factorOf = (sign: Sign, unit: string): Factor | undefined => {
  const { written, converted } = SIGN_UNITS[sign];
  const plain = unit.toLowerCase().replaceAll(/\s/g, '');
  if (written.includes(plain)) return NO_CONVERSION;
  return Object.hasOwn(converted, plain) ? converted[plain] : undefined;
};
