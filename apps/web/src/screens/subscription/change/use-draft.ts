/** A draft over what the API last said, and what becomes of it when somebody else changes the subscription meanwhile. */
import { useState } from 'react';
import type { Subscription } from '../plan.ts';
import { draftOf, fieldsChanged, overTheirs, type Draft, type Field } from './draft.ts';

interface Begun {
  /** What was read: changes are asked for with its revision. */
  readonly base: Subscription;
  readonly draft: Draft;
}

export interface Drafting extends Begun {
  readonly change: (changes: Partial<Draft>) => void;
  /** What somebody else changed since it was read; empty: nothing that stands on this page. */
  readonly theirs: readonly Field[];
  /** Of these, what was changed here too. */
  readonly both: readonly Field[];
  /** Goes on over what it is now, with what was changed here. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** @param current as the API says now */
export const useDraft = (current: Subscription): Drafting => {
  const [begun, setBegun] = useState<Begun>({ base: current, draft: draftOf(current) });
  const { base, draft } = begun;
  const theirs = fieldsChanged(base, current);
  const mine = fieldsChanged(base, draft);
  // A report that was skipped meanwhile, say, is of another page: the draft goes on from there without a word.
  if (theirs.length === 0 && current.revision > base.revision) setBegun({ base: current, draft });
  return {
    ...begun,
    theirs,
    both: theirs.filter((field) => mine.includes(field)),
    change: (changes) => {
      setBegun({ base, draft: { ...draft, ...changes } });
    },
    keepMine: () => {
      setBegun({ base: current, draft: overTheirs(base, draft, current) });
    },
    takeTheirs: () => {
      setBegun({ base: current, draft: draftOf(current) });
    },
  };
};
