/** What a figure needs to be computed, and what is said where that is missing. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { DatedDomain } from '@rounds/contracts/cut';
import type { Known } from '../terms/known.ts';

export interface Needs {
  /** `AE.AESER`: if no row of the study fills one of them, the figure is null. All of one domain. */
  readonly all?: readonly string[];
  /** `AE.AESDTH`, …: if no row of the study fills any of them, the figure is null. Of the same domain. */
  readonly oneOf?: readonly string[];
  /** Read where they are given. */
  readonly reads?: readonly string[];
  /** Each row must give `all` to be counted rightly. */
  readonly inEveryRow?: true;
  /** Rows that the figure is about; absent: every row of the domain. */
  readonly about?: (row: SdtmRow) => boolean;
  /**
   * The first page's panel is made of it: `lacking`, that a variable is not there at all could have changed what it says;
   * `any`, so could each row that is not understood.
   */
  readonly doubt?: 'lacking' | 'any';
}

export interface FigureNeeds extends Needs {
  /** Path in the dataset. */
  readonly figure: string;
  readonly of: 'inPeriod' | 'toDate';
}

export const domainOf = (variable: string): DatedDomain =>
  variable.slice(0, variable.indexOf('.')) as DatedDomain;
export const nameOf = (variable: string): string => variable.slice(variable.indexOf('.') + 1);

export const variablesOf = ({ all = [], reads = [] }: Needs): string[] => [...all, ...reads];

/** Variables without which it is null; those of which one would do together. */
export const lackingIn = ({ all = [], oneOf = [] }: Needs, { lacks }: Known): string[] => [
  ...all.filter(lacks),
  ...(oneOf.length > 0 && oneOf.every(lacks) ? [oneOf.join(', ')] : []),
];
