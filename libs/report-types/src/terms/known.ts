/** What is known of a study as a whole before its first row is read, and how its coded values are read by it. */
import type { SdtmRow, SdtmValue } from '@rounds/contracts/received';
import type { CutManifest } from '@rounds/contracts/cut';
import type { LocalDate } from '@rounds/contracts/period';
import { entryOf } from '../folds/tally.ts';
import { CODED_VARIABLES, type CodedName, type CodedVariable } from './terms.ts';

/** What a coded value is taken for. */
export interface Understood {
  /** The term, in upper case; empty where nothing is given, or what is given is not understood. */
  readonly term: string;
  /** As collected, without blanks around it. */
  readonly value: string;
  /** `plain`: the term itself, or nothing; `mapped`: another value that stands for it; `not`: neither. */
  readonly how: 'plain' | 'mapped' | 'not';
}

export interface Known {
  /** The value of a coded variable; the same object for the same value. */
  readonly understand: (variable: CodedName, row: SdtmRow) => Understood;
  /** Its term alone. */
  readonly term: (variable: CodedName, row: SdtmRow) => string;
  /** Whether rows of the dataset are there and none of the study fills the variable. */
  readonly lacks: (variable: string) => boolean;
  /** Whether a row of the study fills the variable. */
  readonly fills: (variable: string) => boolean;
  /** Whether a day may be: not before 1900, nor after the data were read. */
  readonly isPlausible: (day: LocalDate) => boolean;
}

const parted = (variable: string): [dataset: string, name: string] => {
  const [dataset = '', name = ''] = variable.split('.');
  return [dataset, name];
};

const understood = (
  { terms, taken, isOpen }: CodedVariable,
  numeric: Readonly<Record<string, string>>,
  given: SdtmValue,
): Understood => {
  const value = String(given).trim();
  const upper = value.toUpperCase();
  const stands = Object.hasOwn(taken, upper) ? taken[upper] : numeric[upper];
  const term = stands ?? (terms.includes(upper) ? upper : undefined);
  if (term !== undefined) return { term, value, how: term === String(given) ? 'plain' : 'mapped' };
  // Nothing is given, or a term of which no figure asks more.
  if (upper === '' || isOpen === true) return { term: upper, value, how: 'plain' };
  return { term: '', value, how: 'not' };
};

const NUMERIC_FLAGS = { '1': 'Y', '0': 'N' };
const NOT_GIVEN: Understood = { term: '', value: '', how: 'plain' };

const FIRST_DAY: LocalDate = '1900-01-01';

export const knownOf = ({ columns, latestDay }: Pick<CutManifest, 'columns' | 'latestDay'>): Known => {
  const readings = new Map<string, Map<SdtmValue, Understood>>();
  const flagsOf = (variable: string): Readonly<Record<string, string>> => {
    const [dataset, name] = parted(variable);
    return columns[dataset]?.numericFlags.includes(name) === true ? NUMERIC_FLAGS : {};
  };
  const understand: Known['understand'] = (variable, row) => {
    const given = row[parted(variable)[1]];
    if (given === undefined) return NOT_GIVEN;
    const known = entryOf(readings, variable, () => new Map<SdtmValue, Understood>());
    const before = known.get(given);
    if (before !== undefined) return before;
    const how = understood(CODED_VARIABLES[variable], flagsOf(variable), given);
    known.set(given, how);
    return how;
  };
  const fills: Known['fills'] = (variable) => {
    const [dataset, name] = parted(variable);
    return columns[dataset]?.filled.includes(name) ?? false;
  };
  return {
    understand,
    term: (variable, row) => understand(variable, row).term,
    fills,
    lacks: (variable) => (columns[parted(variable)[0]]?.filled.length ?? 0) > 0 && !fills(variable),
    isPlausible: (day) => day >= FIRST_DAY && day <= latestDay,
  };
};
