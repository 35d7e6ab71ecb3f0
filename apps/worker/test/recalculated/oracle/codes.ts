/** Coded values: docs/studies.md, "Mapped". */
import type { Row, Held } from './held.ts';

interface Codelist {
  readonly terms: readonly string[];
  readonly taken?: Readonly<Record<string, string>>;
  /** Any other value is a term too. */
  readonly isOpen?: boolean;
}

const NY: Codelist = { terms: ['Y', 'N', 'U', 'NA'], taken: { YES: 'Y', TRUE: 'Y', NO: 'N', FALSE: 'N' } };

export const CRITERIA = [
  'AE.AESDTH',
  'AE.AESHOSP',
  'AE.AESLIFE',
  'AE.AESDISAB',
  'AE.AESCONG',
  'AE.AESMIE',
  'AE.AESCAN',
];

export const BLOOD =
  'BLOOD|SERUM|PLASMA|SERUM OR PLASMA|WHOLE BLOOD|ARTERIAL BLOOD|VENOUS BLOOD|CAPILLARY BLOOD|PERIPHERAL BLOOD|CORD BLOOD|DRIED BLOOD SPOT'.split(
    '|',
  );
const OTHER_SPECIMENS =
  'URINE|FECES|STOOL|SALIVA|SPUTUM|CEREBROSPINAL FLUID|SYNOVIAL FLUID|PLEURAL FLUID|ASCITES|ASCITES FLUID|PERITONEAL FLUID|BILE|SWEAT|SEMEN|TISSUE|HAIR|SWAB|BONE MARROW|BREATH|FLUID|LAVAGE FLUID|AMNIOTIC FLUID|MILK'.split(
    '|',
  );

const CODELISTS: Readonly<Record<string, Codelist>> = {
  ...Object.fromEntries([...CRITERIA, 'AE.AESER', 'AE.AESOD', 'DM.DTHFL'].map((name) => [name, NY])),
  'AE.AEOUT': {
    terms: [
      'FATAL',
      'NOT RECOVERED/NOT RESOLVED',
      'RECOVERED/RESOLVED',
      'RECOVERED/RESOLVED WITH SEQUELAE',
      'RECOVERING/RESOLVING',
      'UNKNOWN',
    ],
    taken: { DEATH: 'FATAL' },
  },
  'AE.AESEV': { terms: ['MILD', 'MODERATE', 'SEVERE'] },
  'AE.AETOXGR': { terms: ['0', '1', '2', '3', '4', '5'] },
  'DS.DSCAT': { terms: ['PROTOCOL MILESTONE', 'DISPOSITION EVENT', 'OTHER EVENT'] },
  'DS.DSSCAT': { terms: ['STUDY PARTICIPATION', 'STUDY TREATMENT'] },
  'DS.DSDECOD': {
    terms: ['RANDOMIZED', 'COMPLETED', 'SCREEN FAILURE', 'DEATH'],
    taken: { RANDOMISED: 'RANDOMIZED' },
    isOpen: true,
  },
  'DS.EPOCH': { terms: ['SCREENING'], isOpen: true },
  'LB.LBNRIND': {
    terms: ['HIGH', 'LOW', 'NORMAL', 'ABNORMAL'],
    taken: {
      ...{ H: 'HIGH', HH: 'HIGH', 'HIGH HIGH': 'HIGH', 'HIGH PANIC': 'HIGH', A: 'ABNORMAL', AA: 'ABNORMAL' },
      ...{ L: 'LOW', LL: 'LOW', 'LOW LOW': 'LOW', 'LOW PANIC': 'LOW', N: 'NORMAL' },
    },
  },
  'LB.LBSPEC': { terms: [...BLOOD, ...OTHER_SPECIMENS] },
};

interface Reading {
  /** Empty where nothing is given, or what is given is not understood. */
  readonly term: string;
  /** As collected. */
  readonly value: string;
  readonly how: 'plain' | 'mapped' | 'not understood';
}

/** Whether the domain has rows and none of the study's fills the variable. */
export const lacks = (held: Held, variable: string): boolean =>
  (held.rows[variable.slice(0, 2)] ?? []).length > 0 && !fills(held, variable);
export const fills = ({ columns }: Held, variable: string): boolean => columns[variable] !== undefined;

/** "`1` as Y and `0` as N, in a column of nothing else" */
const isOfOnesAndZeros = ({ columns }: Held, variable: string): boolean =>
  CODELISTS[variable] === NY &&
  [...(columns[variable] ?? [])].every((value) => value === '1' || value === '0');

export const reading = (held: Held, variable: string, { values }: Row): Reading => {
  const { terms, taken = {}, isOpen } = CODELISTS[variable] ?? { terms: [] };
  const given = values[variable.slice(3)] ?? '';
  const [value, upper] = [given.trim(), given.trim().toUpperCase()];
  if (upper === '') return { term: '', value, how: 'plain' };
  const stands = isOfOnesAndZeros(held, variable) ? { 1: 'Y', 0: 'N' }[upper] : taken[upper];
  const term = stands ?? (terms.includes(upper) ? upper : undefined);
  if (term !== undefined) return { term, value, how: term === given ? 'plain' : 'mapped' };
  return isOpen === true ? { term: upper, value, how: 'plain' } : { term: '', value, how: 'not understood' };
};

export const termOf = (held: Held, variable: string, row: Row): string => reading(held, variable, row).term;
