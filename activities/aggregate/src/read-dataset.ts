/** The rows of one dataset of two cuts: those that both hold are read once, and paired with themselves. */
import type { CutRow } from '@rounds/contracts/cut';
import type { SubjectRow } from '@rounds/report-types/folds/study-row';
import { alignedParts, type Group } from './aligned-parts.ts';
import type { Pair } from './changed-row.ts';
import type { Part } from './cut-rows.ts';
import { createPairing } from './paired-rows.ts';
import type { View } from './visible-rows.ts';

/** One of the two cuts; without parts where it does not hold the dataset. */
export interface Side {
  readonly parts: readonly Part[];
  readonly view: View;
}

export interface Telling {
  /** Each key once of which a row is seen on either side. */
  readonly tell: (pair: Pair) => void;
  /** Whether the part was told as a whole; absent: none can be. */
  readonly tellPart?: ((part: Part) => Promise<boolean>) | undefined;
  /** Each row of the current cut, seen or not, of parts that were not. */
  readonly tellEach: (row: CutRow) => void;
  readonly onPart: () => void;
}

/** The next part is on its way while the rows of one are told. */
async function* readAhead(parts: readonly Part[]): AsyncGenerator<readonly CutRow[]> {
  const begin = (part: Part | undefined) => {
    const rows = part?.read();
    // It is awaited below, unless what comes before it fails.
    rows?.catch(() => undefined);
    return rows;
  };
  let next = begin(parts[0]);
  for (let index = 1; next !== undefined; index++) {
    const rows = await next;
    next = begin(parts[index]);
    yield rows;
  }
}

/** @param before undefined where there is nothing to compare with */
export const readDataset = async (
  before: Side | undefined,
  now: Side,
  { tell, tellPart, tellEach, onPart }: Telling,
): Promise<void> => {
  /** Those whose rows are still to be told. */
  const untold = async (parts: readonly Part[]): Promise<readonly Part[]> => {
    if (tellPart === undefined) return parts;
    const left: Part[] = [];
    for (const part of parts) if (!(await tellPart(part))) left.push(part);
    return left;
  };
  const each = async (parts: readonly Part[], take: (row: CutRow) => void): Promise<void> => {
    for await (const rows of readAhead(parts)) {
      onPart();
      rows.forEach(take);
    }
  };
  /** Of the current cut. */
  const eachNow = (parts: readonly Part[], take: (current: SubjectRow) => void): Promise<void> =>
    each(parts, (row) => {
      tellEach(row);
      const current = now.view(row);
      if (current !== undefined) take(current);
    });
  const tellAlone = (current: SubjectRow): void => {
    tell({ current, previous: undefined });
  };
  if (before === undefined) return eachNow(await untold(now.parts), tellAlone);

  const { shared, groups } = alignedParts(before.parts, now.parts);
  await each(await untold(shared), (row) => {
    tellEach(row);
    const [current, previous] = [now.view(row), before.view(row)];
    if (current !== undefined || previous !== undefined) tell({ current, previous });
  });

  const pairing = createPairing(tell);
  // Where nothing of the cut before is left to be paired with, no row has to be kept until all are known.
  const isAlone = groups.every((group) => group.before.length === 0);
  const readGroup = async (group: Group): Promise<void> => {
    await each(group.before, (row) => {
      const previous = before.view(row);
      if (previous !== undefined) pairing.before(previous);
    });
    await eachNow(group.now, isAlone ? tellAlone : pairing.now);
    pairing.endGroup();
  };
  for (const group of groups) await readGroup(group);
  pairing.end();
};
