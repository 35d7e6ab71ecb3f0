/** The cut last delivered: the report says that it is gone or damaged, and is made all the same. */
import type { CutRef } from '@rounds/contracts/run';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { openCut, type Cut } from './cut-reader.ts';
import { isCorrupt, type Part } from './cut-rows.ts';

/** `none`: there never was one. */
export type EarlierCut = Cut | 'none' | 'gone' | 'damaged';

/** Thrown while rows are read, when half of them may have been counted: whatever was made of them has to be made again. */
export class EarlierCutDamaged extends Error {}

const orDamaged = async (read: Part['read']): ReturnType<Part['read']> => {
  try {
    return await read();
  } catch (error) {
    throw isCorrupt(error) ? new EarlierCutDamaged('The earlier cut is damaged.', { cause: error }) : error;
  }
};

const guarded = (cut: Cut): Cut => ({
  ...cut,
  parts: (name) => cut.parts(name).map((part) => ({ ...part, read: () => orDamaged(part.read) })),
});

export const openEarlierCut = async (objects: ObjectStore, ref: CutRef | undefined): Promise<EarlierCut> => {
  if (ref === undefined) return 'none';
  if ((await objects.size(ref.manifestKey)) === null) return 'gone';
  try {
    return guarded(await openCut(objects, ref));
  } catch (error) {
    if (isCorrupt(error)) return 'damaged';
    throw error;
  }
};
