/** The cut last delivered: the report says that it is gone or damaged, and is made all the same. */
import type { CutDataset, CutRow } from '@rounds/contracts/cut';
import { RoundsError } from '@rounds/contracts/errors';
import type { CutRef } from '@rounds/contracts/run';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { openCut, type Cut } from './cut-reader.ts';

/** `none`: there never was one. */
export type EarlierCut = Cut | 'none' | 'gone' | 'damaged';

/** Thrown while rows are read, when half of them may have been counted: whatever was made of them has to be made again. */
export class EarlierCutDamaged extends Error {}

const isCorrupt = (error: unknown): boolean => error instanceof RoundsError && error.code === 'CUT_CORRUPT';

async function* orDamaged(rows: AsyncIterable<CutRow>): AsyncGenerator<CutRow> {
  try {
    yield* rows;
  } catch (error) {
    throw isCorrupt(error) ? new EarlierCutDamaged('The earlier cut is damaged.', { cause: error }) : error;
  }
}

const guarded = (cut: Cut): Cut => ({
  ...cut,
  rows: (name: CutDataset) => orDamaged(cut.rows(name)),
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
