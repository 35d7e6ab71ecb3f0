/** Figures that each report compares with those of the report last delivered. */
import type { SdtmRow } from '@rounds/contracts/received';
import type { CutDataset } from '@rounds/contracts/cut';
import type { Known } from './terms/known.ts';
import type { Label } from './model/words/message.ts';

export interface ComparedFigure {
  /** In the dataset: see `figureAt`. */
  readonly path: string;
  /** `Serious adverse events to date` */
  readonly label: Label;
  /**
   * `toDate`: the last report's value beside this one's. `inPeriod`: what the last report said of its own period beside
   * what is known of those days now.
   */
  readonly of: 'toDate' | 'inPeriod';
  /** Its change gets a sentence of its own. */
  readonly grave?: true;
  /** What it counts, where that is rows of one dataset: so those that came and those that went can be counted apart. */
  readonly rows?: { readonly domain: CutDataset; readonly counts: (row: SdtmRow, known: Known) => boolean };
}

/** The figure at a path of a dataset: of a list or a record, how many there are; null where there is none. */
export const figureAt = (content: object, path: string): number | null => {
  const value = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], content);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  return typeof value === 'number' ? value : null;
};
