/** What each figure needs to be computed, and what is told where it is not there. Said once for each report type. */
import type { SdtmRow } from '@rounds/contracts/collections';
import type { DatedDomain } from '@rounds/contracts/cut';

export interface FigureNeeds {
  /** Path in the dataset. */
  readonly figure: string;
  readonly of: 'inPeriod' | 'toDate';
  /** `AE.AESER`: if no row of the study fills one of them, the figure is null. All of one domain. */
  readonly needs: readonly string[];
  /** `AE.AESDTH`, …: if no row of the study fills any of them, the figure is null. Of the same domain. */
  readonly needsOneOf?: readonly string[];
  /** Read where they are given. */
  readonly reads?: readonly string[];
  /** Of `needs`, those that a row must give to be counted rightly. */
  readonly inEveryRow?: readonly string[];
  /** Rows that the figure is about; absent: every row of the domain. */
  readonly about?: (row: SdtmRow) => boolean;
  /**
   * The first page's panel is made of it: `lacking`, that a variable is not there at all could have changed what it says;
   * `any`, so could each row that is not understood.
   */
  readonly doubt?: 'lacking' | 'any';
}

export const domainOf = (variable: string): DatedDomain =>
  variable.slice(0, variable.indexOf('.')) as DatedDomain;
export const nameOf = (variable: string): string => variable.slice(variable.indexOf('.') + 1);
