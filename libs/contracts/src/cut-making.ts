/** Which cuts there are, and which run has which. */
import type { CutRef } from './run.ts';

/** One making of a cut, recorded before anything of it is stored. */
export interface CutMakingDocument {
  /** Random: names the folder of its objects. */
  readonly _id: string;
  readonly studyId: string;
  /** Hash of all that the cut holds, by which it is found again; absent until it is made, and of one that came second. */
  readonly state?: string;
  /** Absent likewise. */
  readonly cut?: CutRef;
  /** When a run was given it last, or it was begun. */
  readonly usedAt: Date;
  /** Perhaps no run holds it. */
  readonly unheld?: true;
}

/** A run holds the cut that it got first: tried again or reset, it gets no newer one. */
export interface CutHoldDocument {
  /** The run's. */
  readonly _id: string;
  readonly studyId: string;
  /** Of its making. */
  readonly cutId: string;
  readonly cut: CutRef;
  readonly at: Date;
}
