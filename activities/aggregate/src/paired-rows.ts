/** Rows of two cuts by their keys, a group of days after the other: a row may have moved from one to another. */
import type { SubjectRow } from '@rounds/report-types/folds/study-row';
import type { Pair } from './changed-row.ts';

/** @param told once of each key of either side */
export const createPairing = (told: (pair: Pair) => void) => {
  let held = new Map<string, SubjectRow>();
  const [came, went] = [new Map<string, SubjectRow>(), new Map<string, SubjectRow>()];
  return {
    /** Of a group, all of the cut before come first. */
    before: (row: SubjectRow): void => {
      held.set(row.key, row);
    },

    now: (row: SubjectRow): void => {
      const previous = held.get(row.key);
      if (previous === undefined) came.set(row.key, row);
      else {
        held.delete(row.key);
        told({ current: row, previous });
      }
    },

    /** What is left may be found in another group. */
    endGroup: (): void => {
      for (const row of held.values()) went.set(row.key, row);
      held = new Map();
    },

    end: (): void => {
      for (const current of came.values()) {
        told({ current, previous: went.get(current.key) });
        went.delete(current.key);
      }
      for (const previous of went.values()) told({ current: undefined, previous });
    },
  };
};
