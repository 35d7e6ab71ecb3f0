/** How the rows of a dataset are read of two cuts: what both hold once, the rest side by side. */
import type { Part } from './cut-rows.ts';

/** Parts of both cuts whose days overlap: most rows that changed are there, before and after. */
export interface Group {
  readonly before: readonly Part[];
  readonly now: readonly Part[];
}

export interface Aligned {
  /** In both cuts. */
  readonly shared: readonly Part[];
  readonly groups: readonly Group[];
}

/** Before all days, and after: rows without a day are beside each other, and of what is not known are all days. */
const boundsOf = ({ first, last, receivedAt }: Part): [first: string, last: string] =>
  receivedAt === undefined ? ['', '\uffff'] : [first ?? '', last ?? ''];

const groupsOf = (before: readonly Part[], now: readonly Part[]): Group[] => {
  const all = [
    ...before.map((part) => ({ part, side: 'before' as const, bounds: boundsOf(part) })),
    ...now.map((part) => ({ part, side: 'now' as const, bounds: boundsOf(part) })),
  ].sort((a, b) => (a.bounds[0] < b.bounds[0] ? -1 : 1));
  const groups: { before: Part[]; now: Part[] }[] = [];
  let end: string | undefined;
  for (const {
    part,
    side,
    bounds: [first, last],
  } of all) {
    if (end === undefined || first > end) groups.push({ before: [], now: [] });
    groups.at(-1)?.[side].push(part);
    end = end === undefined || last > end ? last : end;
  }
  return groups;
};

const namesOf = (parts: readonly Part[]): ReadonlySet<string> => new Set(parts.map(({ name }) => name));

export const alignedParts = (before: readonly Part[], now: readonly Part[]): Aligned => {
  const [earlier, current] = [namesOf(before), namesOf(now)];
  return {
    shared: now.filter(({ name }) => earlier.has(name)),
    groups: groupsOf(
      before.filter(({ name }) => !current.has(name)),
      now.filter(({ name }) => !earlier.has(name)),
    ),
  };
};
