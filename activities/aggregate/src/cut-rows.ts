/** What either kind of cut tells of its rows. */
import type { CutDataset, CutImplausible, CutRow, CutSubject, CutUndated } from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import type { LocalDate } from '@rounds/contracts/period';

/** Rows of one dataset that are read at once. */
export interface Part {
  /** Parts of equal names hold equal rows. */
  readonly name: string;
  readonly rows: number;
  /** Days of its rows; both null where not all of them have one, or that is not known. */
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
  /** ISO instant of the newest; absent where that is not known. */
  readonly receivedAt?: string;
  /** In the order of their keys. @throws RoundsError CUT_CORRUPT */
  readonly read: () => Promise<readonly CutRow[]>;
}

/** Why a row is in no figure: it has no day, or one that cannot be. `later`: the period is over by then. */
export type Place = 'in' | 'later' | 'undated' | 'implausible';

export interface CutRows {
  readonly subjects: readonly CutSubject[];
  /** In one order. */
  readonly datasets: readonly CutDataset[];
  readonly holds: (name: CutDataset) => boolean;
  /** Rows that the database counted beyond those that are there. */
  readonly lacking: (name: CutDataset) => number;
  /** @throws RoundsError CUT_CORRUPT where the cut does not hold the dataset */
  readonly parts: (name: CutDataset) => readonly Part[];
  /** Where its day puts a row of a part; every row of DM is read, and has no day where that is not in place. */
  readonly placeOf: (name: CutDataset) => (day: LocalDate | null) => Place;
  /** Of the addresses that its parts are named by, hex; absent in cuts of earlier versions. */
  readonly addressKey?: string;
  /** Of cuts of earlier versions: rows that are in no part. */
  readonly dayless?: () => Promise<readonly (CutUndated & Partial<CutImplausible>)[]>;
}

export const corrupt = (key: string, what: string, cause?: unknown): RoundsError =>
  new RoundsError('CUT_CORRUPT', `The cut cannot be trusted: ${key} ${what}.`, { cause });

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Turns what the object itself is at fault for into CUT_CORRUPT; a server that is down stays what it is. */
const asCorrupt = (key: string, error: unknown): unknown => {
  const code = codeOf(error);
  if (code === 'NOT_FOUND') return corrupt(key, 'is missing', error);
  const unreadable = code.startsWith('Z_') || error instanceof SyntaxError;
  return unreadable ? corrupt(key, 'cannot be read', error) : error;
};

/** What is made of the object. @throws RoundsError CUT_CORRUPT where it is at fault itself */
export const readObject = async <Content>(key: string, read: () => Promise<Content>): Promise<Content> => {
  try {
    return await read();
  } catch (error) {
    throw asCorrupt(key, error);
  }
};

export const isCorrupt = (error: unknown): boolean =>
  error instanceof RoundsError && error.code === 'CUT_CORRUPT';
