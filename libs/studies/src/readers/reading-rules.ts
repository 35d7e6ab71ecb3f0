/** What a study can say of how its files are written. */
import type { DecimalSign } from '@rounds/contracts/number-text';

export interface ReadingRules {
  readonly decimalSign: DecimalSign;
  /** Codes that stand where a value is missing, as text: `NA`, `.`, `-99`. */
  readonly missing: ReadonlySet<string>;
  /** Of transport files and CSV, by a label of the WHATWG's Encoding Standard; absent: each file's own is found out. */
  readonly encoding?: string;
}

export const PLAIN_RULES: ReadingRules = { decimalSign: '.', missing: new Set() };
